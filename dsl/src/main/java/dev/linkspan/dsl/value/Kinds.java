package dev.linkspan.dsl.value;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What to call a value in a message. */
public final class Kinds {

    private Kinds() {}

    public static String of(Object value) {
        if (value == null) {
            return "null";
        }
        if (isText(value)) {
            return "a text";
        }
        if (value instanceof Number) {
            return "a number";
        }
        if (value instanceof Boolean) {
            return "true or false";
        }
        if (value instanceof Pattern || value instanceof Matcher) {
            return "a regular expression";
        }
        if (value instanceof Map.Entry<?, ?>) {
            return "a map entry";
        }
        return ofMany(value);
    }

    private static String ofMany(Object value) {
        if (value instanceof Span) {
            return "a range";
        }
        if (value instanceof Set<?>) {
            return "a set";
        }
        if (value instanceof Collection<?>) {
            return "a list";
        }
        return value instanceof Map<?, ?> ? "a map" : "a closure";
    }

    /** Whether a value is text, interpolated or not. */
    public static boolean isText(Object value) {
        return value instanceof String || value instanceof Interpolated;
    }
}
