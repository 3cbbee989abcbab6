package dev.linkspan.emulator.wire;

import java.time.Duration;

/** A token bucket: so many requests at once, and so many more after each interval. */
public record RateLimit(int capacity, int refill, Duration interval) {

    public RateLimit {
        if (capacity < 1 || refill < 1 || interval.compareTo(Duration.ofSeconds(1)) < 0) {
            throw new IllegalArgumentException("A rate limit has a capacity and a refill of at least 1 and an interval"
                    + " of at least a second, such as 4000, 2000, 60 s.");
        }
    }

    /** Atlas's limit for private endpoints, for each project. */
    public static RateLimit privateEndpoints() {
        return new RateLimit(4000, 2000, Duration.ofMinutes(1));
    }

    /** Atlas's limit for clusters, for each project. */
    public static RateLimit clusters() {
        return new RateLimit(10_000, 5000, Duration.ofMinutes(1));
    }

    /** Atlas's limit for projects. */
    public static RateLimit projects() {
        return new RateLimit(1200, 500, Duration.ofMinutes(1));
    }
}
