package dev.linkspan.readiness;

import dev.linkspan.model.Health;

/** Where a thing stands that somebody waits for. */
public enum State {
    /** It is there, as declared, and usable. */
    READY,
    /** Atlas is at work on it; or it has a status that this version does not know, so that it may be. */
    SETTLING,
    /** Atlas is removing it. */
    LEAVING,
    /** Atlas gave it up, or reports an error: waiting does not mend it. */
    FAILED,
    /** Declared, and Atlas does not have it. */
    MISSING,
    /** It is there with other values than declared. */
    CHANGED,
    /** Asked for by its address, and Atlas does not have it. */
    ABSENT,
    /** It could not be read. */
    UNSEEN;

    /** Whether time alone will change it. */
    public boolean isInTransition() {
        return this == SETTLING || this == LEAVING;
    }

    static State of(Health health) {
        return switch (health) {
            case READY -> READY;
            case PENDING, UNKNOWN -> SETTLING;
            case LEAVING -> LEAVING;
            case FAILED -> FAILED;
        };
    }
}
