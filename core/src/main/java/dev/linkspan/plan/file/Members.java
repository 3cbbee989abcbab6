package dev.linkspan.plan.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;

/** The members of one object in a plan file. Reading is strict: one that is missing, unknown or of another type is a fault. */
final class Members {

    private final String place;
    private final Map<?, ?> values;
    private final Set<String> read = new HashSet<>();

    private Members(String place, Map<?, ?> values) {
        this.place = place;
        this.values = values;
    }

    /** An object as it is, to look at before it is read; an empty one for anything else. */
    static Map<String, Object> map(Object value) {
        var members = new TreeMap<String, Object>();
        if (value instanceof Map<?, ?> values) {
            values.forEach((name, member) -> members.put((String) name, member));
        }
        return members;
    }

    /**
     * Reads a whole object.
     *
     * @throws Fault also where the form leaves a member unread, or a value is refused by what it becomes
     */
    static <T> T whole(Object value, String place, Function<Members, T> form) {
        if (!(value instanceof Map<?, ?> values)) {
            throw new Fault(place, "this should be an object");
        }
        var members = new Members(place, values);
        T result = members.refusing(place, () -> form.apply(members));
        values.keySet().stream()
                .filter(it -> !members.read.contains(it))
                .findFirst()
                .ifPresent(it -> {
                    throw new Fault(members.at(it.toString()), "this member is unknown");
                });
        return result;
    }

    String text(String name) {
        return typed(name, String.class, "text");
    }

    boolean flag(String name) {
        return typed(name, Boolean.class, "true or false");
    }

    int number(String name) {
        return Math.toIntExact(typed(name, Long.class, "a whole number"));
    }

    /** A text that stands for something else. */
    <T> T as(String name, Function<String, T> reader) {
        String text = text(name);
        return refusing(at(name), () -> reader.apply(text));
    }

    /** A constant by its name in lower case. */
    <E extends Enum<E>> E word(String name, Class<E> type) {
        return as(
                name,
                text -> Arrays.stream(type.getEnumConstants())
                        .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(text))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("'" + text + "' cannot stand here")));
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    <T> T object(String name, Function<Members, T> form) {
        return whole(required(name), at(name), form);
    }

    <T> List<T> objects(String name, Function<Members, T> form) {
        var list = typed(name, List.class, "a list");
        var result = new ArrayList<T>();
        for (Object element : list) {
            result.add(whole(element, at(name) + "[" + result.size() + "]", form));
        }
        return result;
    }

    <T> List<T> texts(String name, Function<String, T> reader) {
        var list = typed(name, List.class, "a list");
        var result = new ArrayList<T>();
        for (Object element : list) {
            String at = at(name) + "[" + result.size() + "]";
            if (!(element instanceof String text)) {
                throw new Fault(at, "this should be text");
            }
            result.add(refusing(at, () -> reader.apply(text)));
        }
        return result;
    }

    /** A set of texts, in their own order; one that stands twice is a fault. */
    <T extends Comparable<? super T>> TreeSet<T> distinct(String name, Function<String, T> reader) {
        var list = texts(name, reader);
        var set = new TreeSet<>(list);
        if (set.size() < list.size()) {
            throw new Fault(at(name), "something stands in it twice");
        }
        return set;
    }

    /** Nothing where the member is left out. */
    <T> Optional<T> optional(String name, Function<String, T> reader) {
        return values.containsKey(name) ? Optional.of(reader.apply(name)) : Optional.empty();
    }

    private <T> T typed(String name, Class<T> type, String words) {
        var value = required(name);
        if (!type.isInstance(value)) {
            throw new Fault(at(name), "this should be " + words);
        }
        return type.cast(value);
    }

    private Object required(String name) {
        read.add(name);
        var value = values.get(name);
        if (value == null) {
            throw new Fault(at(name), "this member is missing");
        }
        return value;
    }

    private String at(String name) {
        return place.isEmpty() ? name : place + "." + name;
    }

    /** What refuses its own value knows nothing of the place. */
    private <T> T refusing(String at, Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException | IllegalStateException | ArithmeticException e) {
            throw new Fault(at, String.valueOf(e.getMessage()));
        }
    }
}
