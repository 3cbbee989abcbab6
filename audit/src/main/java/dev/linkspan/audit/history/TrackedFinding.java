package dev.linkspan.audit.history;

import java.time.Instant;
import java.util.Comparator;

/**
 * A finding with its standing in one run.
 *
 * @param severity as last seen
 * @param summary as last seen, untrusted
 * @param suppressed as last seen
 * @param since when it was first seen in its present unbroken stretch; of a resolved one, in the stretch that ended
 * @param firstSeen when it was first seen at all, as far back as history goes
 * @param departures how often it went within the week before the run
 * @param isGraver whether it counts for more than when it was last seen: it was milder then, or suppressed
 */
public record TrackedFinding(
        String fingerprint,
        String kind,
        String severity,
        String address,
        String summary,
        boolean suppressed,
        Standing standing,
        Instant since,
        Instant firstSeen,
        int departures,
        boolean isGraver)
        implements Comparable<TrackedFinding> {

    private static final Comparator<TrackedFinding> ORDER = Comparator.comparing(TrackedFinding::address)
            .thenComparing(TrackedFinding::kind)
            .thenComparing(TrackedFinding::fingerprint);

    @Override
    public int compareTo(TrackedFinding other) {
        return ORDER.compare(this, other);
    }
}
