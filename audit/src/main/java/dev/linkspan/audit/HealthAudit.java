package dev.linkspan.audit;

import dev.linkspan.model.Address;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether what stands in a project is well, where no spec says what should stand there. */
final class HealthAudit {

    private final ObservedProject project;

    HealthAudit(ObservedProject project) {
        this.project = project;
    }

    Stream<Finding> findings() {
        return project.services().values().stream().flatMap(it -> service(Address.service(project.id(), it.key()), it));
    }

    private Stream<Finding> service(Address address, ObservedService service) {
        var advice = advice(Remedies.undeclared(address, service.health()));
        var state = Condition.of(service).undeclared(address, advice);
        var ended = Deprecation.of(address, service, advice(Remedies.MIGRATE_UNDECLARED));
        var endpoints = service.endpointIds().stream()
                .map(address::endpoint)
                .flatMap(it -> Optional.ofNullable(project.endpoints().get(it)).stream()
                        .flatMap(found -> endpoint(it, service, found)));
        return Stream.concat(Stream.concat(state.stream(), ended.stream()), endpoints);
    }

    private static Stream<Finding> endpoint(Address address, ObservedService service, ObservedEndpoint endpoint) {
        var advice = advice(Remedies.undeclared(address, endpoint.health()));
        var state = Condition.of(endpoint).undeclared(address, advice);
        var last = endpoint.health() == Health.FAILED
                ? LastEndpoint.of(address, service, advice(Remedies.ADD_BEFORE_REMOVING))
                : Optional.<Finding>empty();
        return Stream.concat(state.stream(), last.stream());
    }

    private static Advice advice(String remedy) {
        return new Advice(remedy, Optional.empty(), Optional.empty());
    }
}
