package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.SpecFault;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/** A closure as a value: its body with the variables around it. */
public final class Lambda {

    private final Signature signature;
    private final boolean hasIt;
    private final Command body;
    private final Scope around;

    /** @param hasIt whether it names no parameters, and so takes none or one as {@code it} */
    public Lambda(Signature signature, boolean hasIt, Command body, Scope around) {
        this.signature = Objects.requireNonNull(signature, "signature");
        this.hasIt = hasIt;
        this.body = Objects.requireNonNull(body, "body");
        this.around = Objects.requireNonNull(around, "around");
    }

    /** How many values it would like: one for a closure without parameters of its own. */
    int arity() {
        return hasIt ? 1 : signature.parameters().size();
    }

    public Object call(Run run, Object... values) {
        return callWith(run, Arrays.asList(values));
    }

    Object callWith(Run run, List<Object> values) {
        run.enter();
        run.work(1);
        Scope scope = around.inner();
        if (hasIt) {
            scope.declare("it", implicit(values));
        } else {
            signature.bind(run, scope, dealt(run, values));
        }
        Signal signal = body.execute(run, scope);
        run.leave();
        return signal instanceof Signal.Return it ? it.value() : null;
    }

    private static Object implicit(List<Object> values) {
        if (values.size() > 1) {
            throw new SpecFault(
                    "wrong-values",
                    "This closure takes one value, not " + values.size(),
                    "Name its parameters: { a, b -> … }.");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** A closure of one parameter may be called without a value, and one of several takes a list apart. */
    private List<Object> dealt(Run run, List<Object> values) {
        if (signature.accepts(values)) {
            return values;
        }
        if (values.isEmpty() && signature.parameters().size() == 1) {
            return Collections.singletonList(null);
        }
        if (values.size() == 1 && signature.parameters().size() > 1 && values.get(0) instanceof List<?> row) {
            List<Object> spread = Collections.unmodifiableList(row);
            if (signature.accepts(spread)) {
                run.work(row.size());
                return spread;
            }
        }
        throw new SpecFault(
                "wrong-values",
                "This closure does not take " + Shown.values(values),
                "It has " + Shown.count(signature.parameters().size(), "parameter") + ".");
    }
}
