package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.Span;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Methods of lists and ranges alone: by position. */
final class ListMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("get", 1, it -> list(it).get(it.integer(0)))
            .add("getAt", 1, it -> Elements.get(it.run(), it.self(), it.value(0)))
            .add("set", 2, it -> list(it).set(it.integer(0), it.value(1)))
            .add("add", 1, 2, ListMethods::add)
            .add("remove", 1, ListMethods::remove)
            .add("removeAt", 1, it -> list(it).remove(it.integer(0)))
            .add("removeLast", 0, it -> list(it).remove(list(it).size() - 1))
            .add("push", 1, ListMethods::push)
            .add("pop", 0, it -> list(it).remove(0))
            .add("indexOf", 1, it -> position(it, true))
            .add("lastIndexOf", 1, it -> position(it, false))
            .add("subList", 2, it -> new ArrayList<>(list(it).subList(it.integer(0), it.integer(1))))
            .add("reverse", 0, 1, ListMethods::reverse)
            .add("reverseEach", 1, ListMethods::reverseEach)
            .add("transpose", 0, ListMethods::transpose)
            .add("getIndices", 0, it -> indices(it))
            .add("step", 1, 2, ListMethods::step)
            .add("asImmutable", 0, it -> Collections.unmodifiableList(list(it)));

    private ListMethods() {}

    private static List<Object> list(Call call) {
        return Elements.list(call.self());
    }

    private static Object add(Call call) {
        Elements.grown(call.run(), list(call).size());
        if (call.count() == 1) {
            return list(call).add(call.value(0));
        }
        list(call).add(call.integer(0), call.value(1));
        return null;
    }

    /** By position for a whole number, else the element itself. */
    private static Object remove(Call call) {
        if (call.value(0) instanceof Integer index) {
            return list(call).remove((int) index);
        }
        call.run().equality().walk(call.value(0));
        return list(call).remove(call.value(0));
    }

    private static Object push(Call call) {
        Elements.grown(call.run(), list(call).size());
        list(call).add(0, call.value(0));
        return true;
    }

    private static Object position(Call call, boolean isFirst) {
        call.run().equality().walk(call.value(0));
        call.run().work(list(call).size());
        return isFirst ? list(call).indexOf(call.value(0)) : list(call).lastIndexOf(call.value(0));
    }

    private static Object reverse(Call call) {
        boolean isItself = call.has(0) && Boolean.TRUE.equals(call.value(0));
        List<Object> reversed = isItself ? list(call) : new ArrayList<>(list(call));
        Collections.reverse(reversed);
        return reversed;
    }

    private static Object reverseEach(Call call) {
        List<Object> reversed = new ArrayList<>(list(call));
        Collections.reverse(reversed);
        reversed.forEach(it -> call.apply(0, it));
        return call.self();
    }

    private static Object transpose(Call call) {
        int width = Integer.MAX_VALUE;
        for (Object row : list(call)) {
            if (!(row instanceof List<?> it)) {
                throw new SpecFault(
                        "wrong-type",
                        "transpose takes a list of lists, not of " + Kinds.of(row),
                        "[[1, 2], [3, 4]].transpose()");
            }
            width = Math.min(width, it.size());
        }
        List<Object> columns = new ArrayList<>();
        for (int i = 0; i < width && !list(call).isEmpty(); i++) {
            List<Object> column = new ArrayList<>();
            for (Object row : list(call)) {
                column.add(((List<?>) row).get(i));
            }
            call.run().elements(column.size());
            columns.add(column);
        }
        return columns;
    }

    private static Object indices(Call call) {
        return Span.between(
                0, list(call).size(), false, true, call.run().budgets().elements());
    }

    /** {@code (1..9).step(2)}, with a closure or as a list. */
    private static Object step(Call call) {
        int step = call.integer(0);
        if (!(call.self() instanceof Span) || step < 1) {
            throw new SpecFault(
                    "wrong-values", "step takes a range and a number above zero", "For example (1..9).step(2).");
        }
        List<Object> picked = new ArrayList<>();
        for (int i = 0; i < list(call).size(); i += step) {
            picked.add(list(call).get(i));
        }
        if (!call.has(1)) {
            return picked;
        }
        picked.forEach(it -> call.apply(1, it));
        return null;
    }
}
