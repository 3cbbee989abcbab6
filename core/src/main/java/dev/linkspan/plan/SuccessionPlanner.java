package dev.linkspan.plan;

import dev.linkspan.compare.Pairing;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.plan.GcpMigration.Stage;
import dev.linkspan.plan.ServicePlanner.Planned;
import java.util.List;
import java.util.Optional;

/**
 * Plans the two services of one succession. Until the successor's endpoint is declared and AVAILABLE, nothing is taken away from the
 * older service, and nothing of it is built anew; from then on all of it goes.
 */
final class SuccessionPlanner {

    private final Succession succession;
    private final Permission permission;
    private final Planned successor;
    private final Stage stage;

    SuccessionPlanner(Succession succession, Permission permission) {
        this.succession = succession;
        this.permission = permission;
        this.successor = welcomed(new ServicePlanner(succession.successor(), permission).plan());
        this.stage = stage();
    }

    Planned successor() {
        return successor;
    }

    Planned older() {
        return stage.phase() == 1
                ? spared(new ServicePlanner(succession.older(), permission).plan())
                : new RetirementPlanner(
                                succession.older(),
                                permission,
                                Reasons.takenOver(endpoint().orElseThrow()))
                        .plan();
    }

    GcpMigration migration() {
        return new MigrationGuide(succession, stage, successor, older()).migration();
    }

    /** The steps for the successor, where nobody declares it: it is created all the same, and an endpoint that it has stays. */
    private Planned welcomed(Planned planned) {
        if (succession.isSuccessorDeclared()) {
            return planned;
        }
        return new Planned(
                planned.service()
                        .map(it -> it instanceof Step.Create create
                                ? new Step.Create(create.address(), create.subject(), Reasons.SUCCESSOR)
                                : it),
                planned.endpoints().stream()
                        .map(it -> isUnwantedDelete(it) ? held(it, Action.DELETE, Reasons.UNDECLARED_SUCCESSOR) : it)
                        .toList());
    }

    /** The steps for the older service while it is still needed. */
    private Planned spared(Planned planned) {
        var service = planned.service().map(SuccessionPlanner::spared);
        boolean isRebuilt = planned.service()
                .filter(it -> it instanceof Step.Create || it instanceof Step.Replace)
                .isPresent();
        return new Planned(
                service,
                planned.endpoints().stream()
                        .map(it -> isRebuilt && it instanceof Step.Create
                                ? held(it, Action.CREATE, Reasons.SERVICE_HELD)
                                : isUnwantedDelete(it) ? held(it, Action.DELETE, Reasons.NOT_TAKEN_OVER) : it)
                        .toList());
    }

    private static Step spared(Step service) {
        if (service instanceof Step.Create) {
            return held(service, Action.CREATE, Reasons.NOTHING_OLDER);
        }
        if (service instanceof Step.Replace) {
            return held(service, Action.REPLACE, Reasons.NOTHING_OLDER);
        }
        return isUnwantedDelete(service) ? held(service, Action.DELETE, Reasons.NOT_TAKEN_OVER) : service;
    }

    /** One that is planned, or held for a permission that would be too early. */
    private static boolean isUnwantedDelete(Step step) {
        return step instanceof Step.Delete || step.reason().equals(Reasons.DELETE_NOT_ALLOWED);
    }

    private static Step held(Step step, Action wanted, Reason reason) {
        return new Step.Hold(step.address(), step.subject(), Optional.of(wanted), reason);
    }

    private Stage stage() {
        var service = succession.successor().service();
        if (service instanceof Pairing.Unseen || succession.older().service() instanceof Pairing.Unseen) {
            return Stage.UNKNOWN;
        }
        var health = service.observed().map(ObservedService::health).orElse(Health.LEAVING);
        return switch (health) {
            case LEAVING, FAILED -> Stage.BEGIN;
            case PENDING, UNKNOWN -> Stage.BUILD;
            case READY -> readyStage();
        };
    }

    /** Of a successor that takes endpoints. */
    private Stage readyStage() {
        if (succession.successor().endpoints().stream().anyMatch(Pairing.Unseen.class::isInstance)) {
            return Stage.UNKNOWN;
        }
        var declared = succession.successor().endpoints().stream()
                .filter(it -> it.declared().isPresent())
                .findFirst();
        if (declared.isEmpty()) {
            return endpoint().isPresent() ? Stage.DECLARE : Stage.CONNECT;
        }
        if (declared.get().observed().isEmpty()) {
            return Stage.REGISTER;
        }
        if (!isUp(declared.get())) {
            return Stage.VERIFY;
        }
        return succession.older().service().observed().isPresent() ? Stage.RETIRE : Stage.CLEAN_UP;
    }

    /** Whether it can carry all traffic: AVAILABLE, as declared, and about to stay. */
    private boolean isUp(Pairing<DeclaredEndpoint, ObservedEndpoint> endpoint) {
        boolean isReady =
                endpoint.observed().filter(it -> it.health() == Health.READY).isPresent();
        return isReady && isKept(successor.service().stream().toList()) && isKept(successor.endpoints());
    }

    private static boolean isKept(List<Step> steps) {
        return steps.stream()
                .filter(it -> !isUnwantedDelete(it))
                .allMatch(it -> it instanceof Step.Keep keep && !keep.isSettling());
    }

    /** The successor's: the declared one, or else one that is there. */
    private Optional<EndpointId> endpoint() {
        return MigrationGuide.endpoint(succession.successor())
                .flatMap(it -> it.address().endpoint());
    }
}
