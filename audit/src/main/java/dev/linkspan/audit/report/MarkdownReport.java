package dev.linkspan.audit.report;

import static dev.linkspan.text.MarkdownPage.row;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Verdict;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.text.Markdown;
import dev.linkspan.text.MarkdownPage;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** For a comment or a job summary: the verdict, the counts, what was not seen, a table for each project, and what to do, folded. */
public final class MarkdownReport implements ReportFormat {

    private final int longest;

    /** Fits a comment on a pull request. */
    public MarkdownReport() {
        this(MarkdownPage.COMMENT);
    }

    /** @param longest how many UTF-16 units it may have, at least {@link MarkdownPage#LEAST} */
    public MarkdownReport(int longest) {
        this.longest = longest;
    }

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        var page = new MarkdownPage(longest, "`linkspan audit` with the same specs shows all of it.")
                .paragraph("## Linkspan: audit")
                .paragraph(mark(report.verdict()) + "**" + TextReport.verdict(report) + "**");
        TextReport.totals(report).forEach(page::paragraph);
        findings(page, "### ⚠️ Could not be read", report, it -> it.kind() == Finding.Kind.NOT_SEEN);
        byProject(report).forEach((project, findings) -> findings(page, heading(report, project), findings));
        findings(page, "### Rules", report, it -> it.kind().isAboutRules());
        page.folded(
                "What to do",
                "",
                report.findings().stream().map(MarkdownReport::advice).toList());
        out.append(page.text());
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> "✅ ";
            case FINDINGS -> "❌ ";
            case INCOMPLETE -> "⚠️ ";
        };
    }

    private static Map<ProjectRef, List<ReportedFinding>> byProject(AuditReport report) {
        return report.findings().stream()
                .filter(it -> it.kind() != Finding.Kind.NOT_SEEN && !it.kind().isAboutRules())
                .collect(Collectors.groupingBy(it -> it.address().project(), TreeMap::new, Collectors.toList()));
    }

    private static String heading(AuditReport report, ProjectRef project) {
        String name = report.projectNames().get(project);
        return "### Project " + Markdown.code(project.value()) + (name == null ? "" : " (" + Markdown.text(name) + ")");
    }

    private static void findings(
            MarkdownPage page, String heading, AuditReport report, Predicate<ReportedFinding> which) {
        findings(page, heading, report.findings().stream().filter(which).toList());
    }

    private static void findings(MarkdownPage page, String heading, List<ReportedFinding> findings) {
        page.table(
                heading,
                List.of("severity", "finding", "what", "how it is"),
                findings.stream()
                        .map(it -> row(
                                it.severity().word(),
                                it.kind().word(),
                                Markdown.code(it.address().toString()),
                                Markdown.text(it.summary())))
                        .toList());
    }

    private static String advice(ReportedFinding finding) {
        var advice = finding.advice();
        return "**" + finding.kind().word() + "** "
                + Markdown.code(finding.address().toString()) + " "
                + Markdown.text(advice.remedy())
                + advice.source()
                        .map(it -> "<br>Spec: " + Markdown.code(it.toString()))
                        .orElse("")
                + TextReport.context(finding).stream()
                        .map(it -> "<br>" + Markdown.text(it))
                        .collect(Collectors.joining())
                + "<br>Fingerprint: " + Markdown.code(finding.fingerprint().toString()) + "\n"
                + advice.snippet()
                        .map(it -> "\n" + Markdown.block("groovy", it) + "\n")
                        .orElse("");
    }
}
