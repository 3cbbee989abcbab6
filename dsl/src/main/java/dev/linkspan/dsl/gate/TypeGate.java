package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.TypeName;
import java.util.List;
import java.util.Objects;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.ClassNode;

/** The few type names that a spec may use. */
final class TypeGate {

    private static final List<String> PACKAGES = List.of("java.lang.", "java.util.", "java.math.", "groovy.lang.");

    private final Findings findings;

    TypeGate(Findings findings) {
        this.findings = Objects.requireNonNull(findings, "findings");
    }

    TypeName admit(ClassNode type, ASTNode at) {
        String name = type.getName();
        for (String known : PACKAGES) {
            if (name.startsWith(known)) {
                name = name.substring(known.length());
            }
        }
        var found = TypeName.named(name);
        if (found.isEmpty() || type.isArray()) {
            findings.refuse(
                    at,
                    "unknown-type",
                    "'" + type.getName() + "' is not a type of the language",
                    "There are " + String.join(", ", TypeName.known()) + ", and def for anything.");
            return TypeName.ANYTHING;
        }
        return found.get();
    }

    /** What a variable without a first value holds. */
    static Object initial(ClassNode type) {
        return switch (type.getName()) {
            case "int" -> (Object) 0;
            case "long" -> 0L;
            case "double" -> 0.0d;
            case "boolean" -> false;
            default -> null;
        };
    }
}
