package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.dsl.value.Truth;
import dev.linkspan.model.Spelling;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** Variables and parameters by name. */
public final class Names {

    private Names() {}

    /** A place that takes a value. */
    public sealed interface Target {
        void set(Run run, Scope scope, Object value);
    }

    /** Reads a variable. */
    public record Variable(String name) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return scope.get(name);
        }
    }

    /** A variable that stands already. */
    public record Known(String name, TypeName type) implements Target {
        @Override
        public void set(Run run, Scope scope, Object value) {
            scope.set(name, type.cast(run, value));
        }
    }

    /** A variable that this makes. */
    public record Fresh(String name, TypeName type) implements Target {
        @Override
        public void set(Run run, Scope scope, Object value) {
            scope.declare(name, type.cast(run, value));
        }
    }

    /** {@code map.key = …}, {@code list[i] = …} */
    public record Element(Term holder, Term key, Place place) implements Target {
        @Override
        public void set(Run run, Scope scope, Object value) {
            Object into = holder.evaluate(run, scope);
            Object at = key.evaluate(run, scope);
            run.at(place);
            Elements.put(run, into, at, value);
        }
    }

    /**
     * {@code list[i] += value}, {@code map.key++}, {@code map.key ?= value}: holder and key are looked up once.
     *
     * @param operation empty for {@code ?=}
     * @param answersOld whether its value is the one before, as {@code x++} is
     */
    public record ElementUpdate(
            Term holder, Term key, Optional<Operation> operation, Term value, boolean answersOld, Place place)
            implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object into = holder.evaluate(run, scope);
            Object at = key.evaluate(run, scope);
            Object old = Elements.get(run, into, at);
            if (operation.isEmpty() && Truth.of(old)) {
                return old;
            }
            Object operand = value.evaluate(run, scope);
            run.at(place);
            Object updated = operation.isEmpty() ? operand : operation.get().apply(run, old, operand);
            Elements.put(run, into, at, updated);
            return answersOld ? old : updated;
        }
    }

    /** {@code target = value} */
    public record Assignment(Target target, Term value, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object assigned = value.evaluate(run, scope);
            run.at(place);
            target.set(run, scope, assigned);
            return assigned;
        }
    }

    /** {@code def (a, b) = list} and {@code (a, b) = list} */
    public record Destructuring(List<Target> targets, Term value, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object source = value.evaluate(run, scope);
            run.at(place);
            if (source != null && !(source instanceof List<?>)) {
                throw new SpecFault(
                        "wrong-type",
                        "Only a list fills several variables, not " + Kinds.of(source),
                        "def (a, b) = [1, 2]");
            }
            List<?> values = source == null ? List.of() : (List<?>) source;
            for (int i = 0; i < targets.size(); i++) {
                targets.get(i).set(run, scope, i < values.size() ? values.get(i) : null);
            }
            return source;
        }
    }

    /**
     * {@code params.name}
     *
     * @param mayLack whether the text around it deals with a parameter that is not given, as {@code params.x ?: 'y'} does
     */
    public record ParameterValue(Term name, boolean mayLack, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            String wanted = String.valueOf(name.evaluate(run, scope));
            run.at(place);
            String value = run.params().get(wanted);
            if (value == null && !mayLack) {
                throw missing(wanted, run.params().keySet());
            }
            return value;
        }

        private static SpecFault missing(String wanted, Collection<String> given) {
            Optional<String> nearest = Spelling.nearest(wanted, given);
            return new SpecFault(
                    "missing-parameter",
                    "The parameter '" + wanted + "' is not given",
                    nearest.map(it -> "Did you mean params." + it + "? ").orElse("") + "Give it with -P " + wanted
                            + "=VALUE, or write params." + wanted + " ?: 'default'.");
        }
    }

    /** {@code params} as a whole, as a map. */
    public record AllParameters() implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return run.made(new LinkedHashMap<Object, Object>(new TreeMap<>(run.params())));
        }
    }
}
