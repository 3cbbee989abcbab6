package dev.linkspan.apply;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a run ended.
 *
 * @param outcomes one for each step that was to be carried out or waited for, in the plan's order
 * @param took from start to end
 */
public record ApplyReport(List<StepOutcome> outcomes, Duration took) {

    public ApplyReport {
        outcomes = List.copyOf(outcomes);
        Objects.requireNonNull(took, "took");
    }

    /** Whether everything that was to be done is done. */
    public boolean isDone() {
        return outcomes.stream().allMatch(StepOutcome::isDone);
    }

    public int count(Class<? extends StepOutcome> kind) {
        return (int) outcomes.stream().filter(kind::isInstance).count();
    }
}
