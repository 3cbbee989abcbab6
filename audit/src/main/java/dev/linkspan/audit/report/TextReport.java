package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.text.Untrusted;
import java.io.IOException;
import java.util.List;

/** For people: findings by project, then what was looked at, then the verdict. No colour, so that it fits any place. */
public final class TextReport implements ReportFormat {

    /** Long enough for what Atlas says, short enough for a screen. */
    private static final int LONGEST_LINE = 600;

    private static final String HEAD = "  %-7s %-13s %s";

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        for (var group : ReportWords.grouped(report, ReportedFinding::isShown).entrySet()) {
            line(out, group.getKey());
            line(out, "");
            for (var finding : group.getValue()) {
                finding(out, finding);
            }
        }
        resolved(out, report.memory().map(Memory::resolved).orElse(List.of()));
        for (var total : ReportWords.totals(report)) {
            line(out, total);
        }
        line(out, ReportWords.verdict(report));
    }

    private static void finding(Appendable out, ReportedFinding finding) throws IOException {
        line(out, HEAD.formatted(finding.severity().word(), finding.kind().word(), finding.address()));
        for (var detail : ReportWords.details(finding)) {
            line(out, "      " + detail);
        }
        line(out, "");
    }

    private static void resolved(Appendable out, List<Memory.Resolved> resolved) throws IOException {
        if (!resolved.isEmpty()) {
            line(out, "Resolved");
            line(out, "");
        }
        for (var finding : resolved) {
            line(out, HEAD.formatted(finding.severity(), finding.kind(), finding.address()));
            line(out, "      " + finding.summary());
            line(out, "      First seen " + finding.since() + ".");
            line(out, "");
        }
    }

    private static void line(Appendable out, String text) throws IOException {
        out.append(Untrusted.oneLine(text, LONGEST_LINE)).append('\n');
    }
}
