package dev.linkspan.audit.report.html;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.report.ReportFormat;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;

/**
 * For people with a browser: one file that needs no other and asks for none. Its policy lets only the style and the script in it take
 * effect, so that no text from Atlas could do harm even if it were not escaped.
 */
public final class HtmlReport implements ReportFormat {

    /** More make a page that browsers are slow with, and nobody reads. */
    static final int MOST_FINDINGS = 2_000;

    private static final TemplateEngine TEMPLATES = TemplateEngine.createPrecompiled(
            null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName());

    private final int mostFindings;

    public HtmlReport() {
        this(MOST_FINDINGS);
    }

    HtmlReport(int mostFindings) {
        this.mostFindings = mostFindings;
    }

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        var text = new StringOutput();
        TEMPLATES.render("page.jte", Page.of(report, mostFindings), text);
        out.append(text.toString());
    }
}
