package dev.linkspan.audit.notify;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.text.Untrusted;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/** News as plain text for a mail. */
final class EmailText {

    /** Of each section; nobody reads on, and all of it is in the report. */
    private static final int MOST_ENTRIES = 100;

    private static final int LONGEST_LINE = 600;

    private final StringBuilder text = new StringBuilder();

    private EmailText() {}

    static String of(News news) {
        var body = new EmailText();
        body.line(NewsWords.headline(news));
        body.line("");
        news.hindrance().ifPresent(it -> {
            body.line(it.why());
            body.line(it.remedy());
        });
        news.report().ifPresent(it -> body.report(news, it));
        return body.text.toString();
    }

    private void report(News news, AuditReport report) {
        NewsWords.verdict(report).forEach(this::line);
        section("COULD NOT BE READ", news.unread(), (body, it) -> body.finding(report, it));
        section(
                NewsWords.foundWord(news).toUpperCase(Locale.ROOT),
                news.found(),
                (body, it) -> body.finding(report, it));
        section("RESOLVED", news.resolved(), EmailText::resolved);
    }

    private <T> void section(String heading, List<T> entries, BiConsumer<EmailText, T> writer) {
        if (entries.isEmpty()) {
            return;
        }
        line("");
        line(heading);
        entries.stream().limit(MOST_ENTRIES).forEach(it -> writer.accept(this, it));
        if (entries.size() > MOST_ENTRIES) {
            line("");
            line(NewsWords.more(entries.size() - MOST_ENTRIES));
        }
    }

    private void finding(AuditReport report, ReportedFinding finding) {
        line("");
        line(finding.severity().word() + " " + finding.kind().word() + " " + finding.address()
                + NewsWords.project(report, finding).map(it -> " (" + it + ")").orElse(""));
        line("  " + finding.summary());
        NewsWords.remedy(finding).ifPresent(it -> line("  " + it));
    }

    private void resolved(Memory.Resolved resolved) {
        line("");
        line(resolved.severity() + " " + resolved.kind() + " " + resolved.address());
        line("  There since " + resolved.since() + ".");
    }

    private void line(String words) {
        text.append(Untrusted.oneLine(words, LONGEST_LINE)).append('\n');
    }
}
