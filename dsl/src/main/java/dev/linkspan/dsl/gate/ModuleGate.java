package dev.linkspan.dsl.gate;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;

/** What stands outside all statements: imports, packages and classes, none of which a spec has; and its constants. */
final class ModuleGate {

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    private ModuleGate() {}

    static void check(ModuleNode module, Findings findings) {
        String remedy = "Remove it; docs/language.md shows what a spec may use.";
        if (module.hasPackage()) {
            findings.refuse(module.getPackage(), "not-allowed", "A spec has no package", remedy);
        }
        module.getImports().forEach(it -> findings.refuse(it, "not-allowed", "A spec imports nothing", remedy));
        module.getStarImports().forEach(it -> findings.refuse(it, "not-allowed", "A spec imports nothing", remedy));
        module.getStaticImports()
                .values()
                .forEach(it -> findings.refuse(it, "not-allowed", "A spec imports nothing", remedy));
        module.getStaticStarImports()
                .values()
                .forEach(it -> findings.refuse(it, "not-allowed", "A spec imports nothing", remedy));
        for (ClassNode type : module.getClasses()) {
            if (!type.isScript() && type != module.getScriptClassDummy()) {
                findings.refuse(type, "not-allowed", "A spec defines no classes", "Use a map, a closure or a method.");
            }
        }
    }

    /** The names that statements at the outermost level set without declaring them: {@code REGIONS = […]}. */
    static Set<String> constants(List<Statement> top) {
        var names = new LinkedHashSet<String>();
        for (Statement statement : top) {
            if (statement instanceof ExpressionStatement it
                    && it.getExpression() instanceof BinaryExpression assignment
                    && !(assignment instanceof DeclarationExpression)
                    && "=".equals(assignment.getOperation().getText())
                    && assignment.getLeftExpression() instanceof VariableExpression name
                    && isConstant(name.getName())) {
                names.add(name.getName());
            }
        }
        return names;
    }

    static boolean isConstant(String name) {
        return CONSTANT.matcher(name).matches();
    }
}
