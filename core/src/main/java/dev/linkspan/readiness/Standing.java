package dev.linkspan.readiness;

import dev.linkspan.compare.Difference;
import dev.linkspan.model.Address;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ServiceId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How one thing stands that somebody waits for.
 *
 * @param service Atlas's id of the service that it is or hangs on; empty where that was not seen
 * @param status Atlas's word for how it is, untrusted; empty where it was not seen
 * @param message why it failed, in Atlas's own words, untrusted
 * @param differences what Atlas has otherwise than declared, only where that is what is the matter
 */
public record Standing(
        Address address,
        State state,
        Optional<ServiceId> service,
        Optional<String> status,
        Optional<String> message,
        List<Difference> differences) {

    public Standing {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(state, "state");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(message, "message");
        differences = List.copyOf(differences);
    }

    static Standing of(Address address, ObservedService found, List<Difference> differences) {
        var state = state(State.of(found.health()), differences);
        return new Standing(
                address,
                state,
                Optional.of(found.id()),
                Optional.of(found.status().text()),
                found.errorMessage(),
                state == State.CHANGED ? differences : List.of());
    }

    static Standing of(Address address, ServiceId service, ObservedEndpoint found, List<Difference> differences) {
        var state = state(State.of(found.health()), differences);
        return new Standing(
                address,
                state,
                Optional.of(service),
                Optional.of(found.status().text()),
                found.errorMessage(),
                state == State.CHANGED ? differences : List.of());
    }

    /** One of which nothing was seen. */
    static Standing of(Address address, State state) {
        return new Standing(address, state, Optional.empty(), Optional.empty(), Optional.empty(), List.of());
    }

    /** What is on its way is not yet held against what is declared. */
    private static State state(State state, List<Difference> differences) {
        return state == State.READY && !differences.isEmpty() ? State.CHANGED : state;
    }
}
