package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.Command;
import dev.linkspan.dsl.eval.Commands;
import dev.linkspan.dsl.eval.Literals;
import dev.linkspan.dsl.eval.Logic;
import dev.linkspan.dsl.eval.Loops;
import dev.linkspan.dsl.eval.Signal;
import dev.linkspan.dsl.eval.Term;
import dev.linkspan.dsl.eval.TypeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.codehaus.groovy.ast.expr.ClosureListExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.EmptyExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.BreakStatement;
import org.codehaus.groovy.ast.stmt.ContinueStatement;
import org.codehaus.groovy.ast.stmt.DoWhileStatement;
import org.codehaus.groovy.ast.stmt.EmptyStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.ReturnStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.SwitchStatement;
import org.codehaus.groovy.ast.stmt.WhileStatement;

/** The kinds of statements. The last one of a body gives the body's value, as Groovy's compiler sees to. */
final class StatementGate {

    private static final Command NOTHING = new Commands.Sequence(List.of(), false);
    private static final Term ALWAYS = new Literals.Constant(true);

    private final Gate gate;

    StatementGate(Gate gate) {
        this.gate = Objects.requireNonNull(gate, "gate");
    }

    Command admit(Statement statement, Bindings bindings, boolean isLast) {
        if (statement.getStatementLabels() != null) {
            gate.refuse(statement, "not-allowed", "A spec has no labels", "Write a method and return from it.");
        }
        if (statement instanceof BlockStatement it) {
            return block(it, bindings.inner(), isLast);
        }
        if (statement instanceof ExpressionStatement it) {
            Term term = gate.term(it.getExpression(), bindings);
            return isLast ? new Commands.Return(term) : new Commands.Evaluation(term);
        }
        if (statement instanceof ReturnStatement it) {
            return new Commands.Return(gate.term(it.getExpression(), bindings));
        }
        if (statement instanceof IfStatement it) {
            return choice(it, bindings, isLast);
        }
        if (statement instanceof SwitchStatement it) {
            return cases(it, bindings, isLast);
        }
        if (statement instanceof AssertStatement it) {
            return assertion(it, bindings);
        }
        return statement instanceof EmptyStatement ? NOTHING : loop(statement, bindings);
    }

    private Command loop(Statement statement, Bindings bindings) {
        if (statement instanceof ForStatement it) {
            return it.getCollectionExpression() instanceof ClosureListExpression parts
                    ? counted(it, parts, bindings)
                    : forEach(it, bindings);
        }
        if (statement instanceof WhileStatement it) {
            Term condition = gate.term(it.getBooleanExpression(), bindings);
            Command body = gate.command(it.getLoopBlock(), bindings.loop(), false);
            return new Loops.While(NOTHING, condition, NOTHING, body, true, gate.place(it));
        }
        if (statement instanceof DoWhileStatement it) {
            Command body = gate.command(it.getLoopBlock(), bindings.loop(), false);
            Term condition = gate.term(it.getBooleanExpression(), bindings);
            return new Loops.While(NOTHING, condition, NOTHING, body, false, gate.place(it));
        }
        if (statement instanceof BreakStatement || statement instanceof ContinueStatement) {
            return leave(statement, bindings);
        }
        gate.refuse(statement, "not-allowed", Refused.name(statement) + " has no place in a spec", Refused.REMEDY);
        return NOTHING;
    }

    private Command leave(Statement statement, Bindings bindings) {
        boolean isBreak = statement instanceof BreakStatement;
        String label = isBreak ? ((BreakStatement) statement).getLabel() : ((ContinueStatement) statement).getLabel();
        if (label != null || !(isBreak ? bindings.mayBreak() : bindings.mayContinue())) {
            gate.refuse(
                    statement,
                    "nothing-to-leave",
                    isBreak ? "This break stands in no loop and no switch" : "This continue stands in no loop",
                    "Labels do not exist here. In a closure, return ends this turn; findAll, find or a for loop may fit.");
        }
        return new Commands.Leave(isBreak ? Signal.BREAK : Signal.CONTINUE);
    }

