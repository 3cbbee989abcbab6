package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.Command;
import dev.linkspan.dsl.eval.OwnMethods;
import dev.linkspan.dsl.eval.Run;
import dev.linkspan.dsl.eval.Scope;
import dev.linkspan.dsl.eval.Signal;
import java.util.List;
import java.util.Objects;

/** A spec that came through the gate. */
public final class Script {

    private final List<Command> commands;
    private final OwnMethods methods;

    Script(List<Command> commands, OwnMethods methods) {
        this.commands = List.copyOf(commands);
        this.methods = Objects.requireNonNull(methods, "methods");
    }

    /** Evaluates it; the answer is what its last statement gives, as a script's. */
    public Object evaluate(Run run) {
        Scope constants = Scope.outermost();
        methods.standOn(constants);
        for (Command command : commands) {
            Signal signal = command.execute(run, constants);
            if (signal instanceof Signal.Return it) {
                return it.value();
            }
        }
        return null;
    }
}
