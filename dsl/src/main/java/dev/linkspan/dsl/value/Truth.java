package dev.linkspan.dsl.value;

import java.util.Collection;
import java.util.Map;
import java.util.regex.Matcher;

/** Groovy's truth: null, zero and whatever is empty are false. */
public final class Truth {

    private Truth() {}

    public static boolean of(Object value) {
        if (value instanceof Boolean it) {
            return it;
        }
        if (Kinds.isText(value)) {
            return !value.toString().isEmpty();
        }
        if (value instanceof Number it) {
            return it.doubleValue() != 0;
        }
        if (value instanceof Collection<?> it) {
            return !it.isEmpty();
        }
        if (value instanceof Map<?, ?> it) {
            return !it.isEmpty();
        }
        if (value instanceof Matcher it) {
            return it.reset().find();
        }
        return value != null;
    }
}
