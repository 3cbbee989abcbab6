package dev.linkspan.dsl.eval;

import dev.linkspan.dsl.value.SpecFault;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The methods that a spec defines. They see one another and the constants, and nothing else around them. */
public final class OwnMethods {

    private final Map<String, List<OwnMethod>> byName = new HashMap<>();
    private Scope constants = Scope.outermost();

    /** One of them; those of the same name differ in how many values they take, or of which types. */
    public record OwnMethod(String name, Signature signature, TypeName answer, Command body) {}

    public void add(OwnMethod method) {
        byName.computeIfAbsent(method.name(), it -> new ArrayList<>()).add(method);
    }

    public boolean has(String name) {
        return byName.containsKey(name);
    }

    public Collection<String> names() {
        return byName.keySet();
    }

    /** Sets where the constants of this run stand. */
    public void standOn(Scope scope) {
        constants = scope;
    }

    Object call(Run run, String name, List<Object> values) {
        var method = byName.get(name).stream()
                .filter(it -> it.signature().accepts(values))
                .min(Comparator.comparingInt(it -> it.signature().vagueness(values)))
                .orElseThrow(() -> unfit(name, values));
        run.enter();
        Scope scope = constants.inner();
        method.signature().bind(run, scope, values);
        Signal signal = method.body().execute(run, scope);
        run.leave();
        return method.answer().cast(run, signal instanceof Signal.Return it ? it.value() : null);
    }

    private SpecFault unfit(String name, List<Object> values) {
        var signature = byName.get(name).get(0).signature();
        return new SpecFault(
                "wrong-values",
                "'" + name + "' does not take " + Shown.values(values),
                "It has " + Shown.count(signature.parameters().size(), "parameter") + ".");
    }
}
