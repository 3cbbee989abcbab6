package dev.linkspan.cli.view;

import dev.linkspan.audit.history.FindingLife;
import dev.linkspan.audit.history.RecordedRun;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/** What is shown of a history, in one format. */
public interface HistoryView {

    /**
     * A page of runs.
     *
     * @param runs newest first
     * @param next the last run of this page, where older ones follow
     */
    void printRuns(List<RecordedRun> runs, Optional<String> next);

    /** The life of one finding, in each scope that knows it. */
    void printLives(String fingerprint, List<FindingLife> lives);

    /** @param trend by scope, its last runs, oldest first */
    void printTrend(SortedMap<String, List<RecordedRun>> trend);
}
