package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.model.Refusal;
import java.util.ConcurrentModificationException;
import java.util.regex.PatternSyntaxException;

/** Turns whatever ends an evaluation into a fault in our own words. */
public final class Faults {

    private Faults() {}

    public static SpecFault of(Throwable thrown) {
        if (thrown instanceof SpecFault it) {
            return it;
        }
        if (thrown instanceof Refusal it) {
            return new SpecFault(it.id(), it.summary(), it.remedy());
        }
        if (thrown instanceof StackOverflowError) {
            return SpecFault.ending("too-deep", "This part of the spec lies too deep in itself", "Make it flatter.");
        }
        if (thrown instanceof OutOfMemoryError) {
            return SpecFault.ending("out-of-memory", "This spec needs more memory than there is", "Make it smaller.");
        }
        return ofValues(thrown);
    }

    private static SpecFault ofValues(Throwable thrown) {
        if (thrown instanceof PatternSyntaxException it) {
            return new SpecFault(
                    "bad-pattern", "'" + it.getPattern() + "' is not a regular expression", "Java's rules apply.");
        }
        if (thrown instanceof NumberFormatException) {
            return new SpecFault("not-a-number", "This text is not a number", "Digits only, for example '42'.");
        }
        if (thrown instanceof IndexOutOfBoundsException) {
            return new SpecFault("no-such-index", "There is no element at this index", "Check the size first.");
        }
        if (thrown instanceof ConcurrentModificationException) {
            return new SpecFault(
                    "changed-while-read",
                    "A collection is changed while it is gone through",
                    "Build a new one instead.");
        }
        if (thrown instanceof ArithmeticException) {
            return new SpecFault("bad-number", "This number cannot be worked out", "Check the operands.");
        }
        if (thrown instanceof UnsupportedOperationException) {
            return new SpecFault(
                    "unchangeable", "This value cannot be changed", "Copy it first: it.toList() or [:] + it.");
        }
        return new SpecFault("bad-value", "This does not work with these values", "Check their kinds.");
    }
}
