package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Truth;
import java.util.List;

/** Statements that are not loops. */
public final class Commands {

    private Commands() {}

    /** Statements in a row. */
    public record Sequence(List<Command> commands, boolean hasScope) implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            Scope own = hasScope ? scope.inner() : scope;
            for (var command : commands) {
                Signal signal = command.execute(run, own);
                if (signal != Signal.NEXT) {
                    return signal;
                }
            }
            return Signal.NEXT;
        }
    }

    /** An expression for what it does. */
    public record Evaluation(Term term) implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            run.work(1);
            term.evaluate(run, scope);
            return Signal.NEXT;
        }
    }

    /** {@code return value}, or the last expression of a body. */
    public record Return(Term term) implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            run.work(1);
            return new Signal.Return(term.evaluate(run, scope));
        }
    }

    /** {@code break} and {@code continue} */
    public record Leave(Signal signal) implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            return signal;
        }
    }

    /** {@code if … else …} */
    public record If(Term condition, Command yes, Command no) implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            run.work(1);
            return (Truth.of(condition.evaluate(run, scope)) ? yes : no).execute(run, scope);
        }
    }

    /** One {@code case} of a switch; the default has no value. */
    public record Case(Term value, Command body) {}

    /** {@code switch}, with falling through; the default case stands last. */
    public record Switch(Term subject, List<Case> cases, Place place) implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            Object value = subject.evaluate(run, scope);
            run.at(place);
            boolean isIn = false;
            Scope own = scope.inner();
            for (var one : cases) {
                isIn = isIn
                        || one.value() == null
                        || Cases.matches(run, one.value().evaluate(run, own), value);
                Signal signal = isIn ? one.body().execute(run, own) : Signal.NEXT;
                if (signal != Signal.NEXT) {
                    return signal == Signal.BREAK ? Signal.NEXT : signal;
                }
            }
            return Signal.NEXT;
        }
    }
}
