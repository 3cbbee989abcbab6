package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.dsl.value.Truth;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** One call of a method in a table, and its values by the kinds that the method asks for. */
record Call(Run run, Object self, String name, List<Object> values) {

    int count() {
        return values.size();
    }

    Object value(int index) {
        return values.get(index);
    }

    boolean has(int index) {
        return values.size() > index;
    }

    Lambda closure(int index) {
        return value(index) instanceof Lambda it ? it : refuse(index, "a closure");
    }

    boolean isClosure(int index) {
        return has(index) && value(index) instanceof Lambda;
    }

    int integer(int index) {
        return value(index) instanceof Integer it ? it : this.<Integer>refuse(index, "a whole number");
    }

    Number number(int index) {
        return value(index) instanceof Number it ? it : refuse(index, "a number");
    }

    String text(int index) {
        return Kinds.isText(value(index)) ? value(index).toString() : refuse(index, "a text");
    }

    Collection<?> collection(int index) {
        return value(index) instanceof Collection<?> it ? it : refuse(index, "a list");
    }

    Map<?, ?> map(int index) {
        return value(index) instanceof Map<?, ?> it ? it : refuse(index, "a map");
    }

    private <T> T refuse(int index, String wanted) {
        throw new SpecFault(
                "wrong-values",
                "'" + name + "' takes " + wanted + " here, not " + Kinds.of(value(index)),
                "See the methods in docs/language.md.");
    }

    Object made(Object value) {
        return run.made(value);
    }

    /** Calls a closure with one element; a map's entry goes to a closure of two parameters as key and value. */
    Object apply(int index, Object element) {
        return apply(closure(index), element);
    }

    Object apply(Lambda closure, Object element) {
        if (element instanceof Map.Entry<?, ?> it && self instanceof Map<?, ?> && closure.arity() == 2) {
            return closure.call(run, it.getKey(), it.getValue());
        }
        return closure.call(run, element);
    }

    /** Whether a closure finds an element true; without a closure, whether the element itself is. */
    boolean holds(Object element) {
        return values.isEmpty() ? Truth.of(element) : Truth.of(apply(0, element));
    }
}
