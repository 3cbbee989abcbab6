package dev.linkspan.audit.notify;

import java.time.Duration;
import java.util.Optional;

/**
 * One attempt to deliver that failed. It has no cause and repeats no credential: what libraries say of their faults may hold the address
 * that they were given.
 */
final class DeliveryFault extends Exception {

    private static final long serialVersionUID = 1L;

    private final String remedy;
    private final boolean isPassing;
    private final transient Optional<Duration> retryAfter;

    private DeliveryFault(String why, String remedy, boolean isPassing, Optional<Duration> retryAfter) {
        super(why);
        this.remedy = remedy;
        this.isPassing = isPassing;
        this.retryAfter = retryAfter;
    }

    /** The next attempt may fare better. */
    static DeliveryFault passing(String why, String remedy, Optional<Duration> retryAfter) {
        return new DeliveryFault(why, remedy, true, retryAfter);
    }

    /** So would every other attempt. */
    static DeliveryFault lasting(String why, String remedy) {
        return new DeliveryFault(why, remedy, false, Optional.empty());
    }

    String remedy() {
        return remedy;
    }

    boolean isPassing() {
        return isPassing;
    }

    /** How long the server asks callers to stay away. */
    Optional<Duration> retryAfter() {
        return retryAfter;
    }
}
