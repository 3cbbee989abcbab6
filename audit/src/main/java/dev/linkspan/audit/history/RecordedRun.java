package dev.linkspan.audit.history;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A run that history holds.
 *
 * @param came how many findings were new, without suppressed ones, as the other two
 * @param went how many were resolved
 * @param unknown how many open ones it could not look at
 * @param counts of the findings it saw, by kind, then severity
 */
public record RecordedRun(
        String id,
        String scope,
        Instant startedAt,
        Instant endedAt,
        String verdict,
        int exitStatus,
        AuditRun.Coverage coverage,
        int came,
        int went,
        int unknown,
        List<Count> counts) {

    public RecordedRun {
        Objects.requireNonNull(coverage, "coverage");
        counts = counts.stream().sorted().toList();
    }

    /** How many findings it saw, without those that a rule suppresses. */
    public int findings() {
        return counts.stream().mapToInt(Count::findings).sum();
    }

    /** How many more it saw that a rule suppresses. */
    public int suppressed() {
        return counts.stream().mapToInt(Count::suppressed).sum();
    }

    /**
     * How many findings of one kind and severity.
     *
     * @param findings without suppressed ones
     * @param suppressed how many more a rule suppresses
     */
    public record Count(String kind, String severity, int findings, int suppressed) implements Comparable<Count> {

        private static final Comparator<Count> ORDER =
                Comparator.comparing(Count::kind).thenComparing(Count::severity);

        @Override
        public int compareTo(Count other) {
            return ORDER.compare(this, other);
        }
    }
}
