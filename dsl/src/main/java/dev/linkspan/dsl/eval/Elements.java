package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Interpolated;
import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.Span;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;

/** Elements of collections by index, key or name. */
final class Elements {

    /** Names that in Groovy mean something of the collection itself: what they mean there is left to methods here. */
    private static final Set<String> OWN_PROPERTIES =
            Set.of("empty", "class", "metaClass", "properties", "first", "last", "indices");

    private Elements() {}

    /** {@code holder[key]} */
    static Object get(Run run, Object holder, Object key) {
        if (holder instanceof Map<?, ?> map) {
            return map.get(run.equality().walk(named(key)));
        }
        if (holder instanceof Matcher it && key instanceof Integer index) {
            return Patterns.match(run, it, index);
        }
        if (Kinds.isText(holder)) {
            return letters(run, holder.toString(), key);
        }
        if (holder instanceof List<?> list) {
            return key instanceof Integer index ? at(list, index) : picked(run, list, key);
        }
        if (holder instanceof Collection<?> all && key instanceof Integer index) {
            return at(new ArrayList<>(all), index);
        }
        throw new SpecFault(
                "no-such-index", "[ ] does not look into " + Kinds.of(holder), "It looks into lists, maps and texts.");
    }

    /** Brackets take an interpolated key as its text; the methods get and put do not. */
    private static Object named(Object key) {
        return key instanceof Interpolated ? key.toString() : key;
    }

    private static Object at(List<?> list, int index) {
        int at = index < 0 ? index + list.size() : index;
        if (at < 0) {
            throw new IndexOutOfBoundsException(index);
        }
        return at < list.size() ? list.get(at) : null;
    }

    private static Object picked(Run run, List<?> list, Object key) {
        var picked = new ArrayList<Object>();
        if (key instanceof Span range && range.isNumeric()) {
            for (int index : range.indices(list.size())) {
                picked.add(list.get(index));
            }
        } else if (key instanceof Collection<?> keys) {
            for (Object each : keys) {
                if (each instanceof Collection<?> nested) {
                    picked.addAll((Collection<?>) picked(run, list, nested));
                } else {
                    picked.add(at(list, index(each)));
                }
            }
        } else {
            index(key);
        }
        return run.made(picked);
    }

    private static int index(Object key) {
        if (key instanceof Integer it) {
            return it;
        }
        throw new SpecFault(
                "no-such-index", "An index is a whole number, not " + Kinds.of(key), "For example list[0].");
    }

    private static Object letters(Run run, String text, Object key) {
        if (key instanceof Collection<?> keys) {
            var picked = new StringBuilder();
            var indices = key instanceof Span range && range.isNumeric()
                    ? Arrays.stream(range.indices(text.length())).boxed().toList()
                    : List.copyOf(keys);
            run.letters(indices.size());
            indices.forEach(it -> picked.append(letters(run, text, it)));
            return picked.toString();
        }
        int index = index(key);
        return String.valueOf(text.charAt(index < 0 ? index + text.length() : index));
    }

    /** {@code holder[key] = value} */
    static void put(Run run, Object holder, Object key, Object value) {
        if (holder instanceof Map<?, ?>) {
            Map<Object, Object> map = map(holder);
            map.put(run.equality().walk(named(key)), value);
            grown(run, map.size());
        } else if (holder instanceof List<?> && !(holder instanceof Span) && key instanceof Integer index) {
            set(run, list(holder), index, value);
        } else {
            throw new SpecFault(
                    "unchangeable",
                    "Nothing can be put into " + Kinds.of(holder) + " like this",
                    "Lists and maps take elements.");
        }
    }

    private static void set(Run run, List<Object> list, int index, Object value) {
        int at = index < 0 ? index + list.size() : index;
        if (at < 0) {
            throw new IndexOutOfBoundsException(index);
        }
        run.elements(Math.max(0, at - list.size()));
        grown(run, at);
        while (list.size() <= at) {
            list.add(null);
        }
        list.set(at, value);
    }

    /** {@code holder.name} */
    static Object property(Run run, Object holder, String name) {
        if (holder instanceof Map<?, ?> map) {
            return map.get(name);
        }
        if (holder instanceof Map.Entry<?, ?> entry && "key".equals(name)) {
            return entry.getKey();
        }
        if (holder instanceof Map.Entry<?, ?> entry && "value".equals(name)) {
            return entry.getValue();
        }
        if (holder instanceof Collection<?> all && !(holder instanceof Span) && !OWN_PROPERTIES.contains(name)) {
            return each(run, all, name);
        }
        throw new SpecFault(
                holder == null ? "null-value" : "unknown-property",
                Kinds.of(holder) + " has no property '" + name + "'",
                holder == null
                        ? "Use ?. where a value may be null."
                        : "Maps have their keys as properties; for all else there are methods, such as size().");
    }

    /** {@code map.put(key, value)} */
    static void putEntry(Run run, Object map, Object key, Object value) {
        map(map).put(run.equality().walk(key), value);
        grown(run, map(map).size());
    }

    /** One more element in a collection of this size now. */
    static void grown(Run run, int size) {
        run.make(64);
        if (size > run.budgets().elements()) {
            run.elements(size);
        }
    }

    private static Object each(Run run, Collection<?> all, String name) {
        var each = new ArrayList<Object>();
        for (Object one : all) {
            run.work(1);
            if (one != null) {
                each.add(property(run, one, name));
            }
        }
        return run.made(each);
    }

    /** Whether Java's equality finds it, as Groovy's {@code in} and {@code contains} do. */
    static boolean contains(Run run, Collection<?> values, Object value) {
        run.equality().walk(value);
        if (value instanceof Collection<?> || value instanceof Map<?, ?>) {
            run.work(values.size() * 8L);
        } else if (values instanceof List<?>) {
            run.work(values.size() / 4);
        }
        return values.contains(value);
    }

    @SuppressWarnings("unchecked")
    static List<Object> list(Object value) {
        return (List<Object>) value;
    }

    @SuppressWarnings("unchecked")
    static Collection<Object> collection(Object value) {
        return (Collection<Object>) value;
    }

    @SuppressWarnings("unchecked")
    static Map<Object, Object> map(Object value) {
        return (Map<Object, Object>) value;
    }
}
