package dev.linkspan.plan;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Plans the removal of what one project declares. Things that no spec declares stay, and keep their service. */
final class DestroyPlanner {

    private final ComparedProject project;
    private final boolean isSeenInFull;

    DestroyPlanner(ComparedProject project, boolean isSeenInFull) {
        this.project = project;
        this.isSeenInFull = isSeenInFull;
    }

    List<Step> steps() {
        var endpoints = new ArrayList<Step>();
        var services = new ArrayList<Step>();
        for (var compared : project.services()) {
            if (compared.service().declared().isPresent()) {
                var planned = endpoints(compared);
                endpoints.addAll(planned);
                service(compared, planned).ifPresent(services::add);
            }
        }
        return Stream.concat(endpoints.stream(), services.stream()).toList();
    }

    private List<Step> endpoints(ComparedService compared) {
        var subject =
                new Subject.Endpoint(compared.service().observed().map(ObservedService::id), EndpointAttributes.NONE);
        boolean isServiceProtected =
                compared.service().declared().map(DeclaredService::isProtected).orElse(false);
        return compared.endpoints().stream()
                .filter(it -> it.declared().isPresent())
                .filter(it -> it instanceof Pairing.Unseen || isThere(it))
                .map(it -> step(
                        it,
                        subject,
                        isServiceProtected
                                || it.declared()
                                        .map(DeclaredEndpoint::isProtected)
                                        .orElse(false)))
                .toList();
    }

    private static boolean isThere(Pairing<DeclaredEndpoint, ObservedEndpoint> pairing) {
        return pairing.observed().filter(it -> it.health() != Health.LEAVING).isPresent();
    }

    private Optional<Step> service(ComparedService compared, List<Step> endpoints) {
        var pairing = compared.service();
        boolean isThere = pairing instanceof Pairing.Unseen
                || pairing.observed()
                        .filter(it -> it.health() != Health.LEAVING)
                        .isPresent();
        if (!isThere) {
            return Optional.empty();
        }
        var subject = new Subject.Service(pairing.observed().map(ObservedService::id), Optional.empty());
        boolean hasForeign =
                compared.endpoints().stream().anyMatch(it -> it.declared().isEmpty());
        if (hasForeign) {
            return Optional.of(hold(pairing, subject, Reasons.FOREIGN_ENDPOINTS));
        }
        if (endpoints.stream().anyMatch(Step.Hold.class::isInstance)) {
            return Optional.of(hold(pairing, subject, Reasons.ENDPOINT_HELD));
        }
        return Optional.of(step(
                pairing,
                subject,
                pairing.declared().map(DeclaredService::isProtected).orElse(false)));
    }

    private Step step(Pairing<?, ?> pairing, Subject subject, boolean isProtected) {
        if (project.declared().isProtected() || isProtected) {
            return hold(pairing, subject, Reasons.PROTECTED);
        }
        if (pairing instanceof Pairing.Unseen<?, ?>) {
            return hold(pairing, subject, Reasons.UNSEEN);
        }
        return isSeenInFull
                ? new Step.Delete(pairing.address(), subject, Reasons.DESTROYED, List.of())
                : hold(pairing, subject, Reasons.PROJECT_UNSEEN);
    }

    private static Step hold(Pairing<?, ?> pairing, Subject subject, Reason reason) {
        return new Step.Hold(pairing.address(), subject, Optional.of(Action.DELETE), reason);
    }
}
