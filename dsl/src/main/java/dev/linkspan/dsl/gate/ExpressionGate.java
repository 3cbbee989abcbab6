package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.Access;
import dev.linkspan.dsl.eval.Literals;
import dev.linkspan.dsl.eval.Logic;
import dev.linkspan.dsl.eval.Operation;
import dev.linkspan.dsl.eval.Term;
import dev.linkspan.dsl.eval.TypeName;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.BitwiseNegationExpression;
import org.codehaus.groovy.ast.expr.BooleanExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.ElvisOperatorExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.ListExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.NamedArgumentListExpression;
import org.codehaus.groovy.ast.expr.NotExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.RangeExpression;
import org.codehaus.groovy.ast.expr.TernaryExpression;
import org.codehaus.groovy.ast.expr.UnaryMinusExpression;
import org.codehaus.groovy.ast.expr.UnaryPlusExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** The kinds of expressions: exactly those in the table, by their exact class. */
final class ExpressionGate {

    private final Map<Class<? extends Expression>, Admission<Expression>> kinds = new HashMap<>();
    private final Gate gate;
    private final LiteralGate literals;
    private final NameGate names;
    private final CallGate calls;
    private final AssignmentGate assignments;

    /** Turns one kind of expression into a term. */
    @FunctionalInterface
    private interface Admission<E extends Expression> {
        Term admit(E expression, Bindings bindings);
    }

    ExpressionGate(Gate gate) {
        this.gate = Objects.requireNonNull(gate, "gate");
        this.literals = new LiteralGate(gate);
        this.names = new NameGate(gate);
        this.calls = new CallGate(gate);
        this.assignments = new AssignmentGate(gate);
        admitValues();
        admitOperators();
    }

    private void admitValues() {
        on(ConstantExpression.class, this::constant);
        on(EmptyExpression.class, (it, bindings) -> new Literals.Constant(null));
        on(GStringExpression.class, literals::template);
        on(ListExpression.class, literals::list);
        on(MapExpression.class, literals::map);
        on(NamedArgumentListExpression.class, literals::map);
        on(RangeExpression.class, literals::range);
        on(ClosureExpression.class, literals::closure);
        on(LambdaExpression.class, literals::closure);
        on(VariableExpression.class, names::variable);
        on(PropertyExpression.class, names::property);
        on(MethodCallExpression.class, calls::call);
        on(DeclarationExpression.class, assignments::declaration);
    }

    private void admitOperators() {
        on(BooleanExpression.class, (it, bindings) -> condition(it.getExpression(), bindings));
        on(NotExpression.class, (it, bindings) -> new Logic.Not(condition(it.getExpression(), bindings)));
        on(TernaryExpression.class, this::ternary);
        on(ElvisOperatorExpression.class, this::elvis);
        on(BinaryExpression.class, this::binary);
        on(UnaryMinusExpression.class, (it, bindings) -> unary("-", it.getExpression(), it, bindings));
        on(UnaryPlusExpression.class, (it, bindings) -> unary("+", it.getExpression(), it, bindings));
        on(BitwiseNegationExpression.class, (it, bindings) -> unary("~", it.getExpression(), it, bindings));
        on(PrefixExpression.class, assignments::prefix);
        on(PostfixExpression.class, assignments::postfix);
        on(CastExpression.class, this::cast);
    }

    @SuppressWarnings("unchecked")
    private <E extends Expression> void on(Class<E> kind, Admission<? super E> admission) {
        kinds.put(kind, (Admission<Expression>) admission);
    }

    Term admit(Expression expression, Bindings bindings) {
        var admission = kinds.get(expression.getClass());
        if (admission == null) {
            return gate.refuse(
                    expression,
                    "not-allowed",
                    "'" + Refused.name(expression) + "' has no place in a spec",
                    Refused.REMEDY);
        }
        return admission.admit(expression, bindings);
    }

    /** An expression that is only asked whether it is true: there a parameter may be missing. */
    Term condition(Expression expression, Bindings bindings) {
        return names.isParameter(expression, bindings)
                ? names.parameter((PropertyExpression) expression, bindings, true)
                : admit(expression, bindings);
    }

    private Term constant(ConstantExpression it, Bindings bindings) {
        Object value = it.getValue();
        boolean isPlain = value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof BigInteger
                || value instanceof BigDecimal
                || value instanceof Double
                || value instanceof Float;
        return isPlain
                ? new Literals.Constant(value)
                : gate.refuse(it, "not-allowed", "This constant has no place in a spec", Refused.REMEDY);
    }

    private Term ternary(TernaryExpression it, Bindings bindings) {
        return new Logic.Choice(
                gate.term(it.getBooleanExpression(), bindings),
                gate.term(it.getTrueExpression(), bindings),
                gate.term(it.getFalseExpression(), bindings));
    }

    private Term elvis(ElvisOperatorExpression it, Bindings bindings) {
        return new Logic.OrElse(
                condition(it.getTrueExpression(), bindings), gate.term(it.getFalseExpression(), bindings));
    }

    private Term unary(String sign, Expression operand, Expression whole, Bindings bindings) {
        return new Operation.Unary(sign, gate.term(operand, bindings), gate.place(whole));
    }

    private Term cast(CastExpression it, Bindings bindings) {
        var type = gate.types().admit(it.getType(), it);
        if (type == TypeName.ANYTHING && it.getType().getName().endsWith("Object")) {
            return gate.refuse(it, "not-allowed", "A cast to Object has no place in a spec", "Leave it out.");
        }
        return new Logic.Conversion(gate.term(it.getExpression(), bindings), type, !it.isCoerce(), gate.place(it));
    }

    private Term binary(BinaryExpression it, Bindings bindings) {
        String sign = it.getOperation().getText();
        switch (sign) {
            case "&&":
                return new Logic.And(
                        condition(it.getLeftExpression(), bindings), condition(it.getRightExpression(), bindings));
            case "||":
                return new Logic.Or(
                        condition(it.getLeftExpression(), bindings), condition(it.getRightExpression(), bindings));
            case "[", "?[":
                return new Access.Index(
                        gate.term(it.getLeftExpression(), bindings),
                        gate.term(it.getRightExpression(), bindings),
                        it.isSafe() || sign.startsWith("?"),
                        gate.place(it));
            case "instanceof", "!instanceof":
                var type = gate.types().admit(it.getRightExpression().getType(), it);
                return new Logic.IsKind(gate.term(it.getLeftExpression(), bindings), type, "instanceof".equals(sign));
            default:
                return operation(it, sign, bindings);
        }
    }

    private Term operation(BinaryExpression it, String sign, Bindings bindings) {
        var operation = Operation.signed(sign);
        if (operation.isPresent()) {
            boolean isNullCheck = sign.equals("==") || sign.equals("!=");
            Term left = isNullCheck && isNull(it.getRightExpression())
                    ? condition(it.getLeftExpression(), bindings)
                    : gate.term(it.getLeftExpression(), bindings);
            return new Operation.Binary(
                    operation.get(), left, gate.term(it.getRightExpression(), bindings), gate.place(it));
        }
        if (sign.endsWith("=") && !sign.equals("===")) {
            return assignments.assign(it, sign.substring(0, sign.length() - 1), bindings);
        }
        return gate.refuse(it, "not-allowed", "The operator " + sign + " has no place in a spec", Refused.REMEDY);
    }

    private static boolean isNull(Expression expression) {
        return expression instanceof ConstantExpression it && it.isNullExpression();
    }
}
