package dev.linkspan.audit.report.html;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.ReportedFinding;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The table of findings, the gravest first, and what it can be filtered by.
 *
 * @param leftOut how many findings are not in it, all of them as mild as its last or milder
 * @param isRemembering whether there is a history to say how they stand
 * @param hasSuppressed whether some are in it that do not count
 */
record FindingTable(
        List<FindingRow> rows,
        int leftOut,
        boolean isRemembering,
        boolean hasSuppressed,
        List<Choice> severities,
        List<Choice> kinds,
        List<Choice> projects,
        List<Choice> standings) {

    private static final Comparator<ReportedFinding> GRAVEST_FIRST = Comparator.comparing(ReportedFinding::isSuppressed)
            .thenComparing(ReportedFinding::severity)
            .thenComparing(Comparator.naturalOrder());

    /** Something to filter by, and how many rows have it. */
    record Choice(String value, String label, int count) {}

    static FindingTable of(AuditReport report, int most) {
        var anchors = new HashSet<String>();
        var projects = new HashMap<String, Integer>();
        var rows = report.findings().stream()
                .sorted(GRAVEST_FIRST)
                .limit(most)
                .map(it -> FindingRow.of(
                        it,
                        report,
                        projects.computeIfAbsent(it.address().project().value(), ref -> projects.size()),
                        anchors))
                .toList();
        return new FindingTable(
                rows,
                report.findings().size() - rows.size(),
                report.memory().isPresent(),
                rows.stream().anyMatch(FindingRow::isSuppressed),
                choices(rows, List.of("error", "warning", "note"), FindingRow::severity),
                choices(rows, List.of(), FindingRow::kind),
                projects(rows),
                choices(rows, List.of("new", "still", "flapping"), FindingRow::standing));
    }

    /** In this order, or else in that of their words. */
    private static List<Choice> choices(List<FindingRow> rows, List<String> order, Function<FindingRow, String> value) {
        var counts = rows.stream()
                .map(value)
                .filter(it -> !it.isEmpty())
                .collect(Collectors.groupingBy(it -> it, TreeMap::new, Collectors.summingInt(it -> 1)));
        return counts.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<String, Integer> it) -> order.indexOf(it.getKey())))
                .map(it -> new Choice(it.getKey(), it.getKey(), it.getValue()))
                .toList();
    }

    private static List<Choice> projects(List<FindingRow> rows) {
        var labels = new TreeMap<Integer, String>();
        rows.forEach(it -> labels.put(it.project(), it.projectLabel()));
        var counts = rows.stream().collect(Collectors.groupingBy(FindingRow::project, Collectors.summingInt(it -> 1)));
        return labels.entrySet().stream()
                .map(it -> new Choice(it.getKey().toString(), it.getValue(), counts.get(it.getKey())))
                .sorted(Comparator.comparing(Choice::label))
                .toList();
    }

    /** The anchor of the first row that is about an address. */
    Map<String, String> anchors() {
        return rows.stream()
                .filter(it -> !it.anchor().isEmpty())
                .collect(Collectors.toMap(FindingRow::address, FindingRow::anchor, (first, other) -> first));
    }
}
