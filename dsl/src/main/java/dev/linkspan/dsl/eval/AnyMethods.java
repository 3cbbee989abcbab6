package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Truth;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Methods of every value, and those of kinds that have only a few. */
final class AnyMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("toString", 0, it -> it.run().text().of(it.self()))
            .add("inspect", 0, it -> it.run().text().inspected(it.self()))
            .add("equals", 1, AnyMethods::isEqual)
            .add("compareTo", 1, it -> it.run().equality().order(it.self(), it.value(0)))
            .add("is", 1, it -> it.self() == it.value(0))
            .add("asBoolean", 0, it -> Truth.of(it.self()));

    static final MethodTable NULL = new MethodTable()
            .add("toString", 0, it -> "null")
            .add("inspect", 0, it -> "null")
            .add("asBoolean", 0, it -> false);

    static final MethodTable ENTRIES = new MethodTable()
            .add("getKey", 0, it -> ((Map.Entry<?, ?>) it.self()).getKey())
            .add("getValue", 0, it -> ((Map.Entry<?, ?>) it.self()).getValue());

    static final MethodTable CLOSURES = new MethodTable()
            .add("call", 0, Integer.MAX_VALUE, it -> ((Lambda) it.self()).callWith(it.run(), it.values()));

    private AnyMethods() {}

    /** Collections compare as {@code ==} does, all else as Java does: {@code 1.equals(1.0)} is false. */
    private static boolean isEqual(Call call) {
        boolean isCollection =
                call.self() instanceof List<?> || call.self() instanceof Set<?> || call.self() instanceof Map<?, ?>;
        return isCollection
                ? call.run().equality().same(call.self(), call.value(0))
                : call.self().equals(call.value(0));
    }
}
