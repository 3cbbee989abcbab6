package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Verdict;
import dev.linkspan.audit.report.MarkdownReport;
import dev.linkspan.cli.view.ProblemView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkspan audit}. */
@Command(
        name = "audit",
        header = "Reports what Atlas has otherwise than the specs say, and every unhealthy connection.",
        description = {
            "%nSends Atlas nothing but questions. Ends with status 0 when all is well, 2 with findings, 3 when something could not be"
                    + " read.%n",
            "Without specs, --project or --all look at whether what is there is well."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan audit atlas/                                  a report for people",
            "  linkspan audit --report json atlas/                    for scripts",
            "  linkspan audit --report text --report junit=audit.xml --report json=audit.json atlas/",
            "  linkspan audit --rules audit-rules.yaml atlas/         without what somebody has decided already",
            "  linkspan audit --remember atlas/                       what is new, what is there still, what is resolved",
            "  linkspan audit --all                                   the health of all that the credentials can see",
            "  linkspan audit --project 5e2211c17a3e5a48f5497de3 --fail-on error"
        })
final class AuditCommand implements LinkspanCommand {

    @Spec
    private CommandSpec command;

    @Mixin
    private AuditSubject subject;

    @Mixin
    private RulesOptions rulesOptions;

    @Mixin
    private MemoryOptions memoryOptions;

    @Mixin
    private ReportOptions reportOptions;

    @Mixin
    private NotifyOptions notifyOptions;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            defaultValue = "warning",
            description = "The mildest severity that ends with status 2: error, warning (default) or note.")
    private String failOn;

    @Override
    public ExitStatus run(Session session) throws InterruptedException {
        subject.check();
        var mildest = SeverityArgument.parse(command, "--fail-on", failOn);
        var targets = reportOptions.targets(session);
        rulesOptions.check(session);
        var rules = rulesOptions.rules(session);
        if (rules.isEmpty()) {
            return ExitStatus.FAILED;
        }
        var notifications = notifyOptions.notifications(session);
        var memory = memoryOptions.memory(session);
        var begun = session.surroundings().clock().instant();
        try {
            var report = subject.report(session);
            if (report.isEmpty()) {
                return ExitStatus.FAILED;
            }
            var decided = rules.get()
                    .decide(memory.aged(report.get()), RulesOptions.today(session))
                    .failingOn(mildest);
            var told = memory.kept(decided, begun);
            write(session, targets, told);
            return notifications.tell(told, memory.status(status(told.verdict())));
        } catch (AtlasProblem problem) {
            // Not even the projects could be listed.
            new ProblemView(session.errors()).print(problem);
            notifications.tell(problem);
            return ExitStatus.INCOMPLETE;
        }
    }

    private void write(Session session, List<ReportTarget> targets, AuditReport report) {
        targets.forEach(it -> it.tell(session, report));
        rulesOptions.write(session, report);
        session.actions().summarize(longest -> new MarkdownReport(longest).text(report));
    }

    private static ExitStatus status(Verdict verdict) {
        return switch (verdict) {
            case CLEAN -> ExitStatus.DONE;
            case FINDINGS -> ExitStatus.PENDING;
            case INCOMPLETE -> ExitStatus.INCOMPLETE;
        };
    }
}
