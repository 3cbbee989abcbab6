package dev.linkspan.emulator.faults;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A path in which {@code *} stands for one part and {@code ...} for any number of parts, none included. It is held
 * against the path below {@code /api/atlas/v2} or {@code /api/atlas/v1.0}, or, if it starts with {@code /api/}, against
 * the whole path.
 */
public record PathPattern(String text) {

    static PathPattern of(String text) {
        return new PathPattern(text);
    }

    boolean fits(String path) {
        String held = text.startsWith("/api/") ? path : path.replaceFirst("^/api/atlas/v[0-9.]+", "");
        return held.matches(regex());
    }

    private String regex() {
        return Arrays.stream(text.substring(1).split("/", -1))
                .map(part -> switch (part) {
                    case "*" -> "/[^/]+";
                    case "..." -> "(?:/[^/]+)*";
                    default ->
                        "/"
                                + Arrays.stream(part.split("\\*", -1))
                                        .map(java.util.regex.Pattern::quote)
                                        .collect(Collectors.joining("[^/]*"));
                })
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return text;
    }
}
