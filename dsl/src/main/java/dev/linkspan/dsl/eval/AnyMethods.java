package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Truth;
import java.util.Map;

/** Methods of every value, and those of kinds that have only a few. */
final class AnyMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("toString", 0, it -> it.run().text().of(it.self()))
            .add("inspect", 0, it -> it.run().text().inspected(it.self()))
            .add("equals", 1, it -> it.run().equality().same(it.self(), it.value(0)))
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
}
