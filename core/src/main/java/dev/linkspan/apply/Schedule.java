package dev.linkspan.apply;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * When to look at something that takes its time, and for how long.
 *
 * @param limit the longest wait
 * @param usual how long it usually takes, from its beginning, where that is known
 * @param isDoubt whether it settles what became of a call, which a few looks do, and does not wait for Atlas's work: no run does
 *     without that
 */
record Schedule(Pace pace, Duration limit, Optional<Duration> usual, boolean isDoubt) {

    Schedule {
        Objects.requireNonNull(pace, "pace");
        Objects.requireNonNull(limit, "limit");
        Objects.requireNonNull(usual, "usual");
    }

    static Schedule of(Pace pace, Duration limit) {
        return new Schedule(pace, limit, Optional.empty(), false);
    }

    Schedule usually(Duration duration) {
        return new Schedule(pace, limit, Optional.of(duration), isDoubt);
    }

    /** Whether the first look is due at once, so that it costs no waiting. */
    boolean beginsAtOnce() {
        return pace.first().isZero();
    }
}
