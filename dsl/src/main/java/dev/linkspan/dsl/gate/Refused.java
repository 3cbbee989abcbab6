package dev.linkspan.dsl.gate;

import java.util.Map;
import org.codehaus.groovy.ast.ASTNode;

/** What to call the kinds of nodes that the gate does not let through. */
final class Refused {

    static final String REMEDY = "Write it without; docs/language.md shows what a spec may use.";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("TryCatchStatement", "try"),
            Map.entry("ThrowStatement", "throw"),
            Map.entry("SynchronizedStatement", "synchronized"),
            Map.entry("ConstructorCallExpression", "new"),
            Map.entry("ArrayExpression", "An array"),
            Map.entry("AttributeExpression", "Direct field access (.@)"),
            Map.entry("MethodPointerExpression", "A method pointer (.&)"),
            Map.entry("MethodReferenceExpression", "A method reference (::)"),
            Map.entry("ClassExpression", "A class"),
            Map.entry("FieldExpression", "A field"),
            Map.entry("StaticMethodCallExpression", "A static call"),
            Map.entry("ClosureListExpression", "A list of statements in parentheses"),
            Map.entry("BytecodeExpression", "Bytecode"));

    private Refused() {}

    static String name(ASTNode node) {
        String kind = node.getClass().getSimpleName();
        return NAMES.getOrDefault(kind, "This form (" + kind + ")");
    }
}
