package dev.linkspan.apply;

import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectId;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Step;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The endpoints that became ready in a run.
 *
 * @param byProject never empty sets
 * @param ready all endpoints that are known to be ready now, these among them
 */
record Arrivals(SortedMap<ProjectId, SortedSet<Address>> byProject, SortedSet<Address> ready) {

    Arrivals {
        byProject = Collections.unmodifiableSortedMap(new TreeMap<>(byProject));
        ready = Collections.unmodifiableSortedSet(new TreeSet<>(ready));
    }

    /** @param before the endpoints that were ready when the plan was made */
    static Arrivals of(Plan plan, Collection<Address> before, List<StepOutcome> outcomes) {
        Set<Address> touched = plan.steps().stream()
                .filter(it -> it instanceof Step.Create || it instanceof Step.Replace || it instanceof Step.Delete)
                .map(Step::address)
                .collect(Collectors.toSet());
        var ready = new TreeSet<>(before);
        ready.removeIf(it -> touched.contains(it) || touched.contains(it.parent()));
        var byProject = new TreeMap<ProjectId, SortedSet<Address>>();
        outcomes.stream().filter(Arrivals::isArrival).forEach(it -> {
            var address = it.step().address();
            ready.add(address);
            byProject
                    .computeIfAbsent(Site.project(address), project -> new TreeSet<>())
                    .add(address);
        });
        return new Arrivals(byProject, ready);
    }

    private static boolean isArrival(StepOutcome outcome) {
        var step = outcome.step();
        return outcome.isDone() && step.address().kind() == Address.Kind.ENDPOINT && !(step instanceof Step.Delete);
    }
}
