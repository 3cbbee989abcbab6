package dev.linkspan.plan;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Plans one project: regional mode on first and off last; services, then endpoints; deletes in reverse. New endpoints come
 * before others are taken away, so that a service does not lose its last one, and with it, perhaps, itself; only where a service takes
 * one endpoint, the old one goes first.
 */
final class ProjectPlanner {

    private final ComparedProject project;
    private final Permission permission;

    ProjectPlanner(ComparedProject project, boolean isSeenInFull, Guard guard) {
        this.project = project;
        this.permission = new Permission(project.declared(), isSeenInFull, guard);
    }

    List<Step> steps() {
        var first = new ArrayList<Step>();
        var services = new ArrayList<Step>();
        var roomMade = new ArrayList<Step>();
        var endpoints = new ArrayList<Step>();
        var endpointReplaces = new ArrayList<Step>();
        var endpointDeletes = new ArrayList<Step>();
        var serviceDeletes = new ArrayList<Step>();
        var last = new ArrayList<Step>();
        project.regionalMode().ifPresent(it -> (it.declared().orElseThrow() ? first : last).add(regionalMode(it)));
        for (var compared : project.services()) {
            var planned = new ServicePlanner(compared, permission).plan();
            planned.service().ifPresent(it -> (it instanceof Step.Delete ? serviceDeletes : services).add(it));
            for (var step : planned.endpoints()) {
                var phase = step instanceof Step.Replace ? endpointReplaces : endpoints;
                var deletes = takesOneEndpoint(compared) ? roomMade : endpointDeletes;
                (step instanceof Step.Delete ? deletes : phase).add(step);
            }
        }
        return Stream.of(first, services, roomMade, endpoints, endpointReplaces, endpointDeletes, serviceDeletes, last)
                .flatMap(List::stream)
                .toList();
    }

    /** A port-mapped service takes one endpoint, so that another can come only after it has gone. */
    private static boolean takesOneEndpoint(ComparedService compared) {
        return compared.service()
                .declared()
                .filter(it -> it.key().isPortMapped())
                .isPresent();
    }

    private Step regionalMode(Pairing<Boolean, Boolean> pairing) {
        var subject = new Subject.RegionalMode(pairing.declared().orElseThrow());
        if (pairing instanceof Pairing.Unseen<Boolean, Boolean>) {
            return new Step.Hold(pairing.address(), subject, Optional.empty(), Reasons.UNSEEN);
        }
        var matched = (Pairing.Matched<Boolean, Boolean>) pairing;
        if (matched.differences().isEmpty()) {
            return new Step.Keep(
                    pairing.address(), subject, Reasons.AS_DECLARED, matched.found() ? "enabled" : "disabled", false);
        }
        return new Step.Update(
                pairing.address(),
                subject,
                matched.differences(),
                Reasons.DIFFERS,
                List.of("The connection strings of sharded clusters change with regional mode."));
    }
}
