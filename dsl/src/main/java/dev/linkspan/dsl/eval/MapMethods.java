package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Truth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Methods of maps alone: by key. */
final class MapMethods {

    static final MethodTable TABLE = new MethodTable()
            .add("get", 1, 2, MapMethods::get)
            .add("getAt", 1, it -> map(it).get(key(it, 0)))
            .add("getOrDefault", 2, it -> map(it).getOrDefault(key(it, 0), it.value(1)))
            .add("put", 2, MapMethods::put)
            .add("putAll", 1, MapMethods::putAll)
            .add("putIfAbsent", 2, MapMethods::putIfAbsent)
            .add("remove", 1, it -> map(it).remove(key(it, 0)))
            .add("clear", 0, MapMethods::clear)
            .add("containsKey", 1, it -> map(it).containsKey(key(it, 0)))
            .add("containsValue", 1, it -> Elements.contains(it.run(), map(it).values(), it.value(0)))
            .add("keySet", 0, it -> map(it).keySet())
            .add("values", 0, it -> map(it).values())
            .add("entrySet", 0, it -> map(it).entrySet())
            .add("findAll", 1, it -> kept(it, true))
            .add("removeAll", 1, it -> remove(it, true))
            .add("retainAll", 1, it -> remove(it, false))
            .add("subMap", 1, MapMethods::subMap)
            .add("sort", 0, 1, MapMethods::sorted)
            .add("toSorted", 0, 1, MapMethods::sorted)
            .add("min", 1, it -> OrderMethods.extreme(it, -1))
            .add("max", 1, it -> OrderMethods.extreme(it, 1))
            .add("take", 1, it -> part(it, 0, it.integer(0)))
            .add("drop", 1, it -> part(it, Math.max(0, it.integer(0)), map(it).size()))
            .add("plus", 1, it -> Sums.plus(it.run(), it.self(), it.value(0)))
            .add("minus", 1, it -> Sums.minus(it.run(), it.self(), it.value(0)))
            .add("leftShift", 1, it -> Sums.append(it.run(), it.self(), it.value(0)))
            .add("asImmutable", 0, it -> Collections.unmodifiableMap(map(it)));

    private MapMethods() {}

    private static Map<Object, Object> map(Call call) {
        return Elements.map(call.self());
    }

    private static Object key(Call call, int index) {
        return call.run().equality().walk(call.value(index));
    }

    /** With a second value, that is put in and given where the key has none, as Groovy does. */
    private static Object get(Call call) {
        Object key = key(call, 0);
        if (call.count() == 2 && !map(call).containsKey(key)) {
            Elements.putEntry(call.run(), call.self(), key, call.value(1));
        }
        return map(call).get(key);
    }

    private static Object put(Call call) {
        Object old = map(call).get(key(call, 0));
        Elements.putEntry(call.run(), call.self(), call.value(0), call.value(1));
        return old;
    }

    private static Object putAll(Call call) {
        call.map(0).forEach((key, value) -> Elements.putEntry(call.run(), call.self(), key, value));
        return null;
    }

    private static Object putIfAbsent(Call call) {
        Object old = map(call).get(key(call, 0));
        if (old == null) {
            Elements.putEntry(call.run(), call.self(), call.value(0), call.value(1));
        }
        return old;
    }

    private static Object clear(Call call) {
        map(call).clear();
        return null;
    }

    private static Object kept(Call call, boolean isWanted) {
        var kept = new LinkedHashMap<Object, Object>();
        for (var entry : map(call).entrySet()) {
            if (Truth.of(call.apply(0, entry)) == isWanted) {
                kept.put(entry.getKey(), entry.getValue());
            }
        }
        return kept;
    }

    private static Object remove(Call call, boolean isRemoved) {
        return map(call).entrySet().removeIf(it -> Truth.of(call.apply(0, it)) == isRemoved);
    }

    private static Object subMap(Call call) {
        Collection<?> keys = call.collection(0);
        var part = new LinkedHashMap<Object, Object>();
        for (Object key : keys) {
            call.run().equality().walk(key);
            if (map(call).containsKey(key)) {
                part.put(key, map(call).get(key));
            }
        }
        return part;
    }

    private static Object sorted(Call call) {
        List<Map.Entry<Object, Object>> entries = new ArrayList<>(map(call).entrySet());
        entries.sort(
                call.count() == 0
                        ? (one, other) -> call.run().equality().order(one.getKey(), other.getKey())
                        : OrderMethods.comparator(call, 0)::compare);
        return of(entries);
    }

    private static Object part(Call call, int from, int to) {
        List<Map.Entry<Object, Object>> entries = new ArrayList<>(map(call).entrySet());
        int end = Math.max(0, Math.min(to, entries.size()));
        return of(entries.subList(Math.min(from, end), end));
    }

    private static Map<Object, Object> of(List<Map.Entry<Object, Object>> entries) {
        var map = new LinkedHashMap<Object, Object>();
        entries.forEach(it -> map.put(it.getKey(), it.getValue()));
        return map;
    }
}
