package dev.linkspan.audit.report;

import static dev.linkspan.text.MarkdownPage.row;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Verdict;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.text.Markdown;
import dev.linkspan.text.MarkdownPage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * For a comment or a job summary: the verdict, the counts, what was not seen, a table for each project, what is resolved, and what to do,
 * folded.
 */
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
                .paragraph(mark(report.verdict()) + "**" + ReportWords.verdict(report) + "**");
        ReportWords.totals(report).forEach(page::paragraph);
        var shown = report.findings().stream().filter(ReportedFinding::isShown).toList();
        boolean isRemembering = report.memory().isPresent();
        findings(
                page,
                "### ⚠️ Could not be read",
                shown.stream().filter(MarkdownReport::isUnseen).toList(),
                isRemembering);
        byProject(shown)
                .forEach((project, findings) -> findings(page, heading(report, project), findings, isRemembering));
        findings(
                page,
                "### Rules",
                shown.stream().filter(it -> it.kind().isAboutRules()).toList(),
                isRemembering);
        page.table(
                "### Resolved",
                List.of("severity", "finding", "what", "how it was", "first seen"),
                report.memory().map(Memory::resolved).orElse(List.of()).stream()
                        .map(MarkdownReport::resolved)
                        .toList());
        page.folded("What to do", "", shown.stream().map(MarkdownReport::advice).toList());
        out.append(page.text());
    }

    private static String mark(Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> "✅ ";
            case FINDINGS -> "❌ ";
            case INCOMPLETE -> "⚠️ ";
        };
    }

    private static boolean isUnseen(ReportedFinding finding) {
        return finding.kind() == Finding.Kind.NOT_SEEN;
    }

    private static Map<ProjectRef, List<ReportedFinding>> byProject(List<ReportedFinding> findings) {
        return findings.stream()
                .filter(it -> !isUnseen(it) && !it.kind().isAboutRules())
                .collect(Collectors.groupingBy(it -> it.address().project(), TreeMap::new, Collectors.toList()));
    }

    private static String heading(AuditReport report, ProjectRef project) {
        return "### Project " + Markdown.code(project.value())
                + ReportWords.name(report, project)
                        .map(it -> " (" + Markdown.text(it) + ")")
                        .orElse("");
    }

    private static void findings(
            MarkdownPage page, String heading, List<ReportedFinding> findings, boolean isRemembering) {
        var columns = new ArrayList<>(List.of("severity", "finding", "what", "how it is"));
        if (isRemembering) {
            columns.add("since");
        }
        page.table(
                heading,
                columns,
                findings.stream().map(it -> finding(it, isRemembering)).toList());
    }

    private static String finding(ReportedFinding finding, boolean isRemembering) {
        var cells = new ArrayList<>(List.of(
                finding.severity().word(),
                finding.kind().word(),
                Markdown.code(finding.address().toString()),
                Markdown.text(finding.summary())));
        if (isRemembering) {
            cells.add(finding.standing()
                    .map(it -> "**" + it.kind().word() + "**<br>" + it.since())
                    .orElse(""));
        }
        return row(cells.toArray(String[]::new));
    }

    private static String resolved(Memory.Resolved resolved) {
        return row(
                Markdown.text(resolved.severity()),
                Markdown.text(resolved.kind()),
                Markdown.code(resolved.address()),
                Markdown.text(resolved.summary()),
                resolved.since().toString());
    }

    private static String advice(ReportedFinding finding) {
        var advice = finding.advice();
        return "**" + finding.kind().word() + "** "
                + Markdown.code(finding.address().toString()) + " "
                + Markdown.text(advice.remedy())
                + advice.source()
                        .map(it -> "<br>Spec: " + Markdown.code(it.toString()))
                        .orElse("")
                + ReportWords.context(finding).stream()
                        .map(it -> "<br>" + Markdown.text(it))
                        .collect(Collectors.joining())
                + "<br>Fingerprint: " + Markdown.code(finding.fingerprint().toString()) + "\n"
                + advice.snippet()
                        .map(it -> "\n" + Markdown.block("groovy", it) + "\n")
                        .orElse("");
    }
}
