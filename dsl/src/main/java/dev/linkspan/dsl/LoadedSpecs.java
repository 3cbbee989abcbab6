package dev.linkspan.dsl;

import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.Declaration;
import java.util.Objects;

/**
 * What loading specs came to.
 *
 * @param declaration what they declare; with errors among the diagnostics it lacks whatever was at fault, and must not be
 *     planned or audited
 * @param diagnostics all faults of all files
 */
public record LoadedSpecs(Declaration declaration, Diagnostics diagnostics) {

    public LoadedSpecs {
        Objects.requireNonNull(declaration, "declaration");
        Objects.requireNonNull(diagnostics, "diagnostics");
    }
}
