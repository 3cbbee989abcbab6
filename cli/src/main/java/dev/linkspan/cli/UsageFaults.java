package dev.linkspan.cli;

import dev.linkspan.text.Untrusted;
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
        err.print("error: " + Untrusted.oneLine(fault.getMessage()) + "\n");
        if (fault instanceof UnmatchedArgumentException unmatched) {
            var guesses = unmatched.getSuggestions();
            if (!guesses.isEmpty()) {
                err.print("    Did you mean " + String.join(" or ", guesses.subList(0, Math.min(3, guesses.size())))
                        + "?\n");
            }
        }
        err.print("    '" + line.getCommandSpec().qualifiedName() + " --help' shows what can be said.\n");
        err.flush();
        return ExitStatus.USAGE.code();
    }
}
