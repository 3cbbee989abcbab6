package dev.linkspan.cli;

import dev.linkspan.audit.Severity;
import dev.linkspan.model.Refusal;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A severity as options take it. */
final class SeverityArgument {

    private SeverityArgument() {}

    /** @throws ParameterException for a word that is none */
    static Severity parse(CommandSpec command, String option, String word) {
        try {
            return Severity.parse(word);
        } catch (Refusal refusal) {
            throw new ParameterException(
                    command.commandLine(),
                    refusal.summary() + "; use error, warning or note, such as " + option + " error");
        }
    }
}
