package dev.linkspan.emulator.wire;

import java.time.Duration;
import java.time.Instant;

/** The requests that are still allowed under a rate limit. */
final class Bucket {

    private final RateLimit limit;
    private int left;
    private Instant filled;

    Bucket(RateLimit limit, Instant now) {
        this.limit = limit;
        this.left = limit.capacity();
        this.filled = now;
    }

    /**
     * @param retrySeconds how long until there is another request to be had
     */
    record Draw(boolean allowed, int left, long retrySeconds) {}

    synchronized Draw draw(Instant now) {
        long intervals = Duration.between(filled, now).dividedBy(limit.interval());
        if (intervals > 0) {
            left = (int) Math.min(limit.capacity(), left + intervals * limit.refill());
            filled = filled.plus(limit.interval().multipliedBy(intervals));
        }
        if (left > 0) {
            left--;
            return new Draw(true, left, 0);
        }
        long seconds = Duration.between(now, filled.plus(limit.interval())).toSeconds();
        return new Draw(false, 0, Math.max(1, seconds));
    }
}
