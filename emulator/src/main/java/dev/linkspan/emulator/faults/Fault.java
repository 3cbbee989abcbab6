package dev.linkspan.emulator.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** A fault and where it strikes: {@code KIND on METHOD PATH [times N] [after N] [retry-after SECONDS]}. */
public final class Fault {

    private static final String EXAMPLE = "503 on GET /groups/*/... times 2 after 1";

    private final String text;
    private final FaultKind kind;
    private final Duration delay;
    private final String method;
    private final PathPattern path;
    private OptionalLong times = OptionalLong.empty();
    private long after;
    private OptionalInt retryAfter = OptionalInt.empty();

    private Fault(String given) {
        text = given.trim();
        Deque<String> words = new ArrayDeque<>(Arrays.asList(text.split("\\s+")));
        String word = words.poll();
        kind = FaultKind.of(word)
                .orElseThrow(() -> refused("'" + word + "' is no kind of fault; there are " + FaultKind.accepted()));
        delay = kind == FaultKind.SLOW ? delay(next(words)) : Duration.ZERO;
        if (!next(words).equals("on")) {
            throw refused("'on' is missing after the kind");
        }
        method = next(words);
        if (!method.matches("GET|POST|PATCH|DELETE|\\*")) {
            throw refused("'" + method + "' is no method; there are GET, POST, PATCH, DELETE and *");
        }
        String pattern = next(words);
        if (!pattern.startsWith("/")) {
            throw refused("the path '" + pattern + "' does not start with a slash");
        }
        path = new PathPattern(pattern);
        while (!words.isEmpty()) {
            readOption(words.poll(), next(words));
        }
    }

    /** @throws IllegalArgumentException with an accepted example, if the text is not a fault */
    public static Fault parse(String text) {
        return new Fault(text);
    }

    /** As it was written. */
    public String text() {
        return text;
    }

    public FaultKind kind() {
        return kind;
    }

    /** Of a slow answer. */
    public Duration delay() {
        return delay;
    }

    /** The header of a 429 or 503, in seconds; empty to send none. */
    public OptionalInt retryAfter() {
        return retryAfter;
    }

    /** How often it strikes; empty for always. */
    OptionalLong times() {
        return times;
    }

    /** How many requests pass before it strikes first. */
    long after() {
        return after;
    }

    boolean fits(String requestMethod, String requestPath) {
        return (method.equals("*") || method.equals(requestMethod)) && path.fits(requestPath);
    }

    private void readOption(String word, String number) {
        if (!number.matches("\\d{1,9}")) {
            throw refused("after '" + word + "' stands no number");
        }
        switch (word) {
            case "times" -> times = OptionalLong.of(Long.parseLong(number));
            case "after" -> after = Long.parseLong(number);
            case "retry-after" -> retryAfter = OptionalInt.of(Integer.parseInt(number));
            default -> throw refused("'" + word + "' is neither times, after nor retry-after");
        }
    }

    private Duration delay(String word) {
        return Delay.read(word)
                .orElseThrow(() -> refused("'" + word + "' is no time; accepted is, for instance, 5s or 200ms"));
    }

    private static String next(Deque<String> words) {
        return Optional.ofNullable(words.poll()).orElse("");
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(
                "The fault '" + text + "' cannot be read: " + why + ". Accepted is, for instance, '" + EXAMPLE + "'.");
    }
}
