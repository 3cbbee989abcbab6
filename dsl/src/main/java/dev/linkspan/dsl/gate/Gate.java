package dev.linkspan.dsl.gate;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.dsl.eval.Command;
import dev.linkspan.dsl.eval.OwnMethods;
import dev.linkspan.dsl.eval.Place;
import dev.linkspan.dsl.eval.Term;
import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.stmt.Statement;

/** What may stand in a spec: turns Groovy's tree into ours and refuses, by name and place, all that has no counterpart. */
public final class Gate {

    /** Stands for the block outside all blocks. */
    public static final String OUTSIDE = "";

    private final Map<String, Set<String>> words;
    private final Findings findings;
    private final OwnMethods methods = new OwnMethods();
    private final TypeGate types;
    private final ExpressionGate expressions;
    private final StatementGate statements;
    private final MethodGate methodGate;

    private Gate(SourceText source, Map<String, Set<String>> words) {
        this.words = Map.copyOf(words);
        this.findings = new Findings(source);
        this.types = new TypeGate(findings);
        this.expressions = new ExpressionGate(this);
        this.statements = new StatementGate(this);
        this.methodGate = new MethodGate(this);
    }

    /**
     * What came out of the gate.
     *
     * @param script null when there are faults
     */
    public record Outcome(Script script, List<Diagnostic> faults) {}

    /**
     * Loads the parser, once in a process and before the time of a spec begins: on a busy machine that alone may take longer than
     * a spec may.
     */
    public static void load() {
        Loaded.once();
    }

    private static final class Loaded {
        static {
            read(new SourceText("", "null"), Map.of());
        }

        static void once() {}
    }

    /**
     * Reads a spec. Never throws for what stands in it.
     *
     * @param words the words that stand in the block of each word, and under {@link #OUTSIDE} those outside all blocks
     */
    public static Outcome read(SourceText source, Map<String, Set<String>> words) {
        var outward = Tokens.check(source);
        if (!outward.isEmpty()) {
            return new Outcome(null, outward);
        }
        ModuleNode module;
        try {
            module = GroovyParser.parse(source);
        } catch (GroovyParser.Unreadable e) {
            return new Outcome(null, List.of(e.fault()));
        }
        return new Gate(source, words).admit(module);
    }

    private Outcome admit(ModuleNode module) {
        ModuleGate.check(module, findings);
        var top = module.getStatementBlock().getStatements();
        methodGate.announce(module.getMethods());
        methodGate.admit(module.getMethods(), ModuleGate.constants(top));
        Bindings outermost = Bindings.outermost(OUTSIDE);
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < top.size(); i++) {
            commands.add(command(top.get(i), outermost, i == top.size() - 1));
        }
        return findings.all().isEmpty()
                ? new Outcome(new Script(commands, methods), List.of())
                : new Outcome(null, findings.all());
    }

    Term term(Expression expression, Bindings bindings) {
        return expressions.admit(expression, bindings);
    }

    Command command(Statement statement, Bindings bindings, boolean isLast) {
        return statements.admit(statement, bindings, isLast);
    }

    MethodGate methodGate() {
        return methodGate;
    }

    TypeGate types() {
        return types;
    }

    Findings findings() {
        return findings;
    }

    OwnMethods methods() {
        return methods;
    }

    boolean isWord(String name) {
        return words.values().stream().anyMatch(it -> it.contains(name));
    }

    /** The words that may stand in the block of a word; none for a word without a block. */
    Set<String> wordsIn(String block) {
        return words.getOrDefault(block, Set.of());
    }

    Place place(ASTNode node) {
        return findings.place(node);
    }

    Term refuse(ASTNode node, SpecFault fault) {
        return refuse(node, fault.id(), fault.summary(), fault.remedy());
    }

    /** Stands in for a term that has been refused, so that the rest can still be looked at. */
    Term refuse(ASTNode node, String id, String summary, String remedy) {
        findings.refuse(node, id, summary, remedy);
        return (run, scope) -> {
            throw new SpecFault(id, summary, remedy);
        };
    }
}
