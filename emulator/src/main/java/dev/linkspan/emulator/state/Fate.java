package dev.linkspan.emulator.state;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** How the setting up of a service or an endpoint will end. */
public enum Fate {
    /** It becomes AVAILABLE. */
    READY,
    /** An AWS endpoint becomes REJECTED, everything else FAILED. */
    FAILS,
    /** The first one fails; after a delete, the second one succeeds. */
    FAILS_ONCE,
    /** It never leaves its first status. */
    HANGS,
    /** A service becomes WAITING_FOR_USER, which older Atlas documents have for AVAILABLE; an endpoint becomes AVAILABLE. */
    WAITS_FOR_USER;

    /** As written in a state file, such as {@code fails-once}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Fate> of(String text) {
        return Arrays.stream(values()).filter(fate -> fate.text().equals(text)).findFirst();
    }

    static String accepted() {
        return Arrays.stream(values()).map(Fate::text).collect(Collectors.joining(", "));
    }

    /**
     * What an endpoint's id says about its fate, so that a test or a demo can choose it without a state file: an id that
     * ends with {@code 0000bad} fails, with {@code 000bad1} fails the first time, with {@code 000dead} hangs.
     */
    public static Fate ofEndpointId(String id) {
        String lower = id.toLowerCase(Locale.ROOT);
        if (lower.endsWith("0000bad")) {
            return FAILS;
        }
        if (lower.endsWith("000bad1")) {
            return FAILS_ONCE;
        }
        return lower.endsWith("000dead") ? HANGS : READY;
    }
}
