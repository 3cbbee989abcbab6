package dev.linkspan.cli;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.history.ReportMemory;
import dev.linkspan.audit.report.JsonReport;
import dev.linkspan.audit.report.html.HtmlReport;
import dev.linkspan.audit.rules.Rules;
import dev.linkspan.cli.view.ProblemView;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What becomes of a report of the service: rules, history, pages, files, and those who are told. */
final class ServiceDesk {

    private final Session session;
    private final Rules rules;
    private final List<ReportTarget> files;
    private final Notifications notifications;

    ServiceDesk(Session session, Rules rules, List<ReportTarget> files, Notifications notifications) {
        this.session = session;
        this.rules = rules;
        this.files = files;
        this.notifications = notifications;
    }

    /** @return pages to show, by name */
    Map<String, String> receive(ReportMemory memory, AuditReport report, String run, Instant begun) {
        var now = session.surroundings().clock().instant();
        var decided = rules.decide(memory.aged(report, now), RulesOptions.today(session));
        var told = memory.remembered(decided, run, begun, now);
        var pages = Map.of("index.html", new HtmlReport().text(told), "report.json", new JsonReport().text(told));
        files.forEach(it -> write(it, told));
        tell(told);
        return pages;
    }

    /** The history has the report and the pages show it; a file that cannot be written must keep nobody from hearing of it. */
    private void write(ReportTarget file, AuditReport report) {
        try {
            file.tell(session, report);
        } catch (UncheckedIOException e) {
            new ProblemView(session.errors())
                    .print(e.getMessage(), "The next audit tries again; until then the pages show this report.");
        }
    }

    private void tell(AuditReport report) {
        try {
            notifications.tell(report, ExitStatus.DONE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("this worker ends before all are told", e);
        }
    }
}
