package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.Standing;
import dev.linkspan.audit.Words;
import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectEvent;
import dev.linkspan.model.ProjectRef;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The sentences that reports of several formats share. They hold untrusted text, and each format makes it fit for itself. */
public final class ReportWords {

    private ReportWords() {}

    /** What a kind of finding says. */
    public static String meaning(Finding.Kind kind) {
        return switch (kind) {
            case NOT_SEEN -> "It could not be read, so nothing is known of it.";
            case MISSING -> "Specs declare it, and Atlas does not have it.";
            case UNHEALTHY -> "It is there, and waiting will not make it well.";
            case STUCK -> "Atlas is at work on it, and has been for far longer than usual.";
            case CHANGED -> "It has other values than specs say.";
            case UNMANAGED -> "Atlas has it, and no spec declares it.";
            case DEPRECATED -> "It works, and Atlas has said when it will stop.";
            case LAST_ENDPOINT ->
                "It is its service's only endpoint and is to be removed or mended, or a service whose last endpoint is going: Atlas may remove the service with it.";
            case NO_CONNECTION_STRING -> "It is ready, and not every cluster can be connected to through it.";
            case EXPIRED_RULE -> "Its last day is over, so it decides nothing any more.";
            case UNUSED_RULE -> "It is about nothing that was found.";
            case SETTLING -> "Atlas is at work on it, as it is soon after a change.";
        };
    }

    /** Findings under the headings that they stand below, in the order of their addresses. */
    public static Map<String, List<ReportedFinding>> grouped(AuditReport report, Predicate<ReportedFinding> which) {
        var groups = new LinkedHashMap<String, List<ReportedFinding>>();
        report.findings().stream()
                .filter(which)
                .forEach(it -> groups.computeIfAbsent(heading(report, it), heading -> new ArrayList<>())
                        .add(it));
        return groups;
    }

    private static String heading(AuditReport report, ReportedFinding finding) {
        if (finding.kind().isAboutRules()) {
            return "Rules";
        }
        var project = finding.address().project();
        return "Project " + project.value()
                + name(report, project).map(it -> " (" + it + ")").orElse("");
    }

    /** Atlas's name of a project, where it was looked up. */
    public static Optional<String> name(AuditReport report, ProjectRef project) {
        return Optional.ofNullable(report.projectNames().get(project));
    }

    /** What is the matter and what to do about it, a line each; lines of a snippet are indented by four. */
    public static List<String> details(ReportedFinding finding) {
        var lines = new ArrayList<String>();
        var advice = finding.advice();
        lines.add(finding.summary());
        String place = finding.kind().isAboutRules() ? "Rule: " : "Spec: ";
        advice.source().ifPresent(it -> lines.add(place + it));
        if (!advice.remedy().isEmpty()) {
            lines.add("To do: " + advice.remedy());
        }
        advice.snippet().stream().flatMap(String::lines).forEach(it -> lines.add("    " + it));
        lines.addAll(context(finding));
        lines.add("Fingerprint: " + finding.fingerprint());
        return lines;
    }

    /** What Atlas's activity feed, rules and earlier audits say of it, a sentence each. */
    public static List<String> context(ReportedFinding finding) {
        return Stream.of(
                        finding.evidence().events().stream().map(it -> event(finding, it)),
                        finding.standing().map(ReportWords::standing).stream(),
                        finding
                                .suppression()
                                .map(it -> "Suppressed until " + it.until() + " by " + it.owner() + ": " + it.reason()
                                        + " (" + it.rule() + ")")
                                .stream())
                .flatMap(it -> it)
                .toList();
    }

    /** Who did what that may explain it, and whether that was done to this very thing. */
    public static String event(ReportedFinding finding, ProjectEvent event) {
        return (isNamed(finding, event) ? "" : "In this project: ") + event.type() + " at " + event.at()
                + event.by().map(it -> " by " + it).orElse("") + ".";
    }

    /** Whether the event names what the finding is about. Of others, Atlas says only that they happened in the project. */
    static boolean isNamed(ReportedFinding finding, ProjectEvent event) {
        var kind = finding.address().kind();
        return kind == Address.Kind.REGIONAL_MODE
                || kind == Address.Kind.ENDPOINT && event.endpoint().isPresent();
    }

    private static String standing(Standing standing) {
        return switch (standing.kind()) {
            case NEW -> "New.";
            case STILL -> "Since " + standing.since() + ".";
            case FLAPPING -> "Comes and goes; this time since " + standing.since() + ".";
        };
    }

    /** How much was looked at and how much was found, a sentence each. */
    public static List<String> totals(AuditReport report) {
        var lines = new ArrayList<>(List.of(report.coverage().line(report.scope())));
        var counts = report.counts();
        var parts = new ArrayList<String>();
        for (var kind : Finding.Kind.values()) {
            part(parts, counts.of(kind), kind.word().replace('-', ' '));
        }
        if (!parts.isEmpty()) {
            lines.add("Found: " + String.join(", ", parts) + ".");
        }
        report.memory().ifPresent(it -> lines.add(changes(report, it)));
        if (counts.suppressed() > 0) {
            lines.add("Suppressed by rules: " + Words.count(counts.suppressed(), "finding", "findings") + ".");
        }
        if (report.ignored() > 0) {
            lines.add(
                    "Left out, as unmanaged 'ignore' says: " + Words.count(report.ignored(), "thing", "things") + ".");
        }
        report.at().ifPresent(it -> lines.add("Read at " + it + "."));
        return lines;
    }

    private static String changes(AuditReport report, Memory memory) {
        var counts = report.counts();
        var parts = new ArrayList<String>();
        part(parts, counts.of(Standing.Kind.NEW), "new");
        part(parts, counts.of(Standing.Kind.STILL), "still there");
        part(parts, counts.of(Standing.Kind.FLAPPING), "coming and going");
        part(parts, memory.resolved().size(), "resolved");
        return "Against earlier audits: " + (parts.isEmpty() ? "no change" : String.join(", ", parts)) + ".";
    }

    private static void part(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    /** The answer, in a sentence. */
    public static String verdict(AuditReport report) {
        return switch (report.verdict()) {
            case CLEAN -> clean(report);
            case FINDINGS ->
                report.scope() == Scope.SPECS
                        ? "Not clean: Atlas is not as the specs say."
                        : "Not clean: not all that Atlas has is well.";
            case INCOMPLETE ->
                "Incomplete: not everything could be read, so whether " + aim(report.scope()) + " is not known.";
        };
    }

    private static String clean(AuditReport report) {
        if (report.findings().isEmpty()) {
            return "Clean: " + aim(report.scope()) + ".";
        }
        int suppressed = report.counts().suppressed();
        if (suppressed == report.findings().size()) {
            return "Clean: rules suppress all that was found.";
        }
        return "Clean: nothing " + (suppressed == 0 ? "found" : "that counts") + " is as grave as '"
                + report.failOn().word() + "'.";
    }

    private static String aim(Scope scope) {
        return scope == Scope.SPECS ? "Atlas is as the specs say" : "all that Atlas has is well";
    }
}
