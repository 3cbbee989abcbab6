package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.Calls;
import dev.linkspan.dsl.eval.Names;
import dev.linkspan.dsl.eval.Term;
import dev.linkspan.dsl.eval.Written;
import dev.linkspan.model.Spelling;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;

/** Calls: of a word, of a method or closure of the spec, or of a value's method. */
final class CallGate {

    private final Gate gate;

    CallGate(Gate gate) {
        this.gate = Objects.requireNonNull(gate, "gate");
    }

    Term call(MethodCallExpression it, Bindings bindings) {
        boolean isWord = it.isImplicitThis() && gate.isWord(it.getMethodAsString());
        List<Term> values = values(it, isWord ? bindings.blockOf(it.getMethodAsString()) : bindings);
        if (!(it.getMethod() instanceof ConstantExpression constant) || !(constant.getValue() instanceof String name)) {
            return dynamic(it, values, bindings);
        }
        if (it.isImplicitThis()) {
            return named(it, name, values, bindings);
        }
        Term receiver = gate.term(it.getObjectExpression(), bindings);
        if (receiver instanceof Calls.Word word) {
            return gate.refuse(
                    it.getMethod(),
                    "word-has-no-value",
                    "Nothing can be called on what '" + word.word() + "' gives",
                    "Between values stands a comma; on one line, between words a semicolon.");
        }
        var place = gate.place(it.getMethod());
        return it.isSpreadSafe()
                ? new Calls.SpreadMethod(receiver, name, values, place)
                : new Calls.Method(receiver, name, values, it.isSafe(), place);
    }

    private Term dynamic(MethodCallExpression it, List<Term> values, Bindings bindings) {
        if (it.isImplicitThis()) {
            return new Calls.Closure(gate.term(it.getMethod(), bindings), values, gate.place(it));
        }
        return gate.refuse(
                it, "not-allowed", "The name of a method cannot be worked out in a spec", "Write the name itself.");
    }

    private Term named(MethodCallExpression it, String name, List<Term> values, Bindings bindings) {
        var place = gate.place(it.getMethod());
        if (gate.isWord(name)) {
            return new Calls.Word(
                    name, values, arguments(it).stream().map(this::written).toList(), place);
        }
        if (bindings.find(name).isPresent()) {
            return new Calls.Closure(new Names.Variable(name), values, place);
        }
        if (gate.methodGate().knows(name)) {
            return new Calls.Own(gate.methods(), name, values, place);
        }
        if (gate.findings().isQuoted(it.getMethod())) {
            return gate.refuse(
                    it.getMethod(),
                    "value-called",
                    "This text is called like a method",
                    "A value and a block after it need parentheses around the value: project('p') { … }.");
        }
        var ended = EndedWords.fault(name);
        if (ended.isPresent()) {
            return gate.refuse(it.getMethod(), ended.get());
        }
        return unknown(it, name, bindings);
    }

    private Term unknown(MethodCallExpression it, String name, Bindings bindings) {
        var here = new TreeSet<>(gate.wordsIn(bindings.block()));
        var known = new TreeSet<>(here);
        known.addAll(gate.methodGate().names());
        known.addAll(bindings.names());
        String nearest = Spelling.nearest(name, known)
                .map(other -> "Did you mean " + other + "? ")
                .orElse("");
        return gate.refuse(
                it.getMethod(),
                "unknown-word",
                "'" + name + "' is neither a word of the language nor a method of this spec",
                nearest + "Here there " + (here.size() == 1 ? "is " : "are ") + String.join(", ", here) + ".");
    }

    private List<Term> values(MethodCallExpression it, Bindings bindings) {
        return new LiteralGate(gate).values(arguments(it), bindings);
    }

    private static List<Expression> arguments(MethodCallExpression it) {
        return it.getArguments() instanceof TupleExpression tuple
                ? List.copyOf(tuple.getExpressions())
                : List.of(it.getArguments());
    }

    private Written written(Expression value) {
        List<Written.Entry> entries = new ArrayList<>();
        if (value instanceof MapExpression map) {
            for (var each : map.getMapEntryExpressions()) {
                if (each.getKeyExpression() instanceof ConstantExpression key
                        && key.getValue() instanceof String name) {
                    entries.add(new Written.Entry(name, gate.place(key), written(each.getValueExpression())));
                }
            }
        }
        return new Written(gate.place(value), entries);
    }
}
