package dev.linkspan.emulator.state;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One line of a project's activity.
 *
 * @param type Atlas's name for what happened, such as {@code INTERFACE_ENDPOINT_DELETED}
 * @param by an e-mail address for a person, anything else for an API key; empty for Atlas itself
 * @param endpoint the cloud's id of the endpoint it is about, where it is about one
 */
public record EventState(String type, Instant at, Optional<String> by, Optional<String> endpoint) {

    public EventState {
        Objects.requireNonNull(type);
        Objects.requireNonNull(at);
        Objects.requireNonNull(by);
        Objects.requireNonNull(endpoint);
    }
}
