package dev.linkspan.cli;

import dev.linkspan.cli.settings.DurationText;
import dev.linkspan.model.Refusal;
import java.time.Duration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code linkspan history prune}. */
@Command(
        name = "prune",
        header = "Removes old runs. What is still open keeps since when it is.",
        footerHeading = "%nExample:%n",
        footer = "  linkspan history prune --older-than 90d")
final class HistoryPruneCommand implements LinkspanCommand {

    @Spec
    private CommandSpec command;

    @ParentCommand
    private HistoryCommand history;

    @Option(
            names = "--older-than",
            paramLabel = "AGE",
            required = true,
            description = "Runs that ended longer ago than this go, for example 90d.")
    private String age;

    @Override
    public ExitStatus run(Session session) {
        if (history.isAsked()) {
            throw new ParameterException(command.commandLine(), "prune goes with --older-than and --history only");
        }
        var longest = age();
        int runs = RecordedHistory.open(session, history.place(), command)
                .history()
                .prune(longest);
        session.out().line("Removed " + (runs == 1 ? "one run." : runs + " runs."));
        return ExitStatus.DONE;
    }

    private Duration age() {
        try {
            var duration = DurationText.parse(age);
            if (duration.isZero()) {
                throw new Refusal("zero-age", "'" + age + "' would remove every run", "Write more, for example 90d.");
            }
            return duration;
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        }
    }
}
