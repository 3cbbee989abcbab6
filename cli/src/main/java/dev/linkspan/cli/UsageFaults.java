package dev.linkspan.cli;

import dev.linkspan.model.Spelling;
import dev.linkspan.text.Untrusted;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said to somebody who called a command wrongly: the fault, the nearest right word, and where help is. */
final class UsageFaults implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException fault, String[] arguments) {
        CommandLine line = fault.getCommandLine();
        var err = line.getErr();
        err.print("error: " + Untrusted.oneLine(words(fault)) + "\n");
        meant(fault).ifPresent(it -> err.print("    Did you mean " + it + "?\n"));
        err.print("    '" + line.getCommandSpec().qualifiedName() + " --help' shows what can be said.\n");
        err.flush();
        return ExitStatus.USAGE.code();
    }

    /** Picocli's words, but for what nothing takes. */
    private static String words(ParameterException fault) {
        if (!(fault instanceof UnmatchedArgumentException unmatched)) {
            return fault.getMessage();
        }
        String first = "'" + unmatched.getUnmatched().get(0) + "'";
        if (unmatched.isUnknownOption()) {
            return "There is no option " + first;
        }
        boolean takesCommand = !fault.getCommandLine().getSubcommands().isEmpty();
        return takesCommand ? "There is no command " + first : "There is no use for " + first;
    }

    private static Optional<String> meant(ParameterException fault) {
        if (!(fault instanceof UnmatchedArgumentException unmatched)) {
            return Optional.empty();
        }
        var command = fault.getCommandLine().getCommandSpec();
        var known = unmatched.isUnknownOption()
                ? command.optionsMap().keySet()
                : command.subcommands().keySet();
        String word = unmatched.getUnmatched().get(0);
        return Spelling.nearest(word.startsWith("-") ? word.replaceFirst("=.*", "") : word, known);
    }
}
