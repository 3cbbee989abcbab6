package dev.linkspan.apply;

import dev.linkspan.model.Address;
import dev.linkspan.readiness.Readiness;
import java.time.Duration;
import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * How a wait ended.
 *
 * @param readiness at the last look
 * @param awaited what was waited for on the way, whatever became of it
 * @param took from start to end
 */
public record WaitReport(Readiness readiness, SortedSet<Address> awaited, Duration took) {

    public WaitReport {
        Objects.requireNonNull(readiness, "readiness");
        awaited = Collections.unmodifiableSortedSet(new TreeSet<>(awaited));
        Objects.requireNonNull(took, "took");
    }

    /** What was waited for and is no longer there. */
    public SortedSet<Address> gone() {
        var gone = new TreeSet<>(awaited);
        readiness.standings().forEach(it -> gone.remove(it.address()));
        return gone;
    }
}
