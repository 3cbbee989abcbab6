package dev.linkspan.apply;

import java.time.Duration;

/**
 * When to look at something that takes its time: once after a first delay, then at intervals that start short and grow.
 *
 * @param first before the first look
 * @param interval between the first look and the second
 * @param longest no interval is longer
 */
record Pace(Duration first, Duration interval, Duration longest) {

    private static final double GROWTH = 1.25;

    /** The delay before a look, counted from the one before it. */
    Duration before(int look) {
        if (look == 0) {
            return first;
        }
        double millis = interval.toMillis() * Math.pow(GROWTH, look - 1);
        return Duration.ofMillis((long) Math.min(millis, longest.toMillis()));
    }
}
