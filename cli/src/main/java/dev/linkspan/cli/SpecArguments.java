package dev.linkspan.cli;

import dev.linkspan.dsl.LoadedSpecs;
import dev.linkspan.dsl.SpecLoader;
import dev.linkspan.model.Declaration;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The spec files and folders that a command was given. */
final class SpecArguments {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(arity = "1..*", paramLabel = "SPEC", description = "Spec files (*.groovy), or folders of them.")
    private List<Path> paths = List.of();

    List<Path> paths() {
        return paths;
    }

    Optional<Declaration> load(Session session) {
        return load(session, command, paths);
    }

    /** What they declare; empty when they hold faults, which are printed then. Warnings are printed in any case. */
    static Optional<Declaration> load(Session session, CommandSpec command, List<Path> paths) {
        // An empty path means the working directory, and is what "$SPECS" becomes when nobody has set it.
        if (paths.contains(Path.of(""))) {
            throw new ParameterException(
                    command.commandLine(), "A SPEC is empty; write the path of a file or folder, or . for this folder");
        }
        LoadedSpecs loaded = new SpecLoader(session.surroundings().workingDirectory())
                .load(paths, session.settings().params());
        if (!loaded.diagnostics().isEmpty()) {
            session.tell(loaded.diagnostics());
        }
        return loaded.diagnostics().hasErrors() ? Optional.empty() : Optional.of(loaded.declaration());
    }
}
