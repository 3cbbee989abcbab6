package dev.linkspan.dsl.eval;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Methods that change a list or set, and the operators by their names. */
final class ChangeMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("plus", 1, it -> Sums.plus(it.run(), it.self(), it.value(0)))
            .add("minus", 1, it -> Sums.minus(it.run(), it.self(), it.value(0)))
            .add("leftShift", 1, it -> Sums.append(it.run(), it.self(), it.value(0)))
            .add("add", 1, ChangeMethods::addOne)
            .add("addAll", 1, ChangeMethods::addAll)
            .add("remove", 1, it -> elements(it).remove(it.value(0)))
            .add("removeElement", 1, it -> elements(it).remove(it.value(0)))
            .add("removeAll", 1, it -> remove(it, true))
            .add("retainAll", 1, it -> remove(it, false))
            .add("clear", 0, ChangeMethods::clear);

    private ChangeMethods() {}

    private static Collection<Object> elements(Call call) {
        return Elements.collection(call.self());
    }

    private static Object addOne(Call call) {
        var into = elements(call);
        int before = into.size();
        Sums.addTo(call.run(), into, call.value(0));
        Elements.grown(call.run(), into.size());
        return into.size() > before;
    }

    private static Object addAll(Call call) {
        var into = elements(call);
        int before = into.size();
        List<Object> more = Arrays.asList(call.collection(0).toArray());
        call.run().elements(before + (long) more.size());
        more.forEach(it -> Sums.addTo(call.run(), into, it));
        return into.size() > before;
    }

    private static Object remove(Call call, boolean isRemoved) {
        if (call.isClosure(0)) {
            return elements(call).removeIf(it -> call.holds(it) == isRemoved);
        }
        var named = call.collection(0);
        return elements(call).removeIf(it -> Elements.contains(call.run(), named, it) == isRemoved);
    }

    private static Object clear(Call call) {
        elements(call).clear();
        return null;
    }
}
