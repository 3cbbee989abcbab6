package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Coverage;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.FindingCounts;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Suppression;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectEvent;
import dev.linkspan.model.ProjectRef;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A report as programs get it: maps, lists, texts, numbers and booleans, in a fixed order. Its {@code format} is {@value #FORMAT}.
 * Members may be added under that name; one that goes or changes its meaning makes a new name.
 */
public final class ReportDocument {

    static final String FORMAT = "linkspan.audit/1";

    private static final Pattern HYPHEN = Pattern.compile("-([a-z])");

    private ReportDocument() {}

    static Map<String, Object> of(AuditReport report) {
        var document = new LinkedHashMap<String, Object>();
        document.put("format", FORMAT);
        report.at().ifPresent(it -> document.put("at", it.toString()));
        document.put("scope", report.scope().word());
        document.put("verdict", report.verdict().word());
        document.put("exitStatus", report.verdict().exitStatus());
        document.put("failOn", report.failOn().word());
        document.put("coverage", coverage(report.coverage()));
        document.put("counts", counts(report.counts()));
        document.put("ignored", report.ignored());
        document.put(
                "findings",
                report.findings().stream()
                        .map(it -> finding(it, report.projectNames()))
                        .toList());
        report.memory().ifPresent(it -> memory(document, it));
        return document;
    }

    /** How much was looked at. */
    public static Map<String, Object> coverage(Coverage coverage) {
        var members = new LinkedHashMap<String, Object>();
        members.put("projects", share(coverage.projects()));
        members.put("services", share(coverage.services()));
        members.put("endpoints", share(coverage.endpoints()));
        return members;
    }

    private static Map<String, Object> share(Coverage.Share share) {
        var members = new LinkedHashMap<String, Object>();
        members.put("looked", share.looked());
        members.put("declared", share.declared());
        return members;
    }

    /** How many findings count, of each kind. */
    public static Map<String, Object> counts(FindingCounts counts) {
        var members = new LinkedHashMap<String, Object>();
        for (var kind : Finding.Kind.values()) {
            members.put(member(kind.word()), counts.of(kind));
        }
        members.put("suppressed", counts.suppressed());
        return members;
    }

    /** {@code not-seen} as a member's name: {@code notSeen}. */
    private static String member(String word) {
        return HYPHEN.matcher(word).replaceAll(it -> it.group(1).toUpperCase(Locale.ROOT));
    }

    /** One finding; the names are those of projects in Atlas. */
    public static Map<String, Object> finding(ReportedFinding finding, SortedMap<ProjectRef, String> names) {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", finding.kind().word());
        members.put("severity", finding.severity().word());
        members.put("fingerprint", finding.fingerprint().value());
        finding.standing().ifPresent(it -> {
            members.put("standing", it.kind().word());
            members.put("since", it.since().toString());
        });
        address(members, finding.address(), names);
        members.put("summary", finding.summary());
        evidence(members, finding.finding());
        if (!finding.evidence().events().isEmpty()) {
            members.put(
                    "events",
                    finding.evidence().events().stream()
                            .map(it -> event(finding, it))
                            .toList());
        }
        members.put("remedy", finding.advice().remedy());
        finding.advice().snippet().ifPresent(it -> members.put("snippet", it));
        finding.advice().source().ifPresent(it -> members.put("source", source(it)));
        members.put("suppressed", finding.isSuppressed());
        finding.suppression().ifPresent(it -> members.put("suppression", suppression(it)));
        return members;
    }

    private static void address(
            Map<String, Object> members, Address address, SortedMap<ProjectRef, String> projectNames) {
        members.put("address", address.toString());
        members.put("project", address.project().value());
        if (projectNames.containsKey(address.project())) {
            members.put("projectName", projectNames.get(address.project()));
        }
        address.provider().ifPresent(it -> members.put("provider", it.word()));
        address.service().ifPresent(it -> {
            members.put("region", it.region().cloudName());
            members.put("portMapped", it.isPortMapped());
        });
        address.endpoint().ifPresent(it -> members.put("endpoint", it.value()));
    }

    private static void evidence(Map<String, Object> members, Finding finding) {
        var evidence = finding.evidence();
        members.put("expected", evidence.expected());
        members.put("observed", evidence.observed());
        evidence.status().ifPresent(it -> members.put("status", it));
        boolean isUnread = finding.kind() == Finding.Kind.NOT_SEEN;
        evidence.message().ifPresent(it -> members.put(isUnread ? "why" : "message", it));
        if (isUnread) {
            members.put("hidden", evidence.hidden());
        }
        if (!evidence.differences().isEmpty()) {
            members.put(
                    "differences",
                    evidence.differences().stream()
                            .map(it -> {
                                var difference = new LinkedHashMap<String, Object>();
                                difference.put("attribute", it.attribute());
                                difference.put("declared", it.declared());
                                difference.put("observed", it.observed());
                                return difference;
                            })
                            .toList());
        }
    }

    private static Map<String, Object> event(ReportedFinding finding, ProjectEvent event) {
        var members = new LinkedHashMap<String, Object>();
        members.put("type", event.type());
        members.put("at", event.at().toString());
        event.by().ifPresent(it -> members.put("by", it));
        members.put("named", ReportWords.isNamed(finding, event));
        return members;
    }

    private static Map<String, Object> source(SourceRef source) {
        var members = new LinkedHashMap<String, Object>();
        members.put("file", source.file());
        members.put("line", source.line());
        members.put("column", source.column());
        return members;
    }

    private static Map<String, Object> suppression(Suppression suppression) {
        var members = new LinkedHashMap<String, Object>();
        members.put("reason", suppression.reason());
        members.put("owner", suppression.owner());
        members.put("until", suppression.until().toString());
        members.put("rule", suppression.rule().toString());
        return members;
    }

    private static void memory(Map<String, Object> document, Memory memory) {
        document.put(
                "resolved",
                memory.resolved().stream().map(ReportDocument::resolved).toList());
        document.put("trend", memory.trend().stream().map(ReportDocument::point).toList());
    }

    /** One finding that is no more. */
    public static Map<String, Object> resolved(Memory.Resolved resolved) {
        var members = new LinkedHashMap<String, Object>();
        members.put("kind", resolved.kind());
        members.put("severity", resolved.severity());
        members.put("fingerprint", resolved.fingerprint().value());
        members.put("address", resolved.address());
        members.put("summary", resolved.summary());
        members.put("since", resolved.since().toString());
        return members;
    }

    private static Map<String, Object> point(Memory.Point point) {
        var members = new LinkedHashMap<String, Object>();
        members.put("at", point.at().toString());
        members.put("verdict", point.verdict());
        members.put("errors", point.errors());
        members.put("warnings", point.warnings());
        members.put("notes", point.notes());
        return members;
    }
}
