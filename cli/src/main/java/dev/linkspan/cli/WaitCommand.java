package dev.linkspan.cli;

import dev.linkspan.apply.ApplyEvent;
import dev.linkspan.apply.WaitReport;
import dev.linkspan.apply.Waiter;
import dev.linkspan.cli.settings.LogLevel;
import dev.linkspan.cli.view.WaitDocument;
import dev.linkspan.cli.view.WaitProgress;
import dev.linkspan.cli.view.WaitText;
import dev.linkspan.observe.Observer;
import dev.linkspan.readiness.Readiness.Verdict;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code linkspan wait}. */
@Command(
        name = "wait",
        header = "Waits until Atlas is done with what the specs say, or with what an address names.",
        description = {
            "%nSends Atlas nothing but questions. What is missing is not waited for: only apply creates it. Ends with status 0 when"
                    + " everything is ready; 2 when the time was over, or something is missing or changed; 1 when something failed, or"
                    + " Atlas does not have what an address names; 3 when something could not be read.%n",
            "What is being removed is waited for until it is gone."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan wait atlas/                           after apply --no-wait",
            "  linkspan wait --timeout 20m atlas/             and no longer",
            "  linkspan wait 5e2211c17a3e5a48f5497de3/aws/us-east-1/vpce-0d00c26273372c6ef",
            "  linkspan wait payments                         everything in the project of this name"
        })
final class WaitCommand implements LinkspanCommand {

    @Mixin
    private WaitSubject subject;

    @Mixin
    private TimeLimit timeLimit;

    @Mixin
    private FormatOption format;

    @Override
    public ExitStatus run(Session session) throws InterruptedException {
        var place = subject.place(session);
        if (place.isEmpty()) {
            return ExitStatus.FAILED;
        }
        try (var connection = Connection.open(session)) {
            var look = place.get().from(new Observer(connection.atlas(), connection.lanes()));
            return look.isPresent() ? await(session, connection, look.get()) : ExitStatus.FAILED;
        }
    }

    private ExitStatus await(Session session, Connection connection, Waiter.Look look) throws InterruptedException {
        var surroundings = session.surroundings();
        var patience = TimeLimit.patience(session.settings());
        var waiter = new Waiter(
                connection.atlas(),
                connection.lanes(),
                surroundings.clock(),
                surroundings.sleeper(),
                timeLimit.longest().map(patience::within).orElse(patience));
        var report = waiter.await(look, progress(session));
        print(session, report);
        session.actions().annotate(report.readiness().blindSpots());
        return status(report.readiness().verdict());
    }

    private void print(Session session, WaitReport report) {
        if (format.isText()) {
            new WaitText(session.out()).print(report);
        } else {
            new WaitDocument(session.out(), format.notation()).print(report);
        }
    }

    private static Consumer<ApplyEvent> progress(Session session) {
        boolean isWatched = session.surroundings().terminals().errors()
                || session.settings().logLevel().compareTo(LogLevel.INFO) >= 0;
        return isWatched ? new WaitProgress(session.errors()) : event -> {};
    }

    private static ExitStatus status(Verdict verdict) {
        return switch (verdict) {
            case READY -> ExitStatus.DONE;
            case PENDING -> ExitStatus.PENDING;
            case INCOMPLETE -> ExitStatus.INCOMPLETE;
            case FAILED -> ExitStatus.FAILED;
        };
    }
}
