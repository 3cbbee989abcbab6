package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Kinds;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Calls of words, of the spec's own methods and closures, and of the methods in the tables. */
public final class Calls {

    private Calls() {}

    /** {@code aws('us-east-1') { … }}. A fault of one word is reported, and what follows is evaluated all the same. */
    public record Word(String word, List<Term> values, List<Written> written, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            run.guarded(() -> say(run, scope));
            return null;
        }

        private void say(Run run, Scope scope) {
            var given = new ArrayList<Given>();
            for (int i = 0; i < values.size(); i++) {
                for (Object each : Literals.Spread.values(List.of(values.get(i)), run, scope)) {
                    given.add(new Given(each, written.get(i)));
                }
            }
            run.at(place);
            run.vocabulary().say(run, word, given, place);
        }
    }

    /** {@code receiver.name(values)}; with a safe {@code ?.}, null has null for an answer. */
    public record Method(Term receiver, String name, List<Term> values, boolean isSafe, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object self = receiver.evaluate(run, scope);
            if (self == null && isSafe) {
                return null;
            }
            var given = Literals.Spread.values(values, run, scope);
            run.at(place);
            return Methods.call(run, self, name, given);
        }
    }

    /** {@code receiver*.name(values)} */
    public record SpreadMethod(Term receiver, String name, List<Term> values, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object self = receiver.evaluate(run, scope);
            var given = Literals.Spread.values(values, run, scope);
            run.at(place);
            if (self == null) {
                return null;
            }
            var answers = new ArrayList<Object>();
            for (Object each : Access.many(run, self)) {
                run.at(place);
                answers.add(each == null ? null : Methods.call(run, each, name, given));
            }
            return run.made(answers);
        }
    }

    /** {@code closure(values)}, of a variable or any other value. */
    public record Closure(Term callee, List<Term> values, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object self = callee.evaluate(run, scope);
            var given = Literals.Spread.values(values, run, scope);
            run.at(place);
            if (self instanceof Lambda it) {
                return it.callWith(run, given);
            }
            throw new SpecFault("not-callable", Kinds.of(self) + " cannot be called", "Only closures and methods can.");
        }
    }

    /** A call of a method that the spec defines. */
    public record Own(OwnMethods methods, String name, List<Term> values, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            var given = Literals.Spread.values(values, run, scope);
            run.at(place);
            return methods.call(run, name, given);
        }
    }

    static Lambda memberOf(Object self, String name) {
        return self instanceof Map<?, ?> map && map.get(name) instanceof Lambda it ? it : null;
    }
}
