package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.dsl.value.Truth;

/** Decisions inside expressions. */
public final class Logic {

    private Logic() {}

    /** {@code a && b} */
    public record And(Term left, Term right) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return Truth.of(left.evaluate(run, scope)) && Truth.of(right.evaluate(run, scope));
        }
    }

    /** {@code a || b} */
    public record Or(Term left, Term right) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return Truth.of(left.evaluate(run, scope)) || Truth.of(right.evaluate(run, scope));
        }
    }

    /** {@code !a} */
    public record Not(Term term) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return !Truth.of(term.evaluate(run, scope));
        }
    }

    /** {@code a ? b : c} */
    public record Choice(Term condition, Term yes, Term no) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return Truth.of(condition.evaluate(run, scope)) ? yes.evaluate(run, scope) : no.evaluate(run, scope);
        }
    }

    /** {@code a ?: b} */
    public record OrElse(Term first, Term second) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object value = first.evaluate(run, scope);
            return Truth.of(value) ? value : second.evaluate(run, scope);
        }
    }

    /** {@code a instanceof Type}, or {@code !instanceof} */
    public record IsKind(Term term, TypeName type, boolean isWanted) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            return type.isKindOf(term.evaluate(run, scope)) == isWanted;
        }
    }

    /** {@code (Type) a} and {@code a as Type} */
    public record Conversion(Term term, TypeName type, boolean isCast, Place place) implements Term {
        @Override
        public Object evaluate(Run run, Scope scope) {
            Object value = term.evaluate(run, scope);
            run.at(place);
            return isCast ? type.cast(run, value) : type.as(run, value);
        }
    }

    /** {@code assert a : message} */
    public record Assertion(Term condition, Term message, Place place) implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            if (!Truth.of(condition.evaluate(run, scope))) {
                Object said = message == null ? null : message.evaluate(run, scope);
                run.at(place);
                throw new SpecFault(
                        "assertion-failed",
                        said == null
                                ? "This assertion does not hold"
                                : run.text().of(said),
                        "The spec itself demands it: mend what it checks.");
            }
            return Signal.NEXT;
        }
    }
}
