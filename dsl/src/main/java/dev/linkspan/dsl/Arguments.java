package dev.linkspan.dsl;

import dev.linkspan.dsl.Lexicon.Entry;
import dev.linkspan.dsl.eval.Given;
import dev.linkspan.dsl.eval.Lambda;
import dev.linkspan.dsl.eval.Place;
import dev.linkspan.dsl.eval.Run;
import dev.linkspan.dsl.eval.Shown;
import dev.linkspan.dsl.eval.Written;
import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Values from a spec as a word wants them: texts, true or false, lists of texts, a block, and those with names. */
final class Arguments {

    private final Run run;
    private final Entry entry;
    private final Place place;
    private final List<Given> all;
    private final List<Given> left;

    /** @param place where the word stands */
    Arguments(Run run, Entry entry, Place place, List<Given> values) {
        this.run = Objects.requireNonNull(run, "run");
        this.entry = Objects.requireNonNull(entry, "entry");
        this.place = Objects.requireNonNull(place, "place");
        this.all = List.copyOf(values);
        this.left = new ArrayList<>(values);
    }

    /**
     * The values as the word's method takes them. Faults of those with names are reported, and they are left empty.
     *
     * @throws SpecFault when the others are not those that the word takes
     */
    Object[] dealt(Function<Lambda, Body> bodies) {
        var parameters = entry.method().getParameters();
        var given = new Object[parameters.length];
        var named = new NamedArguments(run, entry, place, takeNamed());
        for (int i = 0; i < parameters.length; i++) {
            given[i] = parameters[i].isAnnotationPresent(Named.class)
                    ? named.take(parameters[i])
                    : next(parameters[i].getType(), bodies);
        }
        if (!left.isEmpty()) {
            throw refused();
        }
        named.check();
        return given;
    }

    /** As Groovy passes them: a map before all others, wherever they stand. */
    private Given takeNamed() {
        boolean isThere = !left.isEmpty() && left.get(0).value() instanceof Map<?, ?>;
        return isThere ? left.remove(0) : new Given(Map.of(), new Written(place, List.of()));
    }

    private Object next(Class<?> type, Function<Lambda, Body> bodies) {
        if (type == Optional.class) {
            return left.isEmpty() ? Optional.empty() : Optional.of(bodies.apply(take(Lambda.class)));
        }
        if (type == boolean.class) {
            return take(Boolean.class);
        }
        return type == List.class ? texts() : text();
    }

    private <T> T take(Class<T> type) {
        if (left.isEmpty() || !type.isInstance(left.get(0).value())) {
            throw refused();
        }
        return type.cast(left.remove(0).value());
    }

    private Argument<String> text() {
        if (left.isEmpty() || !Kinds.isText(left.get(0).value())) {
            throw refused();
        }
        var given = left.remove(0);
        return text(given.value(), given.written().place());
    }

    /** One or more texts, or one list of them, which may be empty. */
    private List<Argument<String>> texts() {
        List<Argument<String>> texts = new ArrayList<>();
        boolean isList = left.size() == 1 && left.get(0).value() instanceof Collection<?>;
        if (isList) {
            var list = take(Collection.class);
            for (Object each : list) {
                texts.add(text(each, place));
            }
            return texts;
        }
        if (left.isEmpty()) {
            throw refused();
        }
        while (!left.isEmpty()) {
            texts.add(text());
        }
        return texts;
    }

    /** A fault of a value is told where the word stands, unless the value stands on another line. */
    private Argument<String> text(Object value, Place at) {
        if (!Kinds.isText(value)) {
            throw refused();
        }
        return new Argument<>(Optional.of(value.toString()), at.line() == place.line() ? place : at, run);
    }

    private SpecFault refused() {
        return new SpecFault(
                "wrong-values",
                "'" + entry.name() + "' does not take "
                        + Shown.values(all.stream().map(Given::value).toList()),
                entry.form());
    }
}
