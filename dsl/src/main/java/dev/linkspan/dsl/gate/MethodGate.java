package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.eval.OwnMethods.OwnMethod;
import dev.linkspan.dsl.eval.Parameter;
import dev.linkspan.dsl.eval.Signature;
import dev.linkspan.dsl.eval.Term;
import dev.linkspan.dsl.eval.TypeName;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.codehaus.groovy.ast.MethodNode;

/** The methods that a spec defines, and the parameters of methods and closures. */
final class MethodGate {

    private final Gate gate;
    private final Set<String> names = new HashSet<>();

    MethodGate(Gate gate) {
        this.gate = Objects.requireNonNull(gate, "gate");
    }

    /** Learns the names first, since a method may be used before it stands. */
    void announce(List<MethodNode> methods) {
        for (var method : methods) {
            names.add(method.getName());
            if (gate.isWord(method.getName())) {
                gate.refuse(
                        method,
                        "word-redefined",
                        "'" + method.getName() + "' is a word of the language and cannot be a method",
                        "Give the method another name.");
            }
        }
    }

    boolean knows(String name) {
        return names.contains(name);
    }

    Set<String> names() {
        return names;
    }

    void admit(List<MethodNode> methods, Set<String> constants) {
        Set<String> seen = new HashSet<>();
        for (var method : methods) {
            Bindings outermost = Bindings.outermost(Gate.OUTSIDE);
            constants.forEach(it -> outermost.declare(it, new Bindings.Binding(TypeName.ANYTHING, true)));
            Bindings bindings = outermost.body();
            var signature = parameters(method.getParameters(), bindings);
            if (!seen.add(method.getName() + types(signature))) {
                gate.refuse(
                        method,
                        "declared-twice",
                        "There are two methods '" + method.getName() + "' with the same parameters",
                        "Rename one of them.");
            }
            var answer = answer(method);
            gate.methods()
                    .add(new OwnMethod(
                            method.getName(),
                            signature,
                            answer,
                            gate.command(method.getCode(), bindings, !isVoid(method))));
        }
    }

    private TypeName answer(MethodNode method) {
        return method.isDynamicReturnType() || isVoid(method)
                ? TypeName.ANYTHING
                : gate.types().admit(method.getReturnType(), method);
    }

    private static boolean isVoid(MethodNode method) {
        return "void".equals(method.getReturnType().getName());
    }

    private static List<TypeName> types(Signature signature) {
        return signature.parameters().stream().map(Parameter::type).toList();
    }

    Signature parameters(org.codehaus.groovy.ast.Parameter[] parameters, Bindings bindings) {
        List<Parameter> admitted = new ArrayList<>();
        for (int i = 0; i < parameters.length; i++) {
            var parameter = parameters[i];
            boolean takesRest =
                    i == parameters.length - 1 && parameter.getType().isArray();
            TypeName type = takesRest || parameter.isDynamicTyped()
                    ? TypeName.ANYTHING
                    : gate.types().admit(parameter.getType(), parameter);
            Optional<Term> fallback = parameter.hasInitialExpression()
                    ? Optional.of(gate.term(parameter.getInitialExpression(), bindings))
                    : Optional.empty();
            declare(parameter, bindings, type);
            admitted.add(new Parameter(parameter.getName(), type, fallback, takesRest));
        }
        return new Signature(admitted);
    }

    void declare(org.codehaus.groovy.ast.Parameter parameter, Bindings bindings, TypeName type) {
        if (!bindings.declare(parameter.getName(), new Bindings.Binding(type, false))) {
            gate.refuse(
                    parameter,
                    "declared-twice",
                    "'" + parameter.getName() + "' is already the name of a variable around here",
                    "Give the parameter another name.");
        }
    }
}
