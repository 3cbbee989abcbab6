package dev.linkspan.cli;

import dev.linkspan.cli.view.Printer;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The {@code linkspan} command as a function of its arguments. */
public final class LinkspanCli {

    static {
        // Picocli looks for closures in annotations, and the look alone starts Groovy's whole runtime.
        System.setProperty("picocli.disable.closures", "true");
        // Libraries that would log find no logger; that need not be told in every run.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
    }

    private final Surroundings surroundings;
    private final PrintStream out;
    private final PrintStream err;
    private final List<String> arguments;

    private LinkspanCli(Surroundings surroundings, PrintStream out, PrintStream err, List<String> arguments) {
        this.surroundings = surroundings;
        this.out = out;
        this.err = err;
        this.arguments = arguments;
    }

    public static void main(String... arguments) {
        var output = StandardOutput.open();
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        int status = run(output.stream(), err, arguments);
        System.exit(output.close(status, err));
    }

    /**
     * Runs one command in this process's own surroundings.
     *
     * @return the exit status, see {@link ExitStatus}
     */
    public static int run(PrintStream out, PrintStream err, String... arguments) {
        return run(Surroundings.ofProcess(), out, err, arguments);
    }

    /**
     * Runs one command.
     *
     * @param out for results
     * @param err for everything else
     * @return the exit status, see {@link ExitStatus}
     */
    public static int run(Surroundings surroundings, PrintStream out, PrintStream err, String... arguments) {
        return new LinkspanCli(surroundings, out, err, Arrays.asList(arguments)).run();
    }

    private int run() {
        var failures =
                new Failures(new Printer(err, isColored(surroundings.terminals().errors())));
        try {
            return commandLine(failures).execute(arguments.toArray(String[]::new));
        } catch (StackOverflowError | OutOfMemoryError failure) {
            return failures.show(failure, isDebugging()).code();
        }
    }

    private CommandLine commandLine(Failures failures) {
        var options = new RootCommand();
        var line = new CommandLine(options)
                // An argument that begins with @ is what it says, not a file of more arguments.
                .setExpandAtFiles(false)
                .setOut(writer(out))
                .setErr(writer(err))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        isColored(surroundings.terminals().output()) ? Ansi.ON : Ansi.OFF))
                .setUsageHelpWidth(100)
                .setParameterExceptionHandler(new UsageFaults())
                .setExecutionStrategy(parsed -> execute(parsed, options, failures));
        HelpPages.arrange(line);
        return line;
    }

    private int execute(ParseResult parsed, RootCommand options, Failures failures) {
        // Asked for help, picocli overlooks all else; but the help of a command that is none would be another's.
        if (!parsed.hasSubcommand() && parsed.unmatched().stream().anyMatch(it -> !it.startsWith("-"))) {
            throw new UnmatchedArgumentException(parsed.commandSpec().commandLine(), parsed.unmatched());
        }
        var asked = CommandLine.executeHelpRequest(parsed);
        if (asked != null) {
            return asked;
        }
        var chosen = parsed;
        while (chosen.hasSubcommand()) {
            chosen = chosen.subcommand();
        }
        if (!(chosen.commandSpec().userObject() instanceof LinkspanCommand command)) {
            return tellCommands(chosen.commandSpec().commandLine());
        }
        return run(command, options, failures).code();
    }

    /** Who says no command may not know any. */
    private int tellCommands(CommandLine line) {
        line.usage(line.getErr(), isColored(surroundings.terminals().errors()) ? Ansi.ON : Ansi.OFF);
        line.getErr().print("\nerror: Say which command to run; 'linkspan demo' needs nothing else\n");
        line.getErr().flush();
        return ExitStatus.USAGE.code();
    }

    private ExitStatus run(LinkspanCommand command, RootCommand options, Failures failures) {
        Session session;
        try {
            session = new Session(surroundings, options, out, err);
        } catch (RuntimeException failure) {
            return failures.show(failure, isDebugging());
        }
        try {
            return command.run(session);
        } catch (ParameterException wrongUsage) {
            throw wrongUsage;
        } catch (RuntimeException | InterruptedException failure) {
            return failures.show(failure, session.isDebugging());
        }
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /** Before settings are read, which may ask for or against colour, and where they cannot be read. */
    private boolean isColored(boolean isTerminal) {
        return isTerminal
                && surroundings.environment().getOrDefault("NO_COLOR", "").isEmpty()
                && !arguments.contains("--no-color");
    }

    /** Where settings could not be read, or the failure is so bad that nothing is known of them. */
    private boolean isDebugging() {
        int option = arguments.indexOf("--log-level");
        return arguments.contains("--log-level=debug")
                || option >= 0 && arguments.indexOf("debug") == option + 1
                || "debug".equals(surroundings.environment().get("LINKSPAN_LOG_LEVEL"));
    }
}
