package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Methods that lists, sets, ranges and maps share: going through the elements. */
final class CollectionMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("size", 0, it -> sizeOf(it))
            .add("isEmpty", 0, it -> sizeOf(it) == 0)
            .add("each", 1, CollectionMethods::each)
            .add("eachWithIndex", 1, CollectionMethods::eachWithIndex)
            .add("collect", 0, 1, CollectionMethods::collect)
            .add("collectMany", 1, CollectionMethods::collectMany)
            .add("collectEntries", 0, 1, CollectionMethods::collectEntries)
            .add("find", 0, 1, CollectionMethods::find)
            .add("findAll", 0, 1, it -> kept(it, true))
            .add("findResult", 1, CollectionMethods::findResult)
            .add("findResults", 1, CollectionMethods::findResults)
            .add("any", 0, 1, it -> elements(it).stream().anyMatch(it::holds))
            .add("every", 0, 1, it -> elements(it).stream().allMatch(it::holds))
            .add("inject", 1, 2, CollectionMethods::inject)
            .add("groupBy", 1, CollectionMethods::groupBy)
            .add("countBy", 1, CollectionMethods::countBy)
            .add("count", 1, CollectionMethods::count);

    /** Methods that maps do not have. */
    static final MethodTable UNPAIRED = new MethodTable()
            .add("grep", 0, 1, CollectionMethods::grep)
            .add("toList", 0, it -> new ArrayList<>(elements(it)))
            .add("toSet", 0, it -> new LinkedHashSet<>(keys(it)))
            .add("contains", 1, it -> Elements.contains(it.run(), elements(it), it.value(0)))
            .add("containsAll", 1, CollectionMethods::containsAll)
            .add("join", 0, 1, CollectionMethods::join);

    private CollectionMethods() {}

    static Collection<?> elements(Call call) {
        return Access.many(call.run(), call.self());
    }

    private static Collection<?> keys(Call call) {
        var elements = elements(call);
        elements.forEach(it -> call.run().equality().walk(it));
        return elements;
    }

    private static int sizeOf(Call call) {
        return call.self() instanceof Map<?, ?> it ? it.size() : elements(call).size();
    }

    private static Object each(Call call) {
        elements(call).forEach(it -> call.apply(0, it));
        return call.self();
    }

    private static Object eachWithIndex(Call call) {
        var closure = call.closure(0);
        int index = 0;
        for (Object it : elements(call)) {
            boolean isSplit = it instanceof Map.Entry<?, ?> && call.self() instanceof Map<?, ?> && closure.arity() == 3;
            if (isSplit) {
                var entry = (Map.Entry<?, ?>) it;
                closure.call(call.run(), entry.getKey(), entry.getValue(), index++);
            } else {
                closure.call(call.run(), it, index++);
            }
        }
        return call.self();
    }

    private static Object collect(Call call) {
        var answers = new ArrayList<Object>();
        for (Object it : elements(call)) {
            answers.add(call.count() == 0 ? it : call.apply(0, it));
        }
        return answers;
    }

    private static Object collectMany(Call call) {
        var answers = new ArrayList<Object>();
        for (Object it : elements(call)) {
            Object part = call.apply(0, it);
            if (!(part instanceof Collection<?> many)) {
                throw new SpecFault(
                        "wrong-values",
                        "The closure of collectMany gives a list, not " + Kinds.of(part),
                        "Use collect for one value each.");
            }
            call.run().elements(answers.size() + (long) many.size());
            answers.addAll(many);
        }
        return answers;
    }

    private static Object collectEntries(Call call) {
        var map = new LinkedHashMap<Object, Object>();
        for (Object it : elements(call)) {
            putEntry(call, map, call.count() == 0 ? it : call.apply(0, it));
        }
        return map;
    }

    private static void putEntry(Call call, Map<Object, Object> map, Object entry) {
        if (entry instanceof Map<?, ?> more) {
            more.forEach((key, value) -> map.put(call.run().equality().walk(key), value));
        } else if (entry instanceof List<?> pair && pair.size() <= 2) {
            Object key = pair.isEmpty() ? null : pair.get(0);
            map.put(call.run().equality().walk(key), pair.size() < 2 ? null : pair.get(1));
        } else if (entry instanceof Map.Entry<?, ?> it) {
            map.put(call.run().equality().walk(it.getKey()), it.getValue());
        } else {
            throw new SpecFault(
                    "wrong-values",
                    "collectEntries takes a map or a pair for each element, not " + Kinds.of(entry),
                    "For example names.collectEntries { [it, it.size()] }.");
        }
    }

    private static Object find(Call call) {
        for (Object it : elements(call)) {
            if (call.holds(it)) {
                return it;
            }
        }
        return null;
    }

    /** The elements for which the closure holds, or those for which it does not, in the receiver's own kind. */
    static Object kept(Call call, boolean isWanted) {
        Collection<Object> kept = likeSelf(call);
        for (Object it : elements(call)) {
            if (call.holds(it) == isWanted) {
                kept.add(it);
            }
        }
        return kept;
    }

    static Collection<Object> likeSelf(Call call) {
        return call.self() instanceof Set<?> ? new LinkedHashSet<>() : new ArrayList<>();
    }

    private static Object findResult(Call call) {
        for (Object it : elements(call)) {
            Object answer = call.apply(0, it);
            if (answer != null) {
                return answer;
            }
        }
        return null;
    }

    private static Object findResults(Call call) {
        var answers = new ArrayList<Object>();
        for (Object it : elements(call)) {
            Object answer = call.apply(0, it);
            if (answer != null) {
                answers.add(answer);
            }
        }
        return answers;
    }

    private static Object grep(Call call) {
        Collection<Object> kept = likeSelf(call);
        for (Object it : elements(call)) {
            if (call.count() == 0 ? call.holds(it) : Cases.matches(call.run(), call.value(0), it)) {
                kept.add(it);
            }
        }
        return kept;
    }

    private static Object inject(Call call) {
        var elements = elements(call).iterator();
        var closure = call.closure(call.count() - 1);
        if (call.count() == 1 && !elements.hasNext()) {
            throw new SpecFault(
                    "empty", "There is nothing to start inject with", "Give a first value: inject(0) { … }.");
        }
        Object sum = call.count() == 1 ? elements.next() : call.value(0);
        while (elements.hasNext()) {
            Object it = elements.next();
            boolean isSplit = it instanceof Map.Entry<?, ?> && call.self() instanceof Map<?, ?> && closure.arity() == 3;
            sum = isSplit
                    ? closure.call(call.run(), sum, ((Map.Entry<?, ?>) it).getKey(), ((Map.Entry<?, ?>) it).getValue())
                    : closure.call(call.run(), sum, it);
        }
        return sum;
    }

    private static Object groupBy(Call call) {
        var groups = new LinkedHashMap<Object, Object>();
        for (Object it : elements(call)) {
            Object key = call.run().equality().walk(call.apply(0, it));
            if (it instanceof Map.Entry<?, ?> entry && call.self() instanceof Map<?, ?>) {
                Elements.map(groups.computeIfAbsent(key, none -> new LinkedHashMap<>()))
                        .put(entry.getKey(), entry.getValue());
            } else {
                Elements.list(groups.computeIfAbsent(key, none -> new ArrayList<>()))
                        .add(it);
            }
        }
        return groups;
    }

    private static Object countBy(Call call) {
        var counts = new LinkedHashMap<Object, Object>();
        for (Object it : elements(call)) {
            counts.merge(call.run().equality().walk(call.apply(0, it)), 1, (one, other) -> (int) one + (int) other);
        }
        return counts;
    }

    private static Object count(Call call) {
        int count = 0;
        for (Object it : elements(call)) {
            boolean isMeant =
                    call.isClosure(0) ? call.holds(it) : call.run().equality().same(it, call.value(0));
            count += isMeant ? 1 : 0;
        }
        return count;
    }

    private static Object containsAll(Call call) {
        var all = elements(call);
        return call.collection(0).stream().allMatch(it -> Elements.contains(call.run(), all, it));
    }

    private static Object join(Call call) {
        String between = call.has(0) ? call.text(0) : "";
        var parts = new ArrayList<Object>();
        for (Object it : elements(call)) {
            if (!parts.isEmpty()) {
                parts.add(between);
            }
            parts.add(it);
        }
        return call.run().text().joined(parts);
    }
}
