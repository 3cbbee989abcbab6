package dev.linkspan.cli.view;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Severity;
import dev.linkspan.audit.Verdict;
import dev.linkspan.audit.report.ReportWords;
import dev.linkspan.text.Untrusted;
import java.util.List;
import java.util.function.UnaryOperator;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Column;
import picocli.CommandLine.Help.TextTable;

/** An audit report as a table as wide as a terminal, the gravest in the strongest colour. */
public final class AuditTable {

    private static final int LEAST_WIDTH = 60;
    private static final int MOST_WIDTH = 140;

    /** Enough for what Atlas says, and no more screens than people scroll through. */
    private static final int LONGEST_LINE = 600;

    private static final String INDENT = "  ";
    private static final int SEVERITY_WIDTH = 8;
    private static final int KIND_WIDTH = 14;
    private static final int STANDING_WIDTH = 10;

    private final Printer printer;
    private final int width;

    /** @param width columns of the terminal */
    public AuditTable(Printer printer, int width) {
        this.printer = printer;
        this.width = Math.max(LEAST_WIDTH, Math.min(MOST_WIDTH, width));
    }

    public void print(AuditReport report) {
        boolean isRemembering = report.memory().isPresent();
        ReportWords.grouped(report, ReportedFinding::isShown).forEach((heading, findings) -> {
            heading(heading);
            findings.forEach(it -> finding(it, isRemembering));
        });
        var resolved = report.memory().map(Memory::resolved).orElse(List.of());
        if (!resolved.isEmpty()) {
            heading("Resolved");
            resolved.forEach(this::resolved);
        }
        ReportWords.totals(report).forEach(printer::line);
        printer.line(printer.in(style(report.verdict()), ReportWords.verdict(report)));
    }

    private void heading(String heading) {
        printer.line(printer.in(Style.STRONG, Untrusted.oneLine(heading, LONGEST_LINE)));
        printer.line();
    }

    private void finding(ReportedFinding finding, boolean isRemembering) {
        var row = new Row();
        row.cell(finding.severity().word(), SEVERITY_WIDTH, it -> in(finding.severity(), it));
        row.cell(finding.kind().word(), KIND_WIDTH, it -> it);
        if (isRemembering) {
            row.cell(finding.standing().map(it -> it.kind().word()).orElse(""), STANDING_WIDTH, it -> it);
        }
        row.last(belowProject(finding), it -> printer.in(Style.STRONG, it));
        var details = ReportWords.details(finding);
        row.last(details.get(0), it -> it);
        for (var detail : details.subList(1, details.size())) {
            row.last(detail, it -> detail.startsWith("To do: ") ? it : printer.in(Style.FAINT, it));
        }
        printer.line();
    }

    private void resolved(Memory.Resolved resolved) {
        var row = new Row();
        row.cell(resolved.severity(), SEVERITY_WIDTH, it -> it);
        row.cell(resolved.kind(), KIND_WIDTH, it -> it);
        row.cell("resolved", STANDING_WIDTH, it -> printer.in(Style.GOOD, it));
        row.last(resolved.address(), it -> printer.in(Style.STRONG, it));
        row.last(resolved.summary(), it -> it);
        row.last("First seen " + resolved.since() + ".", it -> printer.in(Style.FAINT, it));
        printer.line();
    }

    /** The heading names the project. */
    private static String belowProject(ReportedFinding finding) {
        String address = finding.address().toString();
        String project = finding.address().project() + "/";
        return address.startsWith(project) ? address.substring(project.length()) : address;
    }

    private String in(Severity severity, String text) {
        return switch (severity) {
            case ERROR -> printer.in(Style.BAD, text);
            case WARNING -> printer.in(Style.CAREFUL, text);
            case NOTE -> text;
        };
    }

    private static Style style(Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> Style.GOOD;
            case FINDINGS -> Style.BAD;
            case INCOMPLETE -> Style.CAREFUL;
        };
    }

    /** Some cells, and a last one of several paragraphs, which takes all the width that is left. */
    private final class Row {

        private String margin = INDENT;
        private int indent = INDENT.length();

        /** The look is put on after the width is known. */
        void cell(String text, int cellWidth, UnaryOperator<String> look) {
            String shown = Untrusted.oneLine(text, cellWidth - 1);
            margin += look.apply(shown) + " ".repeat(Math.max(1, cellWidth - shown.length()));
            indent += cellWidth;
        }

        void last(String paragraph, UnaryOperator<String> look) {
            for (var line : wrapped(Untrusted.oneLine(paragraph, LONGEST_LINE))) {
                printer.line((margin + look.apply(line)).stripTrailing());
                margin = " ".repeat(indent);
            }
        }

        /** By picocli, which knows where a line may break and how wide a character is. */
        private List<String> wrapped(String paragraph) {
            var table = TextTable.forColumns(
                    Help.defaultColorScheme(Help.Ansi.OFF), new Column(width - indent, 0, Column.Overflow.WRAP));
            // Not a text of its own making: that would obey markup.
            table.addRowValues(Help.Ansi.OFF.apply(paragraph, List.of()));
            return table.toString().lines().map(String::stripTrailing).toList();
        }
    }
}
