package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Severity;
import dev.linkspan.audit.Standing;
import dev.linkspan.audit.Suppression;
import dev.linkspan.audit.Verdict;
import dev.linkspan.audit.Words;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.document.Notation;
import dev.linkspan.text.Untrusted;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * For code scanning: SARIF 2.1.0, a rule for each kind of finding, each finding at the place in a spec that it belongs to. What GitHub
 * asks for beyond the standard and what it refuses is from its page "SARIF support for code scanning".
 */
public final class SarifReport implements ReportFormat {

    /** GitHub refuses a run with more. */
    static final int MOST_RESULTS = 25_000;

    /** Keeps the 25,000 within the 10 MB, compressed, that GitHub takes. */
    private static final int LONGEST_TEXT = 2_000;

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private static final Comparator<ReportedFinding> GRAVEST_FIRST =
            Comparator.comparing(ReportedFinding::isSuppressed).thenComparing(ReportedFinding::severity);

    private final int mostResults;

    public SarifReport() {
        this(MOST_RESULTS);
    }

    SarifReport(int mostResults) {
        this.mostResults = mostResults;
    }

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        out.append(Notation.JSON.text(Map.of("$schema", SCHEMA, "version", "2.1.0", "runs", List.of(run(report)))));
    }

    private Map<String, Object> run(AuditReport report) {
        var fitting = report.findings().stream()
                .sorted(GRAVEST_FIRST)
                .limit(mostResults)
                .sorted()
                .toList();
        return Map.of(
                "tool", Map.of("driver", Map.of("name", "Linkspan", "rules", rules())),
                "automationDetails", Map.of("id", "linkspan/audit/"),
                "columnKind", "utf16CodeUnits",
                "invocations", List.of(invocation(report, report.findings().size() - fitting.size())),
                "results", fitting.stream().map(it -> result(report, it)).toList());
    }

    private static List<Map<String, Object>> rules() {
        return Arrays.stream(Finding.Kind.values()).map(SarifReport::rule).toList();
    }

    private static Map<String, Object> rule(Finding.Kind kind) {
        var help = ReportWords.meaning(kind) + " Each alert says what to do about it.";
        return Map.of(
                "id", kind.word(),
                "name", name(kind),
                "shortDescription", Map.of("text", ReportWords.meaning(kind)),
                "fullDescription", Map.of("text", ReportWords.meaning(kind)),
                "help", Map.of("text", help, "markdown", help),
                "properties", Map.of("tags", List.of("mongodb-atlas", "private-endpoint")));
    }

    /** {@code not-seen} as {@code NotSeen}, as the standard's section 3.49.7 has names. */
    private static String name(Finding.Kind kind) {
        return Arrays.stream(kind.word().split("-"))
                .map(it -> it.substring(0, 1).toUpperCase(Locale.ROOT) + it.substring(1))
                .collect(Collectors.joining());
    }

    private static Map<String, Object> invocation(AuditReport report, int leftOut) {
        var members = new LinkedHashMap<String, Object>();
        members.put("executionSuccessful", report.verdict() != Verdict.INCOMPLETE);
        members.put("exitCode", report.verdict().exitStatus());
        members.put("exitCodeDescription", ReportWords.verdict(report));
        report.at().ifPresent(it -> members.put("endTimeUtc", it.toString()));
        if (leftOut > 0) {
            members.put(
                    "toolExecutionNotifications",
                    List.of(
                            Map.of(
                                    "level",
                                    "warning",
                                    "message",
                                    Map.of(
                                            "text",
                                            Words.count(leftOut, "finding does", "findings do")
                                                    + " not fit here. Those left out are the mildest; '--report json' has all."))));
        }
        return members;
    }

    private static Map<String, Object> result(AuditReport report, ReportedFinding finding) {
        var members = new LinkedHashMap<String, Object>();
        members.put("ruleId", finding.kind().word());
        members.put("ruleIndex", finding.kind().ordinal());
        members.put("level", level(finding.severity()));
        members.put("message", message(finding));
        members.put("locations", List.of(location(finding)));
        // GitHub tells alerts apart by the second name and no other.
        members.put(
                "partialFingerprints",
                Map.of(
                        "linkspan/v1",
                        finding.fingerprint().value(),
                        "primaryLocationLineHash",
                        finding.fingerprint().value()));
        finding.standing().ifPresent(it -> members.put("baselineState", baseline(it)));
        members.put(
                "suppressions",
                finding.suppression().stream().map(SarifReport::suppression).toList());
        var properties = new LinkedHashMap<String, Object>();
        properties.put("expected", finding.evidence().expected());
        properties.put("observed", cut(finding.evidence().observed()));
        finding.advice().snippet().ifPresent(it -> properties.put("snippet", snippet(it)));
        ReportWords.name(report, finding.address().project()).ifPresent(it -> properties.put("projectName", cut(it)));
        finding.standing().ifPresent(it -> properties.put("since", it.since().toString()));
        members.put("properties", properties);
        return members;
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case NOTE -> "note";
        };
    }

    private static String baseline(Standing standing) {
        return switch (standing.kind()) {
            case NEW -> "new";
            case STILL, FLAPPING -> "unchanged";
        };
    }

    /** All the text there is; GitHub shows no other. */
    private static Map<String, Object> message(ReportedFinding finding) {
        var remedy = finding.advice().remedy();
        return Map.of(
                "text",
                Stream.of(
                                Stream.of(finding.summary()),
                                remedy.isEmpty() ? Stream.<String>empty() : Stream.of("To do: " + remedy),
                                ReportWords.context(finding).stream())
                        .flatMap(it -> it)
                        .map(it -> literal(cut(it)))
                        .collect(Collectors.joining("\n")));
    }

    /** What would be a placeholder is doubled, as the standard's section 3.11.5 asks; what would be a link is none. */
    private static String literal(String text) {
        return text.replace("{", "{{").replace("}", "}}").replace("](", "] (");
    }

    /** GitHub refuses the whole file when one result has no artifact, so that what stands in no spec has its address for one. */
    private static Map<String, Object> location(ReportedFinding finding) {
        String address = finding.address().toString();
        return Map.of(
                "physicalLocation",
                finding.advice().source().map(SarifReport::place).orElseGet(() -> artifact(address)),
                "logicalLocations",
                List.of(Map.of("fullyQualifiedName", cut(address), "kind", "resource")));
    }

    private static Map<String, Object> artifact(String path) {
        return Map.of("artifactLocation", Map.of("uri", UriReference.of(path)));
    }

    private static Map<String, Object> place(SourceRef source) {
        var members = new LinkedHashMap<String, Object>();
        members.putAll(artifact(source.file()));
        if (source.line() > 0) {
            var region = new LinkedHashMap<String, Object>();
            region.put("startLine", source.line());
            if (source.column() > 0) {
                region.put("startColumn", source.column());
            }
            members.put("region", region);
        }
        return members;
    }

    private static Map<String, Object> suppression(Suppression suppression) {
        return Map.of(
                "kind",
                "external",
                "status",
                "accepted",
                "justification",
                cut(suppression.reason() + " (" + suppression.owner() + ", until " + suppression.until() + ")"),
                "location",
                Map.of("physicalLocation", place(suppression.rule())));
    }

    private static String snippet(String lines) {
        return lines.lines().map(SarifReport::cut).collect(Collectors.joining("\n"));
    }

    private static String cut(String text) {
        return Untrusted.oneLine(text, LONGEST_TEXT);
    }
}
