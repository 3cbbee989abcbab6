package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/** Methods of lists and sets that pick some of the elements, or arrange them anew. */
final class PickMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("first", 0, it -> at(it, 0))
            .add("head", 0, it -> at(it, 0))
            .add("last", 0, it -> at(it, elements(it).size() - 1))
            .add("take", 1, it -> part(it, 0, it.integer(0)))
            .add(
                    "drop",
                    1,
                    it -> part(it, Math.max(0, it.integer(0)), elements(it).size()))
            .add(
                    "takeRight",
                    1,
                    it -> part(
                            it,
                            elements(it).size() - Math.max(0, it.integer(0)),
                            elements(it).size()))
            .add("dropRight", 1, it -> part(it, 0, elements(it).size() - Math.max(0, it.integer(0))))
            .add("tail", 0, it -> part(filled(it), 1, elements(it).size()))
            .add("init", 0, it -> part(filled(it), 0, elements(it).size() - 1))
            .add("takeWhile", 1, it -> part(it, 0, run(it)))
            .add("dropWhile", 1, it -> part(it, run(it), elements(it).size()))
            .add("findIndexOf", 1, it -> index(it, true))
            .add("findLastIndexOf", 1, it -> index(it, false))
            .add("split", 1, it -> List.of(CollectionMethods.kept(it, true), CollectionMethods.kept(it, false)))
            .add("withIndex", 0, 1, PickMethods::withIndex)
            .add("indexed", 0, 1, PickMethods::indexed)
            .add("collate", 1, 2, PickMethods::collate)
            .add("flatten", 0, PickMethods::flatten)
            .add("multiply", 1, it -> Sums.times(it.run(), it.self(), it.value(0)))
            .add("combinations", 0, PickMethods::combinations);

    private PickMethods() {}

    private static Collection<?> elements(Call call) {
        return (Collection<?>) call.self();
    }

    private static Call filled(Call call) {
        if (elements(call).isEmpty()) {
            throw new SpecFault(
                    "empty", "'" + call.name() + "' finds nothing in an empty collection", "Check isEmpty() first.");
        }
        return call;
    }

    private static Object at(Call call, int index) {
        return new ArrayList<>(elements(filled(call))).get(index);
    }

    private static Object part(Call call, int from, int to) {
        var all = new ArrayList<Object>(elements(call));
        int end = Math.max(0, Math.min(to, all.size()));
        Collection<Object> part = CollectionMethods.likeSelf(call);
        part.addAll(all.subList(Math.max(0, Math.min(from, end)), end));
        return part;
    }

    /** How many elements from the start on the closure holds for. */
    private static int run(Call call) {
        int length = 0;
        for (Object it : elements(call)) {
            if (!call.holds(it)) {
                break;
            }
            length++;
        }
        return length;
    }

    private static Object index(Call call, boolean isFirst) {
        int found = -1;
        int index = 0;
        for (Object it : elements(call)) {
            if (call.holds(it)) {
                found = index;
                if (isFirst) {
                    break;
                }
            }
            index++;
        }
        return found;
    }

    private static Object withIndex(Call call) {
        int index = call.has(0) ? call.integer(0) : 0;
        var pairs = new ArrayList<Object>();
        for (Object it : elements(call)) {
            var pair = new ArrayList<Object>();
            pair.add(it);
            pair.add(index++);
            call.run().make(80);
            pairs.add(pair);
        }
        return pairs;
    }

    private static Object indexed(Call call) {
        int index = call.has(0) ? call.integer(0) : 0;
        var map = new LinkedHashMap<Object, Object>();
        for (Object it : elements(call)) {
            map.put(index++, it);
        }
        return map;
    }

    private static Object collate(Call call) {
        int size = call.integer(0);
        int step = call.has(1) ? call.integer(1) : size;
        if (size < 1 || step < 1) {
            throw new SpecFault("wrong-values", "collate takes sizes above zero", "For example list.collate(3).");
        }
        var all = new ArrayList<Object>(elements(call));
        call.run().elements((long) all.size() * Math.min(size, all.size()) / step);
        var parts = new ArrayList<Object>();
        for (int at = 0; at < all.size(); at += step) {
            parts.add(new ArrayList<>(all.subList(at, Math.min(at + size, all.size()))));
            call.run().make(64);
        }
        return parts;
    }

    private static Object flatten(Call call) {
        Collection<Object> flat = CollectionMethods.likeSelf(call);
        flatten(call.run(), elements(call), flat);
        return flat;
    }

    private static void flatten(Run run, Collection<?> from, Collection<Object> into) {
        for (Object it : from) {
            run.work(1);
            if (it instanceof Collection<?> inner) {
                flatten(run, inner, into);
            } else {
                into.add(run.equality().walk(it));
                Elements.grown(run, into.size());
            }
        }
    }

    private static Object combinations(Call call) {
        List<List<Object>> rows = new ArrayList<>();
        rows.add(List.of());
        for (Object options : elements(call)) {
            Collection<?> each = options instanceof Collection<?> it ? it : List.of(options);
            List<List<Object>> longer = new ArrayList<>();
            for (Object option : each) {
                for (var row : rows) {
                    var next = new ArrayList<>(row);
                    next.add(option);
                    call.run().elements(next.size());
                    longer.add(next);
                    Elements.grown(call.run(), longer.size());
                }
            }
            rows = longer;
        }
        return elements(call).isEmpty() ? new ArrayList<>() : new ArrayList<>(rows);
    }
}
