package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.audit.history.HistoryProblem;
import dev.linkspan.cli.settings.SettingsProblem;
import dev.linkspan.cli.view.DiagnosticsView;
import dev.linkspan.cli.view.Printer;
import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.model.Refusal;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** What a run says when it cannot go on, and the status it then ends with. */
final class Failures {

    private final Printer printer;
    private final ProblemView view;

    Failures(Printer printer) {
        this.printer = printer;
        this.view = new ProblemView(printer);
    }

    /** @param isDebugging whether to show where it arose */
    ExitStatus show(Throwable failure, boolean isDebugging) {
        if (isDebugging) {
            var trace = new StringWriter();
            failure.printStackTrace(new PrintWriter(trace, true));
            printer.text(trace.toString());
        }
        if (failure instanceof SettingsProblem problem) {
            new DiagnosticsView(printer).print(problem.diagnostics());
            return problem.isUsage() ? ExitStatus.USAGE : ExitStatus.FAILED;
        }
        if (failure instanceof AtlasProblem problem) {
            view.print(problem);
        } else if (failure instanceof Refusal refusal) {
            view.print(refusal);
        } else if (failure instanceof HistoryProblem problem) {
            view.print(problem.getMessage(), problem.remedy());
        } else if (failure instanceof InterruptedException) {
            view.print("Interrupted", "Run the same command again: it goes on from what Atlas shows.");
        } else if (failure instanceof UncheckedIOException problem) {
            view.print(words(problem), "");
        } else if (failure instanceof OutOfMemoryError) {
            view.print("Out of memory", "Give Java more with LINKSPAN_JAVA_OPTIONS=-Xmx1g.");
        } else {
            view.print(
                    "Linkspan itself is at fault: " + failure,
                    "Run it again with --log-level debug, and report what that shows.");
        }
        return ExitStatus.FAILED;
    }

    /** Whoever wrapped the cause may have said what it was about. */
    private static String words(UncheckedIOException problem) {
        boolean isExplained = !problem.getCause().toString().equals(problem.getMessage());
        return isExplained
                ? problem.getMessage()
                : "A file cannot be read or written: " + FileFault.words(problem.getCause());
    }
}
