package dev.linkspan.observe;

import dev.linkspan.compare.Comparer;
import dev.linkspan.compare.Comparison;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.Observation;
import java.util.Objects;

/**
 * A declaration and what Atlas showed for it.
 *
 * @param declaration with ids in place of the names that could be looked up
 * @param diagnostics faults of the declaration that only Atlas could show, such as one project declared under two
 *     references; with an error among them nothing was read
 */
public record Survey(Declaration declaration, Observation observation, Diagnostics diagnostics) {

    public Survey {
        Objects.requireNonNull(declaration, "declaration");
        Objects.requireNonNull(observation, "observation");
        Objects.requireNonNull(diagnostics, "diagnostics");
    }

    public Comparison comparison() {
        return Comparer.compare(declaration, observation);
    }

    /** Whether not one service list could be read: then there is nothing to say beyond the blind spots. */
    public boolean sawNothing() {
        return observation.projects().values().stream()
                .allMatch(it -> it.providersRead().isEmpty());
    }
}
