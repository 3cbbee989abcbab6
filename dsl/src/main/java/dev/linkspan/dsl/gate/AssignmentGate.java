package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.Literals;
import dev.linkspan.dsl.eval.Logic;
import dev.linkspan.dsl.eval.Names;
import dev.linkspan.dsl.eval.Operation;
import dev.linkspan.dsl.eval.Place;
import dev.linkspan.dsl.eval.Term;
import dev.linkspan.dsl.eval.TypeName;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;

/** Declarations and assignments. A variable is declared once, before it is used; a word is never assigned to. */
final class AssignmentGate {

    private static final Names.Target NOWHERE = new Names.Known("", TypeName.ANYTHING);

    private final Gate gate;

    AssignmentGate(Gate gate) {
        this.gate = Objects.requireNonNull(gate, "gate");
    }

    Term declaration(DeclarationExpression it, Bindings bindings) {
        boolean isEmpty = it.getRightExpression() instanceof EmptyExpression;
        if (it.isMultipleAssignmentDeclaration()) {
            Term value = gate.term(it.getRightExpression(), bindings);
            List<Names.Target> targets = new ArrayList<>();
            for (Expression each : it.getTupleExpression().getExpressions()) {
                targets.add(fresh((VariableExpression) each, bindings));
            }
            return new Names.Destructuring(targets, value, gate.place(it));
        }
        var variable = it.getVariableExpression();
        Term value = isEmpty
                ? new Literals.Constant(TypeGate.initial(variable.getOriginType()))
                : gate.term(it.getRightExpression(), bindings);
        return new Names.Assignment(fresh(variable, bindings), value, gate.place(it));
    }

    private Names.Target fresh(VariableExpression it, Bindings bindings) {
        TypeName type = it.isDynamicTyped() ? TypeName.ANYTHING : gate.types().admit(it.getOriginType(), it);
        boolean isFixed = Modifier.isFinal(it.getModifiers());
        if (!bindings.declare(it.getName(), new Bindings.Binding(type, isFixed))) {
            gate.refuse(
                    it,
                    "declared-twice",
                    "'" + it.getName() + "' is already the name of a variable around here",
                    "Leave out def to set that one, or take another name.");
        }
        return new Names.Fresh(it.getName(), type);
    }

    /** @param sign of a compound assignment; empty for {@code =}, {@code ?} for {@code ?=} */
    Term assign(BinaryExpression it, String sign, Bindings bindings) {
        Place place = gate.place(it);
        Expression left = it.getLeftExpression();
        if (sign.isEmpty()) {
            return plain(it, bindings, place);
        }
        Optional<Operation> operation = Operation.signed(sign);
        if (operation.isEmpty() && !"?".equals(sign)) {
            return gate.refuse(it, "not-allowed", "The operator " + sign + "= has no place in a spec", Refused.REMEDY);
        }
        return left instanceof VariableExpression variable
                ? updated(variable, operation, it, bindings)
                : update(left, operation, gate.term(it.getRightExpression(), bindings), false, bindings);
    }

    private Term plain(BinaryExpression it, Bindings bindings, Place place) {
        Term value = gate.term(it.getRightExpression(), bindings);
        if (it.getLeftExpression() instanceof TupleExpression tuple) {
            List<Names.Target> targets = tuple.getExpressions().stream()
                    .map(each -> target(each, bindings))
                    .toList();
            return new Names.Destructuring(targets, value, place);
        }
        return new Names.Assignment(target(it.getLeftExpression(), bindings), value, place);
    }

    private Term updated(
            VariableExpression variable, Optional<Operation> operation, BinaryExpression it, Bindings bindings) {
        Term old = gate.term(variable, bindings);
        Term operand = gate.term(it.getRightExpression(), bindings);
        Term value = operation.isPresent()
                ? new Operation.Binary(operation.get(), old, operand, gate.place(it))
                : new Logic.OrElse(old, operand);
        return new Names.Assignment(variable(variable, bindings), value, gate.place(it));
    }

    private Term update(
            Expression left, Optional<Operation> operation, Term operand, boolean answersOld, Bindings bindings) {
        if (target(left, bindings) instanceof Names.Element it) {
            return new Names.ElementUpdate(it.holder(), it.key(), operation, operand, answersOld, it.place());
        }
        return new Literals.Constant(null);
    }

    Term prefix(PrefixExpression it, Bindings bindings) {
        return stepping(it, it.getExpression(), it.getOperation().getText(), true, bindings);
    }

    Term postfix(PostfixExpression it, Bindings bindings) {
        return stepping(it, it.getExpression(), it.getOperation().getText(), false, bindings);
    }

    private Term stepping(Expression whole, Expression what, String sign, boolean isBefore, Bindings bindings) {
        boolean isUp = "++".equals(sign);
        if (what instanceof VariableExpression variable) {
            return new Operation.Stepping(
                    target(variable, bindings), gate.term(variable, bindings), isUp, isBefore, gate.place(whole));
        }
        var operation = Optional.of(isUp ? Operation.PLUS : Operation.MINUS);
        return update(what, operation, new Literals.Constant(1), !isBefore, bindings);
    }

    private Names.Target target(Expression left, Bindings bindings) {
        if (left instanceof VariableExpression it) {
            return variable(it, bindings);
        }
        boolean isSafe = left instanceof PropertyExpression property && (property.isSafe() || property.isSpreadSafe());
        if (left.getClass() == PropertyExpression.class && !isSafe) {
            var it = (PropertyExpression) left;
            return new Names.Element(
                    gate.term(it.getObjectExpression(), bindings),
                    gate.term(it.getProperty(), bindings),
                    gate.place(it));
        }
        if (left instanceof BinaryExpression it && "[".equals(it.getOperation().getText())) {
            return new Names.Element(
                    gate.term(it.getLeftExpression(), bindings),
                    gate.term(it.getRightExpression(), bindings),
                    gate.place(it));
        }
        gate.refuse(left, "not-assignable", "Nothing can be assigned to this", "Assign to a variable or an element.");
        return NOWHERE;
    }

    private Names.Target variable(VariableExpression it, Bindings bindings) {
        String name = it.getName();
        var known = bindings.find(name);
        if (known.isPresent()) {
            if (known.get().isFixed()) {
                gate.refuse(it, "fixed", "'" + name + "' keeps its first value", "Take another variable.");
            }
            return new Names.Known(name, known.get().type());
        }
        if (gate.isWord(name)) {
            gate.refuse(
                    it,
                    "word-assigned",
                    "'" + name + "' is a word of the language and cannot be assigned to",
                    "Write " + name + "(…) without '='.");
        } else if (ModuleGate.isConstant(name) && bindings.isOutermost()) {
            bindings.declare(name, new Bindings.Binding(TypeName.ANYTHING, true));
            return new Names.Fresh(name, TypeName.ANYTHING);
        } else {
            gate.refuse(
                    it,
                    "undeclared",
                    "'" + name + "' is set without being declared",
                    "Write def " + name + " = …, if it is not a misspelt word.");
        }
        return NOWHERE;
    }
}
