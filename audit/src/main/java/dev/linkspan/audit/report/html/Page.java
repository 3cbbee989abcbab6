package dev.linkspan.audit.report.html;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Coverage;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.Severity;
import dev.linkspan.audit.Standing;
import dev.linkspan.audit.report.ReportWords;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * All that the page shows.
 *
 * @param verdict its word, which also picks the colours
 * @param answer the verdict in a sentence
 * @param readAt empty unless the report says it
 * @param policy what a browser lets the page do
 */
record Page(
        String verdict,
        String answer,
        String aim,
        Optional<Moment> readAt,
        List<Figure> figures,
        List<Figure> changes,
        List<Measure> coverage,
        int ignored,
        FindingTable findings,
        List<Resolved> resolved,
        HealthChart health,
        Optional<TrendChart> trend,
        TopologyMap topology,
        List<KindNote> kinds,
        String policy,
        String style,
        String script) {

    /** A number with its name. */
    record Figure(String tone, String label, int number) {}

    /** How much of one sort of thing was looked at. */
    record Measure(String noun, int looked, int declared) {

        boolean isFull() {
            return looked == declared;
        }

        /** Of a bar that is 1,000 wide. */
        int width() {
            return declared == 0 ? 1_000 : (int) (1_000L * looked / declared);
        }
    }

    /** What a kind of finding that is on the page says. */
    record KindNote(String word, String meaning) {}

    /** A finding that is no more. */
    record Resolved(String severity, String kind, String address, String summary, Moment since) {
        static Resolved of(Memory.Resolved resolved) {
            return new Resolved(
                    Shown.line(resolved.severity()),
                    Shown.line(resolved.kind()),
                    Shown.line(resolved.address()),
                    Shown.line(resolved.summary()),
                    Moment.of(resolved.since()));
        }
    }

    static Page of(AuditReport report, int mostFindings) {
        var findings = FindingTable.of(report, mostFindings);
        return new Page(
                report.verdict().word(),
                ReportWords.verdict(report),
                report.scope() == Scope.SPECS ? "Atlas, held against specs" : "The health of what Atlas has",
                report.at().map(Moment::of),
                figures(report),
                report.memory().map(it -> changes(report, it)).orElse(List.of()),
                coverage(report.coverage(), report.scope()),
                report.ignored(),
                findings,
                report.memory().map(Memory::resolved).orElse(List.of()).stream()
                        .limit(mostFindings)
                        .map(Resolved::of)
                        .toList(),
                HealthChart.of(report.tally()),
                report.memory().map(Memory::trend).filter(it -> !it.isEmpty()).map(TrendChart::of),
                TopologyMap.of(report, findings),
                Arrays.stream(Finding.Kind.values())
                        .filter(it -> findings.kinds().stream()
                                .anyMatch(kind -> kind.value().equals(it.word())))
                        .map(it -> new KindNote(it.word(), ReportWords.meaning(it)))
                        .toList(),
                Inline.POLICY,
                Inline.STYLE.text(),
                Inline.SCRIPT.text());
    }

    private static List<Figure> figures(AuditReport report) {
        var counts = report.counts();
        return List.of(
                new Figure("error", "Errors", counts.of(Severity.ERROR)),
                new Figure("warning", "Warnings", counts.of(Severity.WARNING)),
                new Figure("note", "Notes", counts.of(Severity.NOTE)),
                new Figure("quiet", "Suppressed", counts.suppressed()));
    }

    private static List<Figure> changes(AuditReport report, Memory memory) {
        var counts = report.counts();
        return List.of(
                new Figure("new", "New", counts.of(Standing.Kind.NEW)),
                new Figure("still", "Still there", counts.of(Standing.Kind.STILL)),
                new Figure("flapping", "Coming and going", counts.of(Standing.Kind.FLAPPING)),
                new Figure("resolved", "Resolved", memory.resolved().size()));
    }

    private static List<Measure> coverage(Coverage coverage, Scope scope) {
        return List.of(
                measure("Projects", coverage.projects()),
                measure(scope == Scope.SPECS ? "Declared services" : "Services", coverage.services()),
                measure(scope == Scope.SPECS ? "Declared endpoints" : "Endpoints", coverage.endpoints()));
    }

    private static Measure measure(String noun, Coverage.Share share) {
        return new Measure(noun, share.looked(), share.declared());
    }
}
