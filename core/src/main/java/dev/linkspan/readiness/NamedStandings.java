package dev.linkspan.readiness;

import dev.linkspan.model.Address;
import dev.linkspan.model.Observation;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The standings of what an address names. */
final class NamedStandings {

    private final Observation observation;
    private final Address named;

    private NamedStandings(Observation observation, Address named) {
        this.observation = observation;
        this.named = named;
    }

    static List<Standing> of(Observation observation, Address named) {
        return new NamedStandings(observation, named).standings();
    }

    private List<Standing> standings() {
        var found = observation.projects().values().stream()
                .filter(it -> it.id().equals(named.project()))
                .flatMap(this::below)
                .toList();
        boolean isOneThing = named.region().isPresent();
        boolean isFound = found.stream().anyMatch(it -> it.address().equals(named));
        if (!isOneThing || isFound) {
            return found;
        }
        return List.of(Standing.of(named, observation.hiding(named).isPresent() ? State.UNSEEN : State.ABSENT));
    }

    private Stream<Standing> below(ObservedProject project) {
        return Stream.concat(
                        project.services().values().stream()
                                .map(it -> Standing.of(Address.service(project.id(), it.key()), it, List.of())),
                        project.endpoints().entrySet().stream().flatMap(it -> endpoint(project, it).stream()))
                .filter(it -> named.covers(it.address()));
    }

    private static Optional<Standing> endpoint(ObservedProject project, Map.Entry<Address, ObservedEndpoint> endpoint) {
        return endpoint.getKey()
                .service()
                .map(project.services()::get)
                .map(ObservedService::id)
                .map(it -> Standing.of(endpoint.getKey(), it, endpoint.getValue(), List.of()));
    }
}
