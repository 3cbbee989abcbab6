package dev.linkspan.plan;

import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What would be done, in the order in which it would be done.
 *
 * @param projectNames Atlas's names of the projects, untrusted, where they were looked up
 * @param steps one for each thing that is declared, or that Atlas shows and that may concern somebody
 * @param blindSpots what could not be read when the plan was made
 */
public record Plan(SortedMap<ProjectRef, String> projectNames, List<Step> steps, SortedSet<BlindSpot> blindSpots) {

    public Plan {
        projectNames = Collections.unmodifiableSortedMap(new TreeMap<>(projectNames));
        steps = List.copyOf(steps);
        blindSpots = Collections.unmodifiableSortedSet(new TreeSet<>(blindSpots));
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
}
