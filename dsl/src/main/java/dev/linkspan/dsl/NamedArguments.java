package dev.linkspan.dsl;

import dev.linkspan.dsl.Lexicon.Entry;
import dev.linkspan.dsl.eval.Given;
import dev.linkspan.dsl.eval.Place;
import dev.linkspan.dsl.eval.Run;
import dev.linkspan.dsl.eval.Written;
import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.model.Spelling;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The values that a word is given by name. Each fault is reported where it stands; the word goes on without the value. */
final class NamedArguments {

    private final Run run;
    private final Entry entry;
    private final Place place;
    private final Written written;
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * @param place where the word stands
     * @param given a map
     */
    NamedArguments(Run run, Entry entry, Place place, Given given) {
        this.run = Objects.requireNonNull(run, "run");
        this.entry = Objects.requireNonNull(entry, "entry");
        this.place = Objects.requireNonNull(place, "place");
        this.written = given.written();
        ((Map<?, ?>) given.value()).forEach(this::put);
    }

    private void put(Object name, Object value) {
        if (Kinds.isText(name)) {
            values.put(name.toString(), value);
        } else {
            wrong("texts as names", name, written.place());
        }
    }

    /** The value under the parameter's name. */
    Argument<?> take(Parameter parameter) {
        String name = parameter.getAnnotation(Named.class).value();
        var type = (ParameterizedType) parameter.getParameterizedType();
        return type.getActualTypeArguments()[0] == String.class ? text(name) : pairs(name);
    }

    /** Tells what is missing, what the word does not know, and what stands twice. */
    void check() {
        var names = names(entry);
        var missing = names.stream().filter(it -> !values.containsKey(it)).toList();
        if (!missing.isEmpty()) {
            report("missing-argument", "'" + entry.name() + "' lacks " + joined(missing), place);
        }
        for (String name : values.keySet()) {
            if (!names.contains(name)) {
                String nearest = Spelling.nearest(name, names)
                        .map(it -> " (did you mean " + it + "?)")
                        .orElse("");
                report(
                        "unknown-argument",
                        "'" + entry.name() + "' takes no '" + name + ":'" + nearest,
                        written.ofKey(name));
            }
        }
        written.doubled().forEach(this::doubled);
    }

    private Argument<String> text(String name) {
        Object value = values.get(name);
        var at = written.under(name).place();
        if (!values.containsKey(name)) {
            return new Argument<>(Optional.empty(), at, run);
        }
        return text(value, "a text for '" + name + "'", at);
    }

    private Argument<String> text(Object value, String wanted, Place at) {
        if (Kinds.isText(value)) {
            return new Argument<>(Optional.of(value.toString()), at, run);
        }
        wrong(wanted, value, at);
        return new Argument<>(Optional.empty(), at, run);
    }

    private Argument<List<Argument.Pair>> pairs(String name) {
        Object value = values.get(name);
        var map = written.under(name);
        if (value instanceof Map<?, ?> them) {
            map.doubled().forEach(this::doubled);
            return new Argument<>(Optional.of(pairs(name, map, them)), map.place(), run);
        }
        if (values.containsKey(name)) {
            wrong("a map of texts for '" + name + "'", value, map.place());
        }
        return new Argument<>(Optional.empty(), map.place(), run);
    }

    /** The entries of a map; names that Groovy tells apart may be the same text. */
    private List<Argument.Pair> pairs(String name, Written map, Map<?, ?> values) {
        List<Argument.Pair> pairs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        values.forEach((key, value) -> {
            if (Kinds.isText(key) && !seen.add(key.toString())) {
                report("doubled-argument", "'" + key + ":' stands twice", map.place());
            } else {
                pairs.add(pair(name, map, key, value));
            }
        });
        return pairs;
    }

    private Argument.Pair pair(String name, Written map, Object key, Object value) {
        String shown = Kinds.isText(key) ? key.toString() : "";
        return new Argument.Pair(
                text(key, "texts as names in '" + name + "'", map.ofKey(shown)),
                text(value, "texts in '" + name + "'", map.under(shown).place()));
    }

    private void doubled(Written.Entry it) {
        report("doubled-argument", "'" + it.key() + ":' stands twice", it.place());
    }

    private void wrong(String wanted, Object value, Place at) {
        report("wrong-values", "'" + entry.name() + "' takes " + wanted + ", not " + Kinds.of(value), at);
    }

    private void report(String id, String summary, Place at) {
        var names = names(entry);
        String known = names.isEmpty() ? "It takes nothing by name. " : "By name it takes " + joined(names) + ". ";
        run.report(new SpecFault(id, summary, known + entry.form()), at);
    }

    private static List<String> names(Entry entry) {
        return Arrays.stream(entry.method().getParameters())
                .filter(it -> it.isAnnotationPresent(Named.class))
                .map(it -> it.getAnnotation(Named.class).value())
                .toList();
    }

    private static String joined(List<String> names) {
        return String.join(" and ", names.stream().map(it -> "'" + it + ":'").toList());
    }
}
