package dev.linkspan.audit;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import java.util.Collection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Draws projects. */
final class Shapes {

    private Shapes() {}

    static Shape of(ComparedProject project) {
        return new Shape(
                project.declared().ref(),
                project.name(),
                project.services().stream().map(Shapes::service).toList());
    }

    static Shape of(ObservedProject project, Collection<BlindSpot> blindSpots) {
        return new Shape(
                project.id(),
                project.name(),
                project.services().values().stream()
                        .map(it -> service(project, it, blindSpots))
                        .toList());
    }

    private static Shape.Service service(ComparedService compared) {
        var service = compared.service();
        return new Shape.Service(
                compared.address(),
                service.observed().map(it -> State.of(it.health())).orElseGet(() -> absent(service)),
                status(service.observed(), it -> it.status().text()),
                compared.endpoints().stream().map(Shapes::endpoint).toList());
    }

    private static Shape.Endpoint endpoint(Pairing<?, ObservedEndpoint> endpoint) {
        return new Shape.Endpoint(
                endpoint.address(),
                endpoint.observed().map(it -> State.of(it.health())).orElseGet(() -> absent(endpoint)),
                status(endpoint.observed(), it -> it.status().text()));
    }

    private static State absent(Pairing<?, ?> pairing) {
        return pairing instanceof Pairing.Unseen ? State.NOT_SEEN : State.MISSING;
    }

    private static <T> String status(Optional<T> observed, Function<T, String> status) {
        return observed.map(status).orElse("");
    }

    private static Shape.Service service(
            ObservedProject project, ObservedService service, Collection<BlindSpot> blindSpots) {
        var address = Address.service(project.id(), service.key());
        return new Shape.Service(
                address,
                State.of(service.health()),
                service.status().text(),
                service.endpointIds().stream()
                        .flatMap(it -> endpoint(project, address.endpoint(it), blindSpots))
                        .toList());
    }

    /** Nothing for one that went away between Atlas's list and its own look. */
    private static Stream<Shape.Endpoint> endpoint(
            ObservedProject project, Address address, Collection<BlindSpot> blindSpots) {
        var seen = Optional.ofNullable(project.endpoints().get(address))
                .map(it -> new Shape.Endpoint(
                        address, State.of(it.health()), it.status().text()));
        return seen
                .or(() -> blindSpots.stream()
                        .filter(it -> it.address().covers(address))
                        .findFirst()
                        .map(it -> new Shape.Endpoint(address, State.NOT_SEEN, "")))
                .stream();
    }
}