    Command block(BlockStatement block, Bindings bindings, boolean isLast) {
        List<Command> commands = new ArrayList<>();
        var statements = block.getStatements();
        for (int i = 0; i < statements.size(); i++) {
            commands.add(admit(statements.get(i), bindings, isLast && i == statements.size() - 1));
        }
        return new Commands.Sequence(commands, true);
    }

    private Command choice(IfStatement it, Bindings bindings, boolean isLast) {
        return new Commands.If(
                gate.term(it.getBooleanExpression(), bindings),
                gate.command(it.getIfBlock(), bindings.inner(), isLast),
                gate.command(it.getElseBlock(), bindings.inner(), isLast));
    }

    private Command cases(SwitchStatement it, Bindings bindings, boolean isLast) {
        List<Commands.Case> cases = new ArrayList<>();
        Term subject = gate.term(it.getExpression(), bindings);
        boolean hasDefault = !it.getDefaultStatement().isEmpty();
        var last = it.getCaseStatements().isEmpty() || hasDefault
                ? null
                : it.getCaseStatements().get(it.getCaseStatements().size() - 1);
        for (var one : it.getCaseStatements()) {
            Term value = gate.term(one.getExpression(), bindings);
            cases.add(new Commands.Case(value, caseBody(one.getCode(), bindings.switchBody(), isLast, one == last)));
        }
        cases.add(new Commands.Case(null, caseBody(it.getDefaultStatement(), bindings.switchBody(), isLast, true)));
        return new Commands.Switch(subject, cases, gate.place(it));
    }

    /** A case gives the switch's value where it ends with break, or where it is the last. */
    private Command caseBody(Statement code, Bindings bindings, boolean isLast, boolean isLastCase) {
        if (isLast && code instanceof BlockStatement block && !block.isEmpty()) {
            var statements = block.getStatements();
            if (statements.get(statements.size() - 1) instanceof BreakStatement) {
                var head = new BlockStatement(
                        new ArrayList<>(statements.subList(0, statements.size() - 1)), block.getVariableScope());
                var valued = block(head, bindings.inner(), true);
                return new Commands.Sequence(List.of(valued, new Commands.Leave(Signal.BREAK)), false);
            }
            return block(block, bindings.inner(), isLastCase);
        }
        return gate.command(code, bindings, isLast && isLastCase);
    }

    private Command assertion(AssertStatement it, Bindings bindings) {
        Expression message = it.getMessageExpression();
        boolean isSilent = message instanceof ConstantExpression constant && constant.isNullExpression();
        return new Logic.Assertion(
                gate.term(it.getBooleanExpression(), bindings),
                isSilent ? null : gate.term(message, bindings),
                gate.place(it));
    }

    private Command forEach(ForStatement it, Bindings bindings) {
        Term values = gate.term(it.getCollectionExpression(), bindings);
        Bindings turn = bindings.loop();
        var value = it.getValueVariable();
        TypeName type =
                value.isDynamicTyped() ? TypeName.ANYTHING : gate.types().admit(value.getType(), value);
        gate.methodGate().declare(value, turn, type);
        String counter = null;
        if (it.getIndexVariable() != null) {
            counter = it.getIndexVariable().getName();
            gate.methodGate().declare(it.getIndexVariable(), turn, TypeName.ANYTHING);
        }
        Command body = gate.command(it.getLoopBlock(), turn, false);
        return new Loops.ForEach(value.getName(), type, counter, values, body, gate.place(it));
    }

    private Command counted(ForStatement it, ClosureListExpression parts, Bindings bindings) {
        if (parts.getExpressions().size() != 3) {
            gate.refuse(it, "not-allowed", "A for loop here has one start, one condition and one step", Refused.REMEDY);
            return NOTHING;
        }
        Bindings loop = bindings.loop();
        Command start = part(parts.getExpression(0), loop);
        Expression condition = parts.getExpression(1);
        Term test = condition instanceof EmptyExpression ? ALWAYS : gate.term(condition, loop);
        Command step = part(parts.getExpression(2), loop);
        return new Loops.While(start, test, step, gate.command(it.getLoopBlock(), loop, false), true, gate.place(it));
    }

    private Command part(Expression expression, Bindings bindings) {
        return expression instanceof EmptyExpression
                ? NOTHING
                : new Commands.Evaluation(gate.term(expression, bindings));
    }
}
