package dev.linkspan.emulator.faults;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fault and where it strikes: {@code KIND on METHOD PATH [times N] [after N] [retry-after SECONDS]}.
 *
 * @param method in upper case, or {@code *}
 * @param times how often it strikes; empty for always
 * @param after how many requests pass before it strikes first
 * @param delay of a slow answer
 * @param retryAfter the header of a 429 or 503; empty to send none
 */
public record Fault(
        String text,
        FaultKind kind,
        String method,
        PathPattern path,
        OptionalLong times,
        long after,
        Duration delay,
        OptionalInt retryAfter) {

    private static final String EXAMPLE = "503 on GET /groups/*/... times 2 after 1";
    private static final Pattern DELAY = Pattern.compile("(\\d{1,6})(ms|s|m)");

    /** @throws IllegalArgumentException with an accepted example, if the text is not a fault */
    public static Fault parse(String text) {
        Deque<String> words = new ArrayDeque<>(Arrays.asList(text.trim().split("\\s+")));
        String word = words.poll();
        FaultKind kind = FaultKind.of(word)
                .orElseThrow(
                        () -> refused(text, "'" + word + "' is no kind of fault; there are " + FaultKind.accepted()));
        Duration delay = kind == FaultKind.SLOW ? delay(text, words.poll()) : Duration.ZERO;
        if (!"on".equals(words.poll())) {
            throw refused(text, "'on' is missing after the kind");
        }
        String method = Optional.ofNullable(words.poll()).orElse("");
        if (!method.matches("GET|POST|PATCH|DELETE|\\*")) {
            throw refused(text, "'" + method + "' is no method; there are GET, POST, PATCH, DELETE and *");
        }
        String path = Optional.ofNullable(words.poll()).orElse("");
        if (!path.startsWith("/")) {
            throw refused(text, "the path '" + path + "' does not start with a slash");
        }
        Tail tail = Tail.of(text, words);
        return new Fault(
                text.trim(), kind, method, PathPattern.of(path), tail.times, tail.after, delay, tail.retryAfter);
    }

    boolean fits(String requestMethod, String requestPath) {
        return (method.equals("*") || method.equals(requestMethod)) && path.fits(requestPath);
    }

    private static Duration delay(String text, String word) {
        Matcher matcher = DELAY.matcher(word == null ? "" : word);
        if (!matcher.matches()) {
            throw refused(text, "'" + word + "' is no time; accepted is, for instance, 5s or 200ms");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            default -> Duration.ofMinutes(number);
        };
    }

    private static IllegalArgumentException refused(String text, String why) {
        return new IllegalArgumentException(
                "The fault '" + text + "' cannot be read: " + why + ". Accepted is, for instance, '" + EXAMPLE + "'.");
    }

    /** The optional words at the end, in any order. */
    private static final class Tail {

        private OptionalLong times = OptionalLong.empty();
        private long after;
        private OptionalInt retryAfter = OptionalInt.empty();

        static Tail of(String text, Deque<String> words) {
            Tail tail = new Tail();
            while (!words.isEmpty()) {
                String word = words.poll();
                String number = Optional.ofNullable(words.poll()).orElse("");
                if (!number.matches("\\d{1,9}")) {
                    throw refused(text, "after '" + word + "' stands no number");
                }
                switch (word) {
                    case "times" -> tail.times = OptionalLong.of(Long.parseLong(number));
                    case "after" -> tail.after = Long.parseLong(number);
                    case "retry-after" -> tail.retryAfter = OptionalInt.of(Integer.parseInt(number));
                    default -> throw refused(text, "'" + word + "' is neither times, after nor retry-after");
                }
            }
            return tail;
        }
    }
}
