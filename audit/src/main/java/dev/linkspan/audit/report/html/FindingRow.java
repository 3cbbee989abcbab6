package dev.linkspan.audit.report.html;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.report.ReportWords;
import dev.linkspan.compare.Difference;
import dev.linkspan.model.Address;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A finding as a row, with what opens below it.
 *
 * @param anchor what links to it use; empty where another row has it already
 * @param project a number that stands for its project in filters
 * @param projectName Atlas's name, or the id where it is not known
 * @param projectId empty where it is the name
 * @param place where below its project it is, in short
 * @param events who did what that may explain it, a sentence each
 * @param standing {@code new}, {@code still}, {@code flapping}, or empty
 * @param since when it was seen first
 * @param suppression why it does not count, or empty
 */
record FindingRow(
        String anchor,
        String severity,
        String kind,
        int project,
        String projectName,
        String projectId,
        String address,
        String place,
        String summary,
        String expected,
        String observed,
        Optional<String> message,
        List<Difference> differences,
        String remedy,
        Optional<String> snippet,
        Optional<String> source,
        List<String> events,
        String standing,
        Optional<Moment> since,
        String suppression,
        String fingerprint) {

    static FindingRow of(ReportedFinding finding, AuditReport report, int project, Set<String> anchors) {
        var evidence = finding.evidence();
        var advice = finding.advice();
        String address = Shown.line(finding.address().toString());
        String ref = Shown.line(finding.address().project().value());
        var name = ReportWords.name(report, finding.address().project()).map(Shown::line);
        String anchor = "f-" + finding.fingerprint();
        return new FindingRow(
                anchors.add(anchor) ? anchor : "",
                finding.severity().word(),
                finding.kind().word(),
                project,
                finding.kind().isAboutRules() ? "Rules" : name.orElse(ref),
                name.isPresent() ? ref : "",
                address,
                Shown.line(place(finding.address())),
                Shown.line(finding.summary()),
                Shown.line(evidence.expected()),
                Shown.line(evidence.observed()),
                evidence.message().map(Shown::line),
                evidence.differences().stream().map(FindingRow::shown).toList(),
                Shown.line(advice.remedy()),
                advice.snippet().map(Shown::lines),
                advice.source().map(it -> Shown.line(it.toString())),
                evidence.events().stream()
                        .map(it -> Shown.line(ReportWords.event(finding, it)))
                        .toList(),
                finding.standing().map(it -> it.kind().word()).orElse(""),
                finding.standing().map(it -> Moment.of(it.since())),
                finding.suppression()
                        .map(it -> Shown.line(
                                it.reason() + " (" + it.owner() + ", until " + it.until() + ", " + it.rule() + ")"))
                        .orElse(""),
                finding.fingerprint().value());
    }

    private static Difference shown(Difference difference) {
        return new Difference(
                Shown.line(difference.attribute()),
                Shown.line(difference.declared()),
                Shown.line(difference.observed()));
    }

    /** What the address says besides the project; of an Azure endpoint's id, which is a long path, only the end. */
    private static String place(Address address) {
        if (address.kind() == Address.Kind.ENDPOINT) {
            return place(address.parent()) + "/"
                    + Shown.lastPart(address.endpoint().orElseThrow().value());
        }
        String project = address.project().value();
        return address.toString().equals(project) ? "" : address.toString().substring(project.length() + 1);
    }

    String projectLabel() {
        return projectId.isEmpty() ? projectName : projectName + " (" + projectId + ")";
    }

    boolean isSuppressed() {
        return !suppression.isEmpty();
    }
}
