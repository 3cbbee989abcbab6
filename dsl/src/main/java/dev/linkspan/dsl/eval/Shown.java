package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import java.util.List;
import java.util.stream.Collectors;

/** Values and counts in messages. */
public final class Shown {

    private Shown() {}

    /** {@code a text and a list}, or {@code no values}. */
    public static String values(List<?> values) {
        return values.isEmpty() ? "no values" : values.stream().map(Kinds::of).collect(Collectors.joining(" and "));
    }

    /** {@code 1 step}, {@code 2 steps}. */
    public static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
