package dev.linkspan.emulator.faults;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A path in which {@code *} stands for one part or some of it, and {@code ...} for any number of parts, none included.
 * It is held against the path below {@code /api/atlas/v2} or {@code /api/atlas/v1.0}, or, if it starts with
 * {@code /api/}, against the whole path.
 */
final class PathPattern {

    private static final Pattern PREFIX = Pattern.compile("^/api/atlas/v[0-9.]+");

    private final boolean isWhole;
    private final Pattern pattern;

    PathPattern(String text) {
        isWhole = text.startsWith("/api/");
        pattern = Pattern.compile(Arrays.stream(text.substring(1).split("/", -1))
                .map(PathPattern::regex)
                .collect(Collectors.joining()));
    }

    boolean fits(String path) {
        String held = isWhole ? path : PREFIX.matcher(path).replaceFirst("");
        return pattern.matcher(held).matches();
    }

    private static String regex(String part) {
        if (part.equals("...")) {
            return "(?:/[^/]+)*";
        }
        return "/" + Arrays.stream(part.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*"));
    }
}
