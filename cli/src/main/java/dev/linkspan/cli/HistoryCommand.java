package dev.linkspan.cli;

import dev.linkspan.audit.history.History;
import dev.linkspan.audit.history.RecordedRun;
import dev.linkspan.cli.view.HistoryCsv;
import dev.linkspan.cli.view.HistoryJson;
import dev.linkspan.cli.view.HistoryText;
import dev.linkspan.cli.view.HistoryView;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
        var history = open(session);
        var view = view(session);
        if (fingerprint != null) {
            var lives = history.life(fingerprint);
            if (lives.isEmpty()) {
                throw new Refusal(
                        "unknown-finding",
                        "No run that is recorded has seen a finding " + fingerprint,
                        "Copy the fingerprint from a report of 'linkspan audit'.");
            }
            view.printLives(fingerprint, lives);
        } else if (isTrend) {
            view.printTrend(trend(history));
        } else {
            printPage(history, view);
        }
        return ExitStatus.DONE;
    }

    /** The history that was named, or else the usual one. */
    History open(Session session) {
        try {
            return History.openExisting(
                    HistoryPlaces.of(session, Optional.ofNullable(place)),
                    session.surroundings().clock());
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        }
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

    private HistoryView view(Session session) {
        return switch (format) {
            case text -> new HistoryText(session.out());
            case json -> new HistoryJson(session.out());
            case csv -> new HistoryCsv(session.out());
        };
    }

    private void printPage(History history, HistoryView view) {
        checkScope(history);
        var runs = history.runs(Optional.ofNullable(scope), Optional.ofNullable(before), limit + 1);
        if (runs.isEmpty() && before != null && history.standings(before).isEmpty()) {
            throw new Refusal("unknown-run", "No run " + before + " is recorded", "'linkspan history' lists runs.");
        }
        var page = runs.subList(0, Math.min(limit, runs.size()));
        view.printRuns(
                page,
                runs.size() > limit ? Optional.of(page.get(page.size() - 1).id()) : Optional.empty());
    }

    private SortedMap<String, List<RecordedRun>> trend(History history) {
        checkScope(history);
        var trend = new TreeMap<String, List<RecordedRun>>();
        for (String each : scope == null ? history.scopes() : List.of(scope)) {
            var runs = new ArrayList<>(history.runs(Optional.of(each), Optional.empty(), limit));
            if (!runs.isEmpty()) {
                Collections.reverse(runs);
                trend.put(each, runs);
            }
        }
        return trend;
    }

    private void checkScope(History history) {
        if (scope == null) {
            return;
        }
        var known = history.scopes();
        if (!known.contains(scope)) {
            throw new Refusal(
                    "unknown-scope",
                    "No run of scope '" + scope + "' is recorded",
                    Spelling.nearest(scope, known)
                            .map(it -> "Did you mean '" + it + "'?")
                            .orElse("'linkspan history' shows the scope of each run."));
        }
    }
}
