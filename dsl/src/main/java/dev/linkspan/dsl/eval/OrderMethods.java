package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Arithmetic;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Methods of lists and sets that put elements in order, add them up or tell them apart. */
final class OrderMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("sort", 0, 2, OrderMethods::sort)
            .add("toSorted", 0, 1, it -> sorted(it, new ArrayList<>(elements(it)), 0))
            .add("min", 0, 1, it -> extreme(it, -1))
            .add("max", 0, 1, it -> extreme(it, 1))
            .add("sum", 0, 2, OrderMethods::sum)
            .add("average", 0, 1, OrderMethods::average)
            .add("unique", 0, 2, OrderMethods::unique)
            .add("toUnique", 0, 1, it -> distinct(it, 0))
            .add("intersect", 1, OrderMethods::intersect)
            .add("disjoint", 1, it -> isDisjoint(it));

    private OrderMethods() {}

    private static Collection<?> elements(Call call) {
        return CollectionMethods.elements(call);
    }

    /** A list is sorted itself, unless the first value is false. */
    private static Object sort(Call call) {
        boolean isTold = call.has(0) && call.value(0) instanceof Boolean;
        boolean isItself = call.self() instanceof List<?> && !(isTold && Boolean.FALSE.equals(call.value(0)));
        List<Object> list = isItself ? Elements.list(call.self()) : new ArrayList<>(elements(call));
        return sorted(call, list, isTold ? 1 : 0);
    }

    private static Object sorted(Call call, List<Object> list, int at) {
        list.sort(comparator(call, at));
        return list;
    }

    /** By the closure at this index: by the value it gives each element, or as it compares two; else the natural order. */
    static Comparator<Object> comparator(Call call, int at) {
        if (!call.has(at)) {
            return (one, other) -> call.run().equality().order(one, other);
        }
        var closure = call.closure(at);
        if (closure.arity() != 2) {
            return (one, other) -> call.run().equality().order(call.apply(closure, one), call.apply(closure, other));
        }
        return (one, other) -> sign(closure.call(call.run(), one, other));
    }

    private static int sign(Object answer) {
        if (answer instanceof Number it) {
            return it.intValue();
        }
        throw new SpecFault(
                "wrong-values",
                "A closure that compares two elements gives a number",
                "For example { a, b -> a <=> b }.");
    }

    static Object extreme(Call call, int wanted) {
        var order = comparator(call, 0);
        boolean skipsNulls = call.count() == 0;
        boolean isFirst = true;
        Object best = null;
        for (Object it : elements(call)) {
            if (skipsNulls && it == null) {
                continue;
            }
            if (isFirst || Integer.signum(order.compare(it, best)) == wanted) {
                best = it;
            }
            isFirst = false;
        }
        return best;
    }

    private static Object sum(Call call) {
        boolean hasStart = call.has(0) && !call.isClosure(0);
        int closure = hasStart ? 1 : 0;
        Object sum = hasStart ? call.value(0) : null;
        boolean isFirst = !hasStart;
        for (Object it : elements(call)) {
            Object part = call.has(closure) ? call.apply(closure, it) : it;
            sum = isFirst ? part : Sums.plus(call.run(), sum, part);
            isFirst = false;
        }
        return sum;
    }

    private static Object average(Call call) {
        int size = elements(call).size();
        return size == 0 ? null : Arithmetic.divide((Number) sum(call), size);
    }

    private static Object unique(Call call) {
        boolean isTold = call.has(0) && call.value(0) instanceof Boolean;
        var distinct = distinct(call, isTold ? 1 : 0);
        if (isTold && Boolean.FALSE.equals(call.value(0))) {
            return distinct;
        }
        var self = Elements.collection(call.self());
        if (distinct.size() < self.size()) {
            self.clear();
            self.addAll(distinct);
        }
        return self;
    }

    private static Collection<Object> distinct(Call call, int at) {
        Collection<Object> kept = CollectionMethods.likeSelf(call);
        List<Object> marks = new ArrayList<>();
        boolean isCompared = call.has(at) && call.closure(at).arity() == 2;
        for (Object it : elements(call)) {
            Object mark = call.has(at) && !isCompared ? call.apply(at, it) : it;
            boolean isKnown = isCompared
                    ? marks.stream().anyMatch(known -> sign(call.closure(at).call(call.run(), known, it)) == 0)
                    : call.run().equality().isIn(marks, mark);
            if (!isKnown) {
                marks.add(mark);
                kept.add(it);
            }
        }
        return kept;
    }

    private static Object intersect(Call call) {
        Collection<Object> shared = CollectionMethods.likeSelf(call);
        var others = call.collection(0);
        for (Object it : elements(call)) {
            if (call.run().equality().isIn(others, it)) {
                shared.add(it);
            }
        }
        return shared;
    }

    private static boolean isDisjoint(Call call) {
        var all = elements(call);
        return call.collection(0).stream().noneMatch(it -> Elements.contains(call.run(), all, it));
    }
}
