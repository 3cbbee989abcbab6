package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.Truth;

/** The loops. */
public final class Loops {

    private Loops() {}

    /**
     * {@code for (x in values)}. All turns share the variable, as in Groovy: a closure that keeps it sees the last value.
     *
     * @param counter the name that counts the turns; may be missing
     */
    public record ForEach(String name, TypeName type, String counter, Term values, Command body, Place place)
            implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            Object source = values.evaluate(run, scope);
            run.at(place);
            int count = 0;
            Scope turn = scope.inner();
            for (Object each : Access.turns(run, source)) {
                run.at(place);
                if (counter != null) {
                    turn.declare(counter, count++);
                }
                turn.declare(name, type.cast(run, each));
                Signal signal = body.execute(run, turn);
                if (signal == Signal.BREAK) {
                    break;
                }
                if (signal instanceof Signal.Return) {
                    return signal;
                }
            }
            return Signal.NEXT;
        }
    }

    /** {@code for (start; condition; step)}, and {@code while} and {@code do … while} without the outer two. */
    public record While(Command start, Term condition, Command step, Command body, boolean isTestedFirst, Place place)
            implements Command {
        @Override
        public Signal execute(Run run, Scope scope) {
            Scope loop = scope.inner();
            start.execute(run, loop);
            boolean goesOn = !isTestedFirst || Truth.of(condition.evaluate(run, loop));
            while (goesOn) {
                run.at(place);
                Signal signal = body.execute(run, loop);
                if (signal == Signal.BREAK) {
                    break;
                }
                if (signal instanceof Signal.Return) {
                    return signal;
                }
                step.execute(run, loop);
                goesOn = Truth.of(condition.evaluate(run, loop));
            }
            return Signal.NEXT;
        }
    }
}
