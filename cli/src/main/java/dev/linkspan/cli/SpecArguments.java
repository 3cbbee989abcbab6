package dev.linkspan.cli;

import dev.linkspan.cli.view.DiagnosticsView;
import dev.linkspan.dsl.LoadedSpecs;
import dev.linkspan.dsl.SpecLoader;
import dev.linkspan.model.Declaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Parameters;

/** The spec files and folders that a command was given. */
final class SpecArguments {

    @Parameters(arity = "1..*", paramLabel = "SPEC", description = "Spec files (*.groovy), or folders of them.")
    private List<Path> paths = List.of();

    List<Path> paths() {
        return paths;
    }

    /** What they declare; empty when they hold faults, which are printed then. Warnings are printed in any case. */
    Optional<Declaration> load(Session session) {
        LoadedSpecs loaded = new SpecLoader(session.surroundings().workingDirectory())
                .load(paths, session.settings().params());
        if (!loaded.diagnostics().isEmpty()) {
            new DiagnosticsView(session.errors()).print(loaded.diagnostics());
        }
        return loaded.diagnostics().hasErrors() ? Optional.empty() : Optional.of(loaded.declaration());
    }
}
