package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.document.Notation;
import java.io.IOException;

/** The document of {@link JsonReport} in YAML. */
public final class YamlReport implements ReportFormat {

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        out.append(Notation.YAML.text(ReportDocument.of(report)));
    }
}
