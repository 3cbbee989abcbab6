package dev.linkspan.plan;

import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import java.util.List;
import java.util.Optional;

/** Plans the removal of a service from which another has taken over, declared or not, with all its endpoints. */
final class RetirementPlanner {

    private final ComparedService older;
    private final Permission permission;
    private final Reason why;

    RetirementPlanner(ComparedService older, Permission permission, Reason why) {
        this.older = older;
        this.permission = permission;
        this.why = why;
    }

    ServicePlanner.Planned plan() {
        var endpoints =
                older.endpoints().stream().flatMap(it -> endpoint(it).stream()).toList();
        return new ServicePlanner.Planned(service(endpoints), endpoints);
    }

    private Optional<Step> endpoint(Pairing<DeclaredEndpoint, ObservedEndpoint> pairing) {
        boolean isGone = pairing instanceof Pairing.OnlyDeclared
                || pairing.observed()
                        .filter(it -> it.health() == Health.LEAVING)
                        .isPresent();
        if (isGone || isForeign(pairing)) {
            return Optional.empty();
        }
        var subject =
                new Subject.Endpoint(older.service().observed().map(ObservedService::id), EndpointAttributes.NONE);
        boolean isProtected =
                pairing.declared().map(DeclaredEndpoint::isProtected).orElse(false);
        return Optional.of(step(pairing, subject, isProtected));
    }

    /** Somebody else's, in a project that is silent about such. */
    private boolean isForeign(Pairing<DeclaredEndpoint, ObservedEndpoint> pairing) {
        return pairing.declared().isEmpty() && permission.ignoresUnmanaged();
    }

    private Optional<Step> service(List<Step> endpoints) {
        var pairing = older.service();
        if (pairing.observed().filter(it -> it.health() != Health.LEAVING).isEmpty()) {
            return Optional.empty();
        }
        var subject = new Subject.Service(pairing.observed().map(ObservedService::id), Optional.empty());
        var own = step(pairing, subject, false);
        if (own instanceof Step.Hold) {
            return Optional.of(own);
        }
        if (older.endpoints().stream().anyMatch(this::isForeign)) {
            return Optional.of(hold(pairing, subject, Reasons.FOREIGN_ENDPOINTS));
        }
        return Optional.of(
                endpoints.stream().anyMatch(Step.Hold.class::isInstance)
                        ? hold(pairing, subject, Reasons.ENDPOINT_HELD)
                        : own);
    }

    private Step step(Pairing<?, ?> pairing, Subject subject, boolean isProtected) {
        if (pairing instanceof Pairing.Unseen) {
            return hold(pairing, subject, Reasons.UNSEEN);
        }
        boolean isServiceProtected =
                older.service().declared().map(DeclaredService::isProtected).orElse(false);
        return permission
                .refusesRetirement(pairing.declared().isPresent(), isServiceProtected || isProtected)
                .<Step>map(it -> hold(pairing, subject, it))
                .orElseGet(() -> new Step.Delete(pairing.address(), subject, why, List.of()));
    }

    private static Step.Hold hold(Pairing<?, ?> pairing, Subject subject, Reason reason) {
        return new Step.Hold(pairing.address(), subject, Optional.of(Action.DELETE), reason);
    }
}
