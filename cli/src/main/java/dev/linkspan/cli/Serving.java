package dev.linkspan.cli;

import dev.linkspan.audit.history.History;
import dev.linkspan.audit.history.ReportMemory;
import dev.linkspan.audit.service.AuditService;
import dev.linkspan.audit.service.ServiceMetrics;
import dev.linkspan.audit.service.ServiceSettings;
import dev.linkspan.audit.service.StatusPages;
import dev.linkspan.audit.service.Subject;
import dev.linkspan.cli.settings.DurationText;
import dev.linkspan.cli.view.HistoryJson;
import dev.linkspan.cli.view.Printer;
import dev.linkspan.model.Refusal;
import dev.linkspan.text.Untrusted;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** A worker of the audit service from its start to its end. Apart from the command, so that no other loads what it needs. */
final class Serving {

    private static final Duration UNTIL_INTERRUPTED = Duration.ofDays(100_000);
    private static final int THREADS = 2;
    private static final int RUNS_SHOWN = 100;

    private final Session session;
    private final ServiceSettings settings;
    private final InetSocketAddress address;
    private final Optional<String> place;
    private final ScopeOption scope;
    private final RequestRelay requests;

    Serving(
            Session session,
            ServiceSettings settings,
            InetSocketAddress address,
            Optional<String> place,
            ScopeOption scope,
            RequestRelay requests) {
        this.session = session;
        this.settings = settings;
        this.address = address;
        this.place = place;
        this.scope = scope;
        this.requests = requests;
    }

    static ServiceSettings settings(
            CommandSpec command, String cron, String zone, boolean startsNow, String heartbeat) {
        try {
            return new ServiceSettings(cron, ZoneId.of(zone), startsNow, THREADS, DurationText.parse(heartbeat));
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        } catch (DateTimeException e) {
            throw new ParameterException(
                    command.commandLine(), "'" + zone + "' is not a time zone; use one such as UTC or Europe/Berlin");
        }
    }

    static InetSocketAddress address(CommandSpec command, String listen) {
        int colon = listen.lastIndexOf(':');
        try {
            var host = InetAddress.getByName(listen.substring(0, Math.max(colon, 0)));
            return new InetSocketAddress(host, Integer.parseInt(listen.substring(colon + 1)));
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new ParameterException(
                    command.commandLine(), "'" + listen + "' is not HOST:PORT, such as 127.0.0.1:8321");
        }
    }

    void untilInterrupted(Subject subject, ServiceDesk desk) {
        var clock = session.surroundings().clock();
        var history = History.open(RecordedHistory.place(session, place), clock);
        var memory = new ReportMemory(history, scope.of(subject.scope()));
        var metrics = new ServiceMetrics(history, scope.of(subject.scope()));
        requests.to(it -> metrics.requested(it.status()));
        var started = new AtomicReference<AuditService>();
        var worker = Thread.currentThread();
        // Pages before the service: nothing is begun where nobody can be answered, and while it ends it can be asked
        // whether it lives.
        try (var interrupt = Interrupt.calls(worker::interrupt, session.errors());
                var pages = StatusPages.open(
                        address,
                        () -> Optional.ofNullable(started.get())
                                .map(AuditService::isAlive)
                                .orElse(true),
                        () -> Optional.ofNullable(started.get())
                                .map(AuditService::isReady)
                                .orElse(false),
                        metrics,
                        history.sharedRuns(),
                        () -> runs(history));
                var service = AuditService.start(
                        settings,
                        subject,
                        (report, run, begun) -> desk.receive(memory, report, run, begun),
                        history,
                        clock,
                        this::told)) {
            started.set(service);
            session.out().line("http://" + shown(pages.address()) + "/");
            session.surroundings().sleeper().sleep(UNTIL_INTERRUPTED);
        } catch (InterruptedException end) {
            told("This worker ends.");
        } catch (IOException e) {
            throw new UncheckedIOException("Nobody can be answered at " + shown(address) + ": " + e.getMessage(), e);
        }
    }

    private static String shown(InetSocketAddress address) {
        String host = address.getAddress().getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }

    private void told(String sentence) {
        session.errors().line(session.surroundings().clock().instant() + " " + Untrusted.oneLine(sentence));
    }

    private static String runs(History history) {
        var bytes = new ByteArrayOutputStream();
        var printer = new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8), false);
        new HistoryJson(printer)
                .printRuns(history.runs(Optional.empty(), Optional.empty(), RUNS_SHOWN), Optional.empty());
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
