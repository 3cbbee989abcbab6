package dev.linkspan.cli;

import dev.linkspan.audit.Scope;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Under which name a history follows what an audit finds, so that several sets of specs can share one. */
final class ScopeOption {

    private static final String FORM = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._/-]{0,99}";

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--scope",
            paramLabel = "NAME",
            description =
                    "The name under which the history follows this audit's findings; a set of specs that shares a history with"
                            + " others needs one of its own (default: specs, or health without specs).")
    private String name;

    boolean isSet() {
        return name != null;
    }

    /** Refuses what no line of a table would hold. */
    void check() {
        if (name != null && !name.matches(FORM)) {
            throw new ParameterException(
                    command.commandLine(),
                    "'" + name
                            + "' is not a name for a scope: at most 100 letters, digits, spaces and . _ / -, such as payments");
        }
    }

    String of(Scope audited) {
        return Optional.ofNullable(name).orElseGet(audited::word);
    }
}
