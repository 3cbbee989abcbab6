package dev.linkspan.plan;

import dev.linkspan.compare.Comparison;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Refusal;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What would be done, in the order in which it would be done.
 *
 * @param projectNames Atlas's names of the projects, untrusted, where they were looked up
 * @param steps one for each thing that is declared, or that Atlas shows and that may concern somebody
 * @param blindSpots what could not be read when the plan was made
 * @param migrations the way of each service off the older architecture of Google Cloud, in the order of their addresses; empty unless
 *     that was asked for
 */
public record Plan(
        SortedMap<ProjectRef, String> projectNames,
        List<Step> steps,
        SortedSet<BlindSpot> blindSpots,
        Optional<List<GcpMigration>> migrations) {

    public Plan {
        projectNames = Collections.unmodifiableSortedMap(new TreeMap<>(projectNames));
        steps = List.copyOf(steps);
        blindSpots = Collections.unmodifiableSortedSet(new TreeSet<>(blindSpots));
        migrations = migrations.map(List::copyOf);
    }

    public Plan(SortedMap<ProjectRef, String> projectNames, List<Step> steps, SortedSet<BlindSpot> blindSpots) {
        this(projectNames, steps, blindSpots, Optional.empty());
    }

    public PlanSummary summary() {
        return PlanSummary.of(steps);
    }

    /** Whether carrying it out would send Atlas any write. */
    public boolean hasChanges() {
        return steps.stream().anyMatch(Step::isChange);
    }

    /** Whether something declared is not met yet and no step of this plan meets it by itself. */
    public boolean hasPending() {
        return steps.stream().anyMatch(Step::isPending);
    }

    /** Whether everything that it speaks of was seen. */
    public boolean isComplete() {
        return blindSpots.isEmpty();
    }

    /**
     * The part of it that the targets name, with the services that named endpoints need, and everything on a service that is
     * replaced.
     *
     * @throws Refusal when a target names nothing in it
     */
    public Plan only(Collection<Target> targets) {
        targets.forEach(this::requireNamed);
        return restrictedTo(targets, Set.of());
    }

    /**
     * The same, where a target need not name anything, since what it named may be gone.
     *
     * @param known addresses that stay in it besides
     */
    Plan restrictedTo(Collection<Target> targets, Set<Address> known) {
        Predicate<Address> isNamed = address -> targets.stream().anyMatch(it -> it.names(address));
        var needed = steps.stream()
                .map(Step::address)
                .filter(isNamed)
                .map(Address::parent)
                .collect(Collectors.toSet());
        var replaced = steps.stream()
                .filter(it -> it instanceof Step.Replace && needed.contains(it.address()))
                .map(Step::address)
                .collect(Collectors.toSet());
        var kept = steps.stream()
                .filter(it -> isNamed.test(it.address())
                        || known.contains(it.address())
                        || needed.contains(it.address()) && !(it instanceof Step.Delete)
                        || replaced.contains(it.address().parent()))
                .toList();
        var hidden = blindSpots.stream()
                .filter(it -> isNamed.test(it.address())
                        || kept.stream().anyMatch(step -> it.address().covers(step.address())))
                .toList();
        Predicate<Address> isSeen =
                address -> isNamed.test(address) || kept.stream().anyMatch(it -> address.covers(it.address()));
        var moving = migrations.map(all -> all.stream()
                .filter(it -> isSeen.test(it.older()) || isSeen.test(it.successor()))
                .toList());
        return new Plan(projectNames, kept, new TreeSet<>(hidden), moving);
    }

    /** What is left of this plan, or has come in its way, once Atlas shows something else: the same question put again. */
    public Plan again(Comparison now, Guard guard, Collection<Target> targets) {
        var again = Planner.plan(now, guard);
        var known = steps.stream().map(Step::address).collect(Collectors.toSet());
        var part = targets.isEmpty() ? again : again.restrictedTo(targets, known);
        var agreed = part.steps.stream().map(this::agreed).toList();
        var held = new HashSet<>(agreed);
        part.steps.forEach(held::remove);
        var migrations = part.migrations.map(all -> all.stream()
                .map(it -> held.stream().anyMatch(step -> it.older().covers(step.address()))
                        ? MigrationGuide.withRemovalToPlan(it)
                        : it)
                .toList());
        return new Plan(projectNames, agreed, part.blindSpots, migrations);
    }

    /** What goes only because this plan has brought its successor stays: whoever agreed to this plan had not seen that it goes. */
    private Step agreed(Step now) {
        boolean isNews = now instanceof Step.Delete
                && now.reason().id().equals(Reasons.TAKEN_OVER)
                && steps.stream()
                        .noneMatch(
                                it -> it instanceof Step.Delete && it.address().equals(now.address()));
        return isNews
                ? new Step.Hold(now.address(), now.subject(), Optional.of(Action.DELETE), Reasons.NEXT_PHASE)
                : now;
    }

    private void requireNamed(Target target) {
        boolean namesSomething = Stream.concat(
                        steps.stream().map(Step::address), blindSpots.stream().map(BlindSpot::address))
                .anyMatch(target::names);
        if (!namesSomething) {
            throw new Refusal(
                    "target-without-match",
                    "The target '" + target.pattern() + "' names nothing that specs declare or Atlas has",
                    steps.isEmpty()
                            ? "The plan is empty."
                            : "Copy an address from a plan without targets, for example "
                                    + steps.get(0).address() + ", or use *: '*/aws/*'.");
        }
    }
}
