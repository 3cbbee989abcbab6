package dev.linkspan.emulator.faults;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** What goes wrong. */
public enum FaultKind {
    /** No payment method. */
    PAYMENT("402"),
    /** Forbidden with an empty body, as was seen once in the wild. */
    FORBIDDEN("403"),
    /** The caller's address is not on the access list. */
    ACCESS_LIST("access-list"),
    /** Every nonce and token that is out becomes stale; digest clients are told so. */
    STALE("stale"),
    RATE_LIMITED("429"),
    SERVER_ERROR("500"),
    /** A gateway's HTML page instead of JSON. */
    BAD_GATEWAY("502-html"),
    UNAVAILABLE("503"),
    /** The connection drops and nothing was done. */
    RESET("reset"),
    /** Everything was done, but the connection drops before the answer. */
    LOST("lost"),
    /** The right answer, late. */
    SLOW("slow"),
    /** Status 200 and something that is not JSON; everything was done. */
    GARBAGE("garbage"),
    /** Half of the right answer; everything was done. */
    TRUNCATED("truncated");

    private final String word;

    FaultKind(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }

    static Optional<FaultKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }

    static String accepted() {
        return Arrays.stream(values())
                .map(kind -> kind == SLOW ? "slow 5s" : kind.word)
                .collect(Collectors.joining(", "));
    }
}
