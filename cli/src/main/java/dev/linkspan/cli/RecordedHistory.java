package dev.linkspan.cli;

import dev.linkspan.audit.history.History;
import dev.linkspan.audit.history.HistoryPlace;
import dev.linkspan.audit.history.RecordedRun;
import dev.linkspan.cli.view.HistoryView;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Spelling;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/**
 * What commands ask a history. Apart from them, since picocli looks at every method of a command, and with it loads what the method
 * speaks of, in every run.
 */
record RecordedHistory(History history) {

    /**
     * Where a history is: as an option says, or else settings, or else in the usual place.
     *
     * @throws Refusal when the option's text is no place
     */
    static HistoryPlace place(Session session, Optional<String> option) {
        var surroundings = session.surroundings();
        return option.or(session.settings()::history)
                .map(it -> HistoryPlace.parse(
                        it, surroundings.workingDirectory(), session.settings().historyPassword()))
                .orElseGet(() ->
                        new HistoryPlace.SqliteFile(surroundings.stateFolder().resolve("history.db")));
    }

    /**
     * @param option the place that was named; empty for the usual one
     * @param command the one to blame for a text that is no place
     * @throws dev.linkspan.audit.history.HistoryProblem when there is none, or it cannot be used
     */
    static RecordedHistory open(Session session, Optional<String> option, CommandSpec command) {
        try {
            return new RecordedHistory(History.openExisting(
                    place(session, option), session.surroundings().clock()));
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        }
    }

    void printLives(HistoryView view, String fingerprint) {
        var lives = history.life(fingerprint);
        if (lives.isEmpty()) {
            throw new Refusal(
                    "unknown-finding",
                    "No run that is recorded has seen a finding " + fingerprint,
                    "Copy the fingerprint from a report of 'linkspan audit'.");
        }
        view.printLives(fingerprint, lives);
    }

    void printPage(HistoryView view, Optional<String> scope, Optional<String> before, int most) {
        scope.ifPresent(this::checkScope);
        var runs = history.runs(scope, before, most + 1);
        if (runs.isEmpty()
                && before.isPresent()
                && history.standings(before.get()).isEmpty()) {
            throw new Refusal(
                    "unknown-run", "No run " + before.get() + " is recorded", "'linkspan history' lists runs.");
        }
        var page = runs.subList(0, Math.min(most, runs.size()));
        view.printRuns(
                page, runs.size() > most ? Optional.of(page.get(page.size() - 1).id()) : Optional.empty());
    }

    void printTrend(HistoryView view, Optional<String> scope, int most) {
        scope.ifPresent(this::checkScope);
        SortedMap<String, List<RecordedRun>> trend = new TreeMap<>();
        for (String each : scope.map(List::of).orElseGet(history::scopes)) {
            var runs = new ArrayList<>(history.runs(Optional.of(each), Optional.empty(), most));
            Collections.reverse(runs);
            if (!runs.isEmpty()) {
                trend.put(each, runs);
            }
        }
        view.printTrend(trend);
    }

    private void checkScope(String scope) {
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
