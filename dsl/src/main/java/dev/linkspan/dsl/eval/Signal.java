package dev.linkspan.dsl.eval;

/** How a command ended. */
public sealed interface Signal {

    /** The next command follows. */
    Signal NEXT = new Next();

    /** The loop or switch around it ends. */
    Signal BREAK = new Break();

    /** The next turn of the loop around it follows. */
    Signal CONTINUE = new Continue();

    /** The first kind: nothing special. */
    record Next() implements Signal {}

    /** After {@code break}. */
    record Break() implements Signal {}

    /** After {@code continue}. */
    record Continue() implements Signal {}

    /** The closure or method ends with this value. */
    record Return(Object value) implements Signal {}
}
