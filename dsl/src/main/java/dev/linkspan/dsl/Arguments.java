package dev.linkspan.dsl;

import dev.linkspan.dsl.Lexicon.Entry;
import dev.linkspan.dsl.eval.Lambda;
import dev.linkspan.dsl.eval.Shown;
import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Values from a spec as a word wants them: texts, true or false, lists of texts, a block. */
final class Arguments {

    private final Entry entry;
    private final List<Object> left;
    private final Function<Lambda, Body> bodies;

    private Arguments(Entry entry, List<Object> values, Function<Lambda, Body> bodies) {
        this.entry = entry;
        this.left = new ArrayList<>(values);
        this.bodies = bodies;
    }

    /** @throws SpecFault when the values are not those that the word takes */
    static Object[] of(Entry entry, List<Object> values, Function<Lambda, Body> bodies) {
        return new Arguments(entry, values, bodies).dealt(values);
    }

    private Object[] dealt(List<Object> values) {
        var types = entry.method().getParameterTypes();
        var given = new Object[types.length];
        for (int i = 0; i < types.length; i++) {
            given[i] = next(types[i], values);
        }
        if (!left.isEmpty()) {
            throw refused(values);
        }
        return given;
    }

    private Object next(Class<?> type, List<Object> values) {
        if (type == Optional.class) {
            return left.isEmpty() ? Optional.empty() : Optional.of(bodies.apply(take(Lambda.class, values)));
        }
        if (type == boolean.class) {
            return take(Boolean.class, values);
        }
        return type == List.class ? texts(values) : text(values);
    }

    private <T> T take(Class<T> type, List<Object> values) {
        if (left.isEmpty() || !type.isInstance(left.get(0))) {
            throw refused(values);
        }
        return type.cast(left.remove(0));
    }

    private String text(List<Object> values) {
        if (left.isEmpty() || !Kinds.isText(left.get(0))) {
            throw refused(values);
        }
        return left.remove(0).toString();
    }

    /** One or more texts, or one list of them, which may be empty. */
    private List<String> texts(List<Object> values) {
        boolean isList = left.size() == 1 && left.get(0) instanceof Collection<?>;
        List<Object> each = isList ? new ArrayList<>((Collection<?>) left.get(0)) : List.copyOf(left);
        if (!isList && each.isEmpty() || !each.stream().allMatch(Kinds::isText)) {
            throw refused(values);
        }
        left.clear();
        return each.stream().map(Object::toString).toList();
    }

    private SpecFault refused(List<Object> values) {
        return new SpecFault(
                "wrong-values",
                "'" + entry.name() + "' does not take " + Shown.values(values),
                "Write it like this: " + entry.word().example());
    }
}
