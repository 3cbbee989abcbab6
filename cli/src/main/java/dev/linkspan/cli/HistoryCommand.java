package dev.linkspan.cli;

import dev.linkspan.cli.view.HistoryCsv;
import dev.linkspan.cli.view.HistoryJson;
import dev.linkspan.cli.view.HistoryText;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code linkspan history}. */
@Command(
        name = "history",
        subcommands = HistoryPruneCommand.class,
        header = "Shows what audits have found over time. Asks Atlas nothing.",
        description = "%nWithout FINGERPRINT and --trend, the runs that are recorded, newest first.",
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan history                               the last runs",
            "  linkspan history 9f2c41d07be3a815              when one finding came and went",
            "  linkspan history --trend --limit 30            how many findings each run had",
            "  linkspan history --format csv --limit 1000     for a spreadsheet",
            "  linkspan history --history postgresql://linkspan@db.example.com/linkspan",
            "  linkspan history prune --older-than 90d"
        })
final class HistoryCommand implements LinkspanCommand {

    /** How a history can be shown. */
    enum Format {
        text,
        json,
        csv
    }

    private static final int MOST = 10_000;

    @Spec
    private CommandSpec command;

    @Parameters(
            arity = "0..1",
            paramLabel = "FINGERPRINT",
            description = "Of a finding, from a report: when it came and went.")
    private String fingerprint;

    @Option(
            names = "--history",
            paramLabel = "PLACE",
            scope = ScopeType.INHERIT,
            description = "Where the history is: a file, or postgresql://USER@HOST/DATABASE"
                    + " (default: history.db in ~/.local/state/linkspan).")
    private String place;

    @Option(
            names = "--trend",
            description = "How many findings of each kind and severity the last runs had, oldest first.")
    private boolean isTrend;

    @Option(names = "--scope", paramLabel = "SCOPE", description = "Runs of this scope only.")
    private String scope;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "20",
            description = "At most so many runs, of each scope with --trend (default: ${DEFAULT-VALUE}).")
    private int limit;

    @Option(names = "--before", paramLabel = "RUN", description = "Only runs older than this one: the next page.")
    private String before;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (default), json or csv.")
    private Format format;

    @Override
    public ExitStatus run(Session session) {
        check();
        var history = RecordedHistory.open(session, place(), command);
        var view = switch (format) {
            case text -> new HistoryText(session.out());
            case json -> new HistoryJson(session.out());
            case csv -> new HistoryCsv(session.out());
        };
        if (fingerprint != null) {
            history.printLives(view, fingerprint);
        } else if (isTrend) {
            history.printTrend(view, Optional.ofNullable(scope), limit);
        } else {
            history.printPage(view, Optional.ofNullable(scope), Optional.ofNullable(before), limit);
        }
        return ExitStatus.DONE;
    }

    /** The place that was named; empty for the usual one. */
    Optional<String> place() {
        return Optional.ofNullable(place);
    }

    /** Whether anything is asked that only the command itself can answer, and not one below it. */
    boolean isAsked() {
        return isTrend || scope != null || before != null || fingerprint != null;
    }

    private void check() {
        if (limit < 1 || limit > MOST) {
            throw new ParameterException(command.commandLine(), "--limit is a number from 1 to " + MOST);
        }
        if (fingerprint != null && (isTrend || scope != null || before != null)) {
            throw new ParameterException(command.commandLine(), "A FINGERPRINT goes with --history and --format only");
        }
        if (isTrend && before != null) {
            throw new ParameterException(command.commandLine(), "--before is for the list of runs, not for --trend");
        }
    }
}
