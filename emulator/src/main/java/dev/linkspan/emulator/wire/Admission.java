package dev.linkspan.emulator.wire;

import java.util.Optional;

/** What became of a request's credentials. */
public enum Admission {
    /** They were right. */
    AUTHORISED,
    /** There were none, so the answer asks for some. */
    CHALLENGED,
    /** They were right, but the nonce was too old: the answer has a new one and says so. */
    STALE,
    /** The nonce's count did not rise: somebody sends the same request again, or counts badly. */
    REPLAYED,
    /** They were wrong. */
    REFUSED,
    /** None are needed there. */
    OPEN;

    /** An admission together with the caller, if one was let in. */
    record Decision(Admission admission, Optional<Caller> caller) {

        static Decision of(Admission admission) {
            return new Decision(admission, Optional.empty());
        }

        static Decision authorised(Caller caller) {
            return new Decision(AUTHORISED, Optional.of(caller));
        }
    }
}
