package dev.linkspan.emulator.lifecycle;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The emulator's time: the given clock plus what it was advanced by; inside the world it runs faster. */
public final class WorldClock {

    private final Clock clock;
    private final double speed;
    private final Instant start;
    private final AtomicReference<Duration> advanced = new AtomicReference<>(Duration.ZERO);

    /** @param speed how many times faster than the clock services and endpoints come and go */
    public WorldClock(Clock clock, double speed) {
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new IllegalArgumentException("The speed must be a number above 0, such as 60, but is " + speed + ".");
        }
        this.clock = clock;
        this.speed = speed;
        this.start = clock.instant();
    }

    /** The time by which services and endpoints change. */
    public Instant world() {
        long passed = Duration.between(start, clock.instant()).toNanos();
        return start.plusNanos((long) (passed * speed)).plus(advanced.get());
    }

    /** The time by which clients live: nonces, tokens and rate limits, which no speed shortens. */
    public Instant outside() {
        return clock.instant().plus(advanced.get());
    }

    /** Moves both times on. */
    public void advance(Duration by) {
        if (by.isNegative()) {
            throw new IllegalArgumentException("Time cannot be moved back, but was asked to move by " + by + ".");
        }
        advanced.accumulateAndGet(by, Duration::plus);
    }
}
