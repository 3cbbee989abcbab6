package dev.linkspan.plan;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.plan.ServicePlanner.Planned;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Plans one project: regional mode on first and off last; services, then endpoints; deletes in reverse. New endpoints come
 * before others are taken away, so that a service does not lose its last one, and with it, perhaps, itself; only where a service takes
 * one endpoint, the old one goes first.
 */
final class ProjectPlanner {

    private final ComparedProject project;
    private final Permission permission;
    private final List<Succession> successions;

    /** @param blindSpots of the whole comparison */
    ProjectPlanner(ComparedProject project, boolean isSeenInFull, Guard guard, Collection<BlindSpot> blindSpots) {
        this.project = project;
        this.permission = new Permission(project.declared(), isSeenInFull, guard);
        this.successions = guard.migratesGcp() ? Succession.of(project, blindSpots) : List.of();
    }

    ProjectPlan plan() {
        var services = new TreeMap<Address, Planned>();
        project.services().forEach(it -> services.put(it.address(), new ServicePlanner(it, permission).plan()));
        var migrations = new ArrayList<GcpMigration>();
        for (var succession : successions) {
            var planner = new SuccessionPlanner(succession, permission);
            services.put(succession.older().address(), planner.older());
            services.put(succession.successor().address(), planner.successor());
            migrations.add(planner.migration());
        }
        return new ProjectPlan(ordered(services), migrations);
    }

    private List<Step> ordered(SortedMap<Address, Planned> planned) {
        var first = new ArrayList<Step>();
        var services = new ArrayList<Step>();
        var roomMade = new ArrayList<Step>();
        var endpoints = new ArrayList<Step>();
        var endpointReplaces = new ArrayList<Step>();
        var endpointDeletes = new ArrayList<Step>();
        var serviceDeletes = new ArrayList<Step>();
        var last = new ArrayList<Step>();
        project.regionalMode().ifPresent(it -> (it.declared().orElseThrow() ? first : last).add(regionalMode(it)));
        planned.forEach((address, service) -> {
            boolean isLeaving =
                    service.service().filter(Step.Delete.class::isInstance).isPresent();
            service.service().ifPresent(it -> (isLeaving ? serviceDeletes : services).add(it));
            // A port-mapped service takes one endpoint, so that another can come only after it has gone.
            boolean makesRoom = !isLeaving && address.service().orElseThrow().isPortMapped();
            for (var step : service.endpoints()) {
                var phase = step instanceof Step.Replace ? endpointReplaces : endpoints;
                (step instanceof Step.Delete ? makesRoom ? roomMade : endpointDeletes : phase).add(step);
            }
        });
        return Stream.of(first, services, roomMade, endpoints, endpointReplaces, endpointDeletes, serviceDeletes, last)
                .flatMap(List::stream)
                .toList();
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
