package dev.linkspan.cli.view;

import dev.linkspan.audit.history.AuditRun;
import dev.linkspan.audit.history.FindingLife;
import dev.linkspan.audit.history.RecordedRun;
import dev.linkspan.document.Notation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** A history for scripts. A new member may be added to a format; one that is there keeps its name and meaning, or its number rises. */
public final class HistoryJson implements HistoryView {

    private final Printer printer;

    public HistoryJson(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void printRuns(List<RecordedRun> runs, Optional<String> next) {
        printer.text(Notation.JSON.text(Map.of(
                "format",
                "linkspan.history-runs/1",
                "runs",
                runs.stream().map(HistoryJson::run).toList(),
                "next",
                next)));
    }

    @Override
    public void printLives(String fingerprint, List<FindingLife> lives) {
        printer.text(Notation.JSON.text(Map.of(
                "format",
                "linkspan.history-finding/1",
                "fingerprint",
                fingerprint,
                "lives",
                lives.stream().map(HistoryJson::life).toList())));
    }

    @Override
    public void printTrend(SortedMap<String, List<RecordedRun>> trend) {
        printer.text(Notation.JSON.text(Map.of(
                "format",
                "linkspan.history-trend/1",
                "scopes",
                trend.entrySet().stream()
                        .map(it -> Map.of(
                                "scope",
                                it.getKey(),
                                "runs",
                                it.getValue().stream().map(HistoryJson::point).toList()))
                        .toList())));
    }

    private static Map<String, Object> run(RecordedRun run) {
        var members = new HashMap<>(point(run));
        members.put("scope", run.scope());
        members.put("startedAt", run.startedAt());
        members.put("exitStatus", run.exitStatus());
        members.put(
                "coverage",
                Map.of(
                        "projects", share(run.coverage().projects()),
                        "services", share(run.coverage().services()),
                        "endpoints", share(run.coverage().endpoints())));
        return members;
    }

    /** What a trend needs to know of a run. */
    private static Map<String, Object> point(RecordedRun run) {
        return Map.of(
                "id", run.id(),
                "endedAt", run.endedAt(),
                "verdict", run.verdict(),
                "findings", run.findings(),
                "suppressed", run.suppressed(),
                "new", run.came(),
                "resolved", run.went(),
                "unknown", run.unknown(),
                "counts", run.counts().stream().map(HistoryJson::count).toList());
    }

    private static Map<String, Object> share(AuditRun.Share share) {
        return Map.of("looked", share.looked(), "all", share.all());
    }

    private static Map<String, Object> count(RecordedRun.Count count) {
        return Map.of(
                "kind", count.kind(),
                "severity", count.severity(),
                "findings", count.findings(),
                "suppressed", count.suppressed());
    }

    private static Map<String, Object> life(FindingLife life) {
        return Map.of(
                "scope", life.scope(),
                "address", life.address(),
                "open", life.isOpen(),
                "stretches", life.stretches().stream().map(HistoryJson::stretch).toList());
    }

    private static Map<String, Object> stretch(FindingLife.Stretch stretch) {
        return Map.of(
                "since", stretch.since(),
                "lastSeen", stretch.lastSeen(),
                "gone", stretch.gone(),
                "runs", stretch.runs(),
                "wordings",
                        stretch.wordings().stream().map(HistoryJson::wording).toList());
    }

    private static Map<String, Object> wording(FindingLife.Wording wording) {
        return Map.of(
                "at", wording.at(),
                "kind", wording.kind(),
                "severity", wording.severity(),
                "summary", wording.summary(),
                "suppressed", wording.suppressed());
    }
}
