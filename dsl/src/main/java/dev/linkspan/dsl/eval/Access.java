package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

/** Looks into a value: {@code a[b]}, {@code a.b}, {@code a*.b}. */
public final class Access {

    private Access() {}

    /** {@code a[b]}, {@code a?[b]} */
    public record Index(Term holder, Term key, boolean isSafe, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object from = holder.evaluate(run, scope);
            if (from == null && isSafe) {
                return null;
            }
            Object at = key.evaluate(run, scope);
            run.at(place);
            return Elements.get(run, from, at);
        }
    }

    /** {@code a.name}, {@code a?.name}; the name may be worked out. */
    public record Property(Term holder, Term name, boolean isSafe, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object from = holder.evaluate(run, scope);
            if (from == null && isSafe) {
                return null;
            }
            String wanted = run.text().of(name.evaluate(run, scope));
            run.at(place);
            return Elements.property(run, from, wanted);
        }
    }

    /** {@code a*.name} */
    public record SpreadProperty(Term holder, Term name, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object from = holder.evaluate(run, scope);
            String wanted = run.text().of(name.evaluate(run, scope));
            run.at(place);
            if (from == null) {
                return null;
            }
            var each = new ArrayList<Object>();
            for (Object one : many(run, from)) {
                run.work(1);
                each.add(one == null ? null : Elements.property(run, one, wanted));
            }
            return run.made(each);
        }
    }

    /** What a spread or a loop goes through. */
    static Collection<?> many(Run run, Object value) {
        if (value instanceof Collection<?> it) {
            return it;
        }
        if (value instanceof Map<?, ?> it) {
            return it.entrySet();
        }
        if (Kinds.isText(value)) {
            return TextMethods.letters(run, value.toString());
        }
        if (value instanceof Matcher it) {
            return TextMethods.matches(run, it);
        }
        throw new SpecFault("wrong-type", Kinds.of(value) + " has no elements", "A list, map, range or text has.");
    }

    /** What {@code for} goes through: null has no elements, and all else is its own only one. */
    static Collection<?> turns(Run run, Object value) {
        if (value == null) {
            return List.of();
        }
        boolean hasElements = value instanceof Collection<?>
                || value instanceof Map<?, ?>
                || Kinds.isText(value)
                || value instanceof java.util.regex.Matcher;
        return hasElements ? many(run, value) : List.of(value);
    }
}
