package dev.linkspan.apply;

import dev.linkspan.connect.Connections;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * How a run ended.
 *
 * @param outcomes one for each step that was to be carried out or waited for, in the plan's order
 * @param connections the connection strings through the endpoints that became ready
 * @param took from start to end
 */
public record ApplyReport(List<StepOutcome> outcomes, Connections connections, Duration took) {

    public ApplyReport {
        outcomes = List.copyOf(outcomes);
        Objects.requireNonNull(connections, "connections");
        Objects.requireNonNull(took, "took");
    }

    /** Whether everything that was to be done is done; what has become of connection strings does not count. */
    public boolean isDone() {
        return outcomes.stream().allMatch(StepOutcome::isDone);
    }

    /** Whether something went wrong, and is not merely unfinished. */
    public boolean hasFailed() {
        return outcomes.stream().anyMatch(it -> !it.isDone() && !it.isWaiting());
    }

    public int count(Class<? extends StepOutcome> kind) {
        return (int) outcomes.stream().filter(kind::isInstance).count();
    }
}
