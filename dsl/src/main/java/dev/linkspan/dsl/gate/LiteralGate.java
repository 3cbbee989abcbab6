package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.Command;
import dev.linkspan.dsl.eval.Literals;
import dev.linkspan.dsl.eval.Signature;
import dev.linkspan.dsl.eval.Term;
import dev.linkspan.dsl.eval.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;

/** Texts, lists, maps, ranges and closures as they are written. */
final class LiteralGate {

    private final Gate gate;

    LiteralGate(Gate gate) {
        this.gate = Objects.requireNonNull(gate, "gate");
    }

    Term template(GStringExpression it, Bindings bindings) {
        List<Term> parts = new ArrayList<>();
        for (int i = 0; i < it.getStrings().size(); i++) {
            parts.add(gate.term(it.getStrings().get(i), bindings));
            if (i < it.getValues().size()) {
                Expression value = it.getValues().get(i);
                parts.add(
                        value instanceof ClosureExpression
                                ? gate.refuse(
                                        value,
                                        "not-allowed",
                                        "A closure inside a text has no place in a spec",
                                        "Write ${value} without the arrow.")
                                : gate.term(value, bindings));
            }
        }
        return new Literals.Template(parts);
    }

    Term list(ListExpression it, Bindings bindings) {
        return new Literals.ListLiteral(values(it.getExpressions(), bindings));
    }

    /** The items of a list or the arguments of a call, of which some may be spread. */
    List<Term> values(List<Expression> expressions, Bindings bindings) {
        List<Term> terms = new ArrayList<>();
        for (Expression each : expressions) {
            terms.add(
                    each instanceof SpreadExpression spread
                            ? new Literals.Spread(gate.term(spread.getExpression(), bindings), gate.place(spread))
                            : gate.term(each, bindings));
        }
        return terms;
    }

    Term map(MapExpression it, Bindings bindings) {
        List<Literals.EntryLiteral> entries = new ArrayList<>();
        for (var entry : it.getMapEntryExpressions()) {
            Term key = entry.getKeyExpression() instanceof SpreadMapExpression
                    ? null
                    : gate.term(entry.getKeyExpression(), bindings);
            entries.add(new Literals.EntryLiteral(key, gate.term(entry.getValueExpression(), bindings)));
        }
        return new Literals.MapLiteral(entries);
    }

    Term range(RangeExpression it, Bindings bindings) {
        return new Literals.RangeLiteral(
                gate.term(it.getFrom(), bindings),
                gate.term(it.getTo(), bindings),
                it.isExclusiveLeft(),
                it.isExclusiveRight(),
                gate.place(it));
    }

    Term closure(ClosureExpression it, Bindings bindings) {
        Bindings inside = bindings.body();
        var parameters = it.getParameters();
        boolean hasIt = parameters != null && parameters.length == 0;
        if (hasIt) {
            inside.declare("it", new Bindings.Binding(TypeName.ANYTHING, false));
        }
        Signature signature = parameters == null
                ? new Signature(List.of())
                : gate.methodGate().parameters(parameters, inside);
        Command body = gate.command(it.getCode(), inside, true);
        return new Literals.ClosureLiteral(signature, hasIt, body);
    }
}
