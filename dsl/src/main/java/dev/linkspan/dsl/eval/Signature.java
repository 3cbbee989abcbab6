package dev.linkspan.dsl.eval;

import java.util.ArrayList;
import java.util.List;

/** The parameters of a closure or method, and how values are dealt out to them. */
public record Signature(List<Parameter> parameters) {

    public Signature {
        parameters = List.copyOf(parameters);
    }

    public int least() {
        return (int) parameters.stream()
                .filter(it -> it.fallback().isEmpty() && !it.takesRest())
                .count();
    }

    public int most() {
        return takesRest() ? Integer.MAX_VALUE : parameters.size();
    }

    public boolean takes(int count) {
        return count >= least() && count <= most();
    }

    private boolean takesRest() {
        return !parameters.isEmpty() && parameters.get(parameters.size() - 1).takesRest();
    }

    boolean accepts(List<Object> values) {
        if (!takes(values.size())) {
            return false;
        }
        int given = 0;
        int spare = values.size() - least();
        for (var parameter : parameters) {
            if (parameter.takesRest()) {
                return true;
            }
            if (parameter.fallback().isPresent() && spare-- <= 0) {
                continue;
            }
            if (!parameter.type().takes(values.get(given++))) {
                return false;
            }
        }
        return true;
    }

    /** How far the parameters are from the values: of two methods, the one whose types say more is meant. */
    int vagueness(List<Object> values) {
        int vagueness = takesRest() ? parameters.size() * 100 : 0;
        for (int i = 0; i < parameters.size(); i++) {
            vagueness += parameters.get(i).type().vagueness(i < values.size() ? values.get(i) : null);
        }
        return vagueness;
    }

    /** Declares each parameter: those with a fallback take a given value while there are more than the others need. */
    void bind(Run run, Scope scope, List<Object> values) {
        int given = 0;
        int spare = values.size() - least();
        for (var parameter : parameters) {
            Object value;
            if (parameter.takesRest()) {
                value = new ArrayList<>(values.subList(given, values.size()));
            } else if (parameter.fallback().isPresent() && spare-- <= 0) {
                value = parameter.fallback().get().evaluate(run, scope);
            } else {
                value = values.get(given++);
            }
            scope.declare(
                    parameter.name(),
                    parameter.takesRest() ? value : parameter.type().cast(run, value));
        }
    }
}
