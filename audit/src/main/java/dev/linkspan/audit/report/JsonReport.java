package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.document.Notation;
import java.io.IOException;

/** For programs: the whole report as {@link ReportDocument}, in JSON. */
public final class JsonReport implements ReportFormat {

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        out.append(Notation.JSON.text(ReportDocument.of(report)));
    }
}
