package dev.linkspan.audit;

import dev.linkspan.model.Health;
import java.util.Locale;

/** How a service or endpoint stands, for tallies and pictures. */
public enum State {
    READY,
    PENDING,
    FAILED,
    LEAVING,
    UNKNOWN,
    /** Declared, and not there. */
    MISSING,
    NOT_SEEN;

    static State of(Health health) {
        return switch (health) {
            case READY -> READY;
            case PENDING -> PENDING;
            case FAILED -> FAILED;
            case LEAVING -> LEAVING;
            case UNKNOWN -> UNKNOWN;
        };
    }

    /** The word that reports use, such as {@code not-seen}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
