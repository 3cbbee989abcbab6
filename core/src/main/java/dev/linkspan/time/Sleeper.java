package dev.linkspan.time;

import java.time.Duration;

/** Lets time pass. Tests advance a clock; the command line sleeps. */
@FunctionalInterface
public interface Sleeper {

    /** @throws InterruptedException when the run is cancelled */
    void sleep(Duration duration) throws InterruptedException;

    /** The one that really sleeps. */
    static Sleeper real() {
        return duration -> Thread.sleep(duration.toMillis());
    }
}
