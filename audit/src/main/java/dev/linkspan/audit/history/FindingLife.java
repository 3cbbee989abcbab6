package dev.linkspan.audit.history;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When one finding of one scope came and went.
 *
 * @param stretches oldest first
 */
public record FindingLife(String scope, String fingerprint, String address, List<Stretch> stretches) {

    public FindingLife {
        stretches = List.copyOf(stretches);
    }

    /** Whether it is there still, as far as is known. */
    public boolean isOpen() {
        return stretches.get(stretches.size() - 1).gone().isEmpty();
    }

    /**
     * An unbroken time in which it was there.
     *
     * @param since when it was first seen
     * @param lastSeen when a run last saw it
     * @param gone when a run looked and it was not there any more; empty while it is open
     * @param runs how many runs saw it, as far as they are kept
     * @param wordings how it was told, oldest first; an entry for each change
     */
    public record Stretch(Instant since, Instant lastSeen, Optional<Instant> gone, int runs, List<Wording> wordings) {

        public Stretch {
            wordings = List.copyOf(wordings);
        }
    }

    /**
     * How it was told from some run on.
     *
     * @param at when it was first told so
     * @param kind may change: what was settling may be stuck, and is the same finding
     * @param summary untrusted
     * @param suppressed whether a rule kept it from counting
     */
    public record Wording(Instant at, String kind, String severity, String summary, boolean suppressed) {}
}
