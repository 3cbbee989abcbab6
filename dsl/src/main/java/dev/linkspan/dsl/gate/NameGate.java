package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.Access;
import dev.linkspan.dsl.eval.Names;
import dev.linkspan.dsl.eval.Term;
import dev.linkspan.model.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Names of variables and properties: each is known before anything is evaluated. */
final class NameGate {

    static final String PARAMETERS = "params";

    private static final Set<String> INSIDES = Set.of("this", "super", "owner", "delegate", "thisObject", "metaClass");

    private final Gate gate;

    NameGate(Gate gate) {
        this.gate = Objects.requireNonNull(gate, "gate");
    }

    Term variable(VariableExpression it, Bindings bindings) {
        String name = it.getName();
        if (bindings.find(name).isPresent()) {
            return new Names.Variable(name);
        }
        return name.equals(PARAMETERS) ? new Names.AllParameters() : unknown(it, name, bindings);
    }

    private Term unknown(VariableExpression it, String name, Bindings bindings) {
        if (INSIDES.contains(name)) {
            return gate.refuse(it, "not-allowed", "'" + name + "' has no place in a spec", Refused.REMEDY);
        }
        if (gate.isWord(name) || gate.methodGate().knows(name)) {
            return gate.refuse(
                    it, "not-called", "'" + name + "' stands here without being called", "Write " + name + "().");
        }
        if (Character.isUpperCase(name.charAt(0)) && !ModuleGate.isConstant(name)) {
            return gate.refuse(
                    it,
                    "not-allowed",
                    "The class '" + name + "' has no place in a spec",
                    "Specs name no classes. " + Refused.REMEDY);
        }
        List<String> known = new ArrayList<>(bindings.names());
        known.add(PARAMETERS);
        String nearest = Spelling.nearest(name, known)
                .map(other -> "Did you mean " + other + "? ")
                .orElse("");
        return gate.refuse(
                it,
                "unknown-name",
                "There is no variable '" + name + "' here",
                nearest + "Declare it first: def " + name
                        + " = …. A method sees only its parameters and constants such as REGIONS = […].");
    }

    Term property(PropertyExpression it, Bindings bindings) {
        if (isParameter(it, bindings)) {
            return parameter(it, bindings, it.isSafe());
        }
        Term holder = gate.term(it.getObjectExpression(), bindings);
        Term name = gate.term(it.getProperty(), bindings);
        return it.isSpreadSafe()
                ? new Access.SpreadProperty(holder, name, gate.place(it.getProperty()))
                : new Access.Property(holder, name, it.isSafe(), gate.place(it.getProperty()));
    }

    /** Whether this is {@code params.name}. */
    boolean isParameter(Expression expression, Bindings bindings) {
        return expression instanceof PropertyExpression it
                && it.getObjectExpression() instanceof VariableExpression holder
                && holder.getName().equals(PARAMETERS)
                && bindings.find(PARAMETERS).isEmpty();
    }

    Term parameter(PropertyExpression it, Bindings bindings, boolean mayLack) {
        return new Names.ParameterValue(gate.term(it.getProperty(), bindings), mayLack, gate.place(it));
    }
}
