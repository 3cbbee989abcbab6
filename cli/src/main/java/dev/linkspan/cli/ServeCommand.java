package dev.linkspan.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code linkspan serve}. */
@Command(
        name = "serve",
        header = "Audits by schedule, keeps the history, and shows the last report, until it is interrupted.",
        description = {
            "%nSeveral workers, on several machines, share each audit when they have the same history in PostgreSQL: each project is audited by one of"
                    + " them, a dead worker's are taken up by others, and there is one report at the end. Give all of them the same specs and"
                    + " options.%n",
            "Over HTTP: / (the last report), /report.json, /history.json, /metrics, /healthz, /readyz."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan serve --cron '0 3 * * *' --zone Europe/Berlin atlas/",
            "  linkspan serve --all --now --history postgresql://linkspan@db.example.com/linkspan --listen 0.0.0.0:8321",
            "  linkspan serve --rules audit-rules.yaml --report sarif=audit.sarif atlas/"
        })
final class ServeCommand implements LinkspanCommand {

    @Spec
    private CommandSpec command;

    @Mixin
    private AuditSubject subject;

    @Mixin
    private RulesOptions rulesOptions;

    @Mixin
    private NotifyOptions notifyOptions;

    @Mixin
    private ReportOptions reportOptions;

    @Option(
            names = "--history",
            paramLabel = "PLACE",
            description = "Where the history and the schedule are: a file, or postgresql://USER@HOST/DATABASE"
                    + " (default: history.url of the settings, else history.db in ~/.local/state/linkspan).")
    private String place;

    @Mixin
    private ScopeOption scope;

    @Option(
            names = "--cron",
            paramLabel = "WHEN",
            defaultValue = "0 3 * * *",
            description =
                    "When audits begin, as in crontab: minute, hour, day, month, day of the week (default: 0 3 * * *).")
    private String cron;

    @Option(
            names = "--zone",
            paramLabel = "ZONE",
            defaultValue = "UTC",
            description = "The time zone of that, such as Europe/Berlin (default: UTC).")
    private String zone;

    @Option(names = "--now", description = "Begin an audit at once, too.")
    private boolean startsNow;

    @Option(
            names = "--listen",
            paramLabel = "ADDRESS",
            defaultValue = "127.0.0.1:8321",
            description = "Where to answer, as HOST:PORT; port 0 is any free one (default: 127.0.0.1:8321).")
    private String listen;

    @Option(
            names = "--heartbeat",
            paramLabel = "DURATION",
            defaultValue = "15s",
            description =
                    "How often this worker says that it is alive; four times as long without it means dead (default: 15s).")
    private String heartbeat;

    @Override
    public ExitStatus run(Session session) throws InterruptedException {
        subject.check();
        scope.check();
        var files = reportOptions.files(session);
        var rules = rulesOptions.rules(session);
        if (rules.isEmpty()) {
            return ExitStatus.FAILED;
        }
        var settings = Serving.settings(command, cron, zone, startsNow, heartbeat);
        var address = Serving.address(command, listen);
        var requests = new RequestRelay();
        try (var connection = Connection.open(session, requests)) {
            var served = subject.served(session, connection);
            if (served.isEmpty()) {
                return ExitStatus.FAILED;
            }
            var desk = new ServiceDesk(session, rules.get(), files, notifyOptions.notifications(session));
            new Serving(session, settings, address, Optional.ofNullable(place), scope, requests)
                    .untilInterrupted(served.get(), desk);
        }
        return ExitStatus.DONE;
    }
}
