package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Interpolated;
import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.Span;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values as they are written down. */
public final class Literals {

    private Literals() {}

    /** A number, text, true, false or null. */
    public record Constant(Object value) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return value;
        }
    }

    /** {@code "a ${b} c"} */
    public record Template(List<Term> parts) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            run.work(parts.size());
            var values = new ArrayList<Object>(parts.size());
            parts.forEach(it -> values.add(it.evaluate(run, scope)));
            run.make(48L + 16L * values.size());
            return new Interpolated(values, run.text());
        }
    }

    /** {@code [a, b, *c]} */
    public record ListLiteral(List<Term> items) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return run.made(Spread.values(items, run, scope));
        }
    }

    /** One {@code key: value} of a map, or {@code *: map} when there is no key. */
    public record EntryLiteral(Term key, Term value) {}

    /** {@code [a: 1, (b): 2, *: c]} */
    public record MapLiteral(List<EntryLiteral> entries) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            var map = new LinkedHashMap<Object, Object>();
            for (var entry : entries) {
                Object value = entry.value().evaluate(run, scope);
                if (entry.key() == null) {
                    map.putAll(spread(value));
                    run.elements(map.size());
                } else {
                    Object key = entry.key().evaluate(run, scope);
                    map.put(run.equality().walk(key), value);
                }
            }
            return run.made(map);
        }

        private static Map<?, ?> spread(Object value) {
            if (value == null) {
                return Map.of();
            }
            if (value instanceof Map<?, ?> it) {
                return it;
            }
            throw new SpecFault(
                    "wrong-type", "*: spreads a map, not " + Kinds.of(value), "For example [a: 1, *: others].");
        }
    }

    /** {@code a..b}, with or without its ends. */
    public record RangeLiteral(Term from, Term to, boolean leavesFirst, boolean leavesLast, Place place)
            implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object first = from.evaluate(run, scope);
            Object last = to.evaluate(run, scope);
            run.at(place);
            return Span.between(
                    first, last, leavesFirst, leavesLast, run.budgets().elements());
        }
    }

    /** {@code ~/a.*b/} */
    public record PatternLiteral(Term source, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object value = source.evaluate(run, scope);
            run.at(place);
            return Patterns.compile(run, value);
        }
    }

    /** {@code *values} in a list or among arguments. */
    public record Spread(Term source, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            throw new IllegalStateException("a spread has no value of its own");
        }

        static List<Object> values(List<Term> items, Run run, Scope scope) {
            var values = new ArrayList<Object>(items.size());
            for (Term item : items) {
                if (item instanceof Spread spread) {
                    spread.into(values, run, scope);
                } else {
                    values.add(item.evaluate(run, scope));
                }
            }
            return values;
        }

        private void into(List<Object> values, Run run, Scope scope) {
            Object value = source.evaluate(run, scope);
            run.at(place);
            if (value == null) {
                values.add(null);
            } else if (value instanceof Collection<?> it) {
                run.elements(values.size() + it.size());
                values.addAll(it);
            } else {
                throw new SpecFault(
                        "wrong-type", "* spreads a list, not " + Kinds.of(value), "For example [1, *others].");
            }
        }
    }

    /** {@code { a, b -> … }} */
    public record ClosureLiteral(Signature signature, boolean hasIt, Command body) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            run.make(48);
            return new Lambda(signature, hasIt, body, scope);
        }
    }
}
