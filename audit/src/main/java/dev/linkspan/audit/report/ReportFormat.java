package dev.linkspan.audit.report;

import dev.linkspan.audit.AuditReport;
import java.io.IOException;
import java.io.UncheckedIOException;

/** A way to write an audit report down. The same report always gives the same characters. */
public interface ReportFormat {

    /** @throws IOException when {@code out} takes no more */
    void write(AuditReport report, Appendable out) throws IOException;

    /** The whole report as one text. */
    default String text(AuditReport report) {
        var out = new StringBuilder();
        try {
            write(report, out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory takes all characters", e);
        }
        return out.toString();
    }
}
