package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.Standing;
import dev.linkspan.audit.Words;
import dev.linkspan.text.Untrusted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** For people: findings by project, then what was looked at, then the verdict. No colour, so that it fits any place. */
public final class TextReport implements ReportFormat {

    /** Long enough for what Atlas says, short enough for a screen. */
    private static final int LONGEST_LINE = 600;

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        var groups = new LinkedHashMap<String, List<ReportedFinding>>();
        report.findings()
                .forEach(it -> groups.computeIfAbsent(heading(report, it), heading -> new ArrayList<>())
                        .add(it));
        for (var group : groups.entrySet()) {
            line(out, group.getKey());
            line(out, "");
            for (var finding : group.getValue()) {
                finding(out, finding);
            }
        }
        summary(report, out);
    }

    private static String heading(AuditReport report, ReportedFinding finding) {
        if (finding.kind().isAboutRules()) {
            return "Rules";
        }
        var project = finding.address().project();
        String name = report.projectNames().get(project);
        return "Project " + project.value() + (name == null ? "" : " (" + name + ")");
    }

    private static void finding(Appendable out, ReportedFinding finding) throws IOException {
        line(
                out,
                "  %-7s %-13s %s"
                        .formatted(finding.severity().word(), finding.kind().word(), finding.address()));
        line(out, "      " + finding.summary());
        var advice = finding.advice();
        if (advice.source().isPresent()) {
            line(out, "      Spec: " + advice.source().get());
        }
        if (!advice.remedy().isEmpty()) {
            line(out, "      To do: " + advice.remedy());
        }
        for (var snippetLine : advice.snippet().stream().flatMap(String::lines).toList()) {
            line(out, "          " + snippetLine);
        }
        for (var line : context(finding)) {
            line(out, "      " + line);
        }
        line(out, "      Fingerprint: " + finding.fingerprint());
        line(out, "");
    }

    /** What rules and earlier audits say of it, a sentence each. */
    static List<String> context(ReportedFinding finding) {
        var lines = new ArrayList<String>();
        finding.standing().ifPresent(it -> lines.add(standing(it)));
        finding.suppression()
                .ifPresent(it -> lines.add("Suppressed until " + it.until() + " by " + it.owner() + ": " + it.reason()
                        + " (" + it.rule() + ")"));
        return lines;
    }

    private static String standing(Standing standing) {
        return switch (standing.kind()) {
            case NEW -> "New.";
            case STILL -> "Since " + standing.since() + ".";
            case FLAPPING -> "Comes and goes; this time since " + standing.since() + ".";
        };
    }

    private static void summary(AuditReport report, Appendable out) throws IOException {
        for (var total : totals(report)) {
            line(out, total);
        }
        line(out, verdict(report));
    }

    /** How much was looked at and how much was found, a sentence each. */
    static List<String> totals(AuditReport report) {
        var lines = new ArrayList<>(List.of(report.coverage().line(report.scope())));
        var counts = report.counts();
        var parts = new ArrayList<String>();
        for (var kind : Finding.Kind.values()) {
            part(parts, counts.of(kind), kind.word().replace('-', ' '));
        }
        if (!parts.isEmpty()) {
            lines.add("Found: " + String.join(", ", parts) + ".");
        }
        if (counts.suppressed() > 0) {
            lines.add("Suppressed by rules: " + Words.count(counts.suppressed(), "finding", "findings") + ".");
        }
        if (report.ignored() > 0) {
            lines.add(
                    "Left out, as unmanaged 'ignore' says: " + Words.count(report.ignored(), "thing", "things") + ".");
        }
        if (report.at().isPresent()) {
            lines.add("Read at " + report.at().get() + ".");
        }
        return lines;
    }

    private static void part(List<String> parts, int count, String word) {
        if (count > 0) {
            parts.add(count + " " + word);
        }
    }

    /** The answer, in a sentence. */
    static String verdict(AuditReport report) {
        return switch (report.verdict()) {
            case CLEAN ->
                report.findings().isEmpty()
                        ? "Clean: " + aim(report.scope()) + "."
                        : "Clean: nothing found is as grave as '"
                                + report.failOn().word() + "'.";
            case FINDINGS ->
                report.scope() == Scope.SPECS
                        ? "Not clean: Atlas is not as the specs say."
                        : "Not clean: not all that Atlas has is well.";
            case INCOMPLETE ->
                "Incomplete: not everything could be read, so whether " + aim(report.scope()) + " is not known.";
        };
    }

    private static String aim(Scope scope) {
        return scope == Scope.SPECS ? "Atlas is as the specs say" : "all that Atlas has is well";
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(Untrusted.oneLine(text, LONGEST_LINE)).append('\n');
    }
}
