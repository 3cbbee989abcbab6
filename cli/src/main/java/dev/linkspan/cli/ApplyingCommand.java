package dev.linkspan.cli;

import dev.linkspan.apply.Applier;
import dev.linkspan.apply.ApplyEvent;
import dev.linkspan.apply.ApplyReport;
import dev.linkspan.apply.Journal;
import dev.linkspan.apply.Patience;
import dev.linkspan.cli.settings.LogLevel;
import dev.linkspan.cli.view.ApplyDocument;
import dev.linkspan.cli.view.ApplyMarkdown;
import dev.linkspan.cli.view.ApplyProgress;
import dev.linkspan.cli.view.ApplyText;
import dev.linkspan.connect.Connections;
import dev.linkspan.document.Notation;
import dev.linkspan.model.Address;
import dev.linkspan.model.Refusal;
import dev.linkspan.observe.Survey;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Step;
import dev.linkspan.text.MarkdownPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What apply and destroy have in common: ask, then carry a plan out. */
abstract class ApplyingCommand extends PlanningCommand {

    @Spec
    private CommandSpec command;

    @Option(names = "--yes", description = "Do not ask. Needed where nobody can answer.")
    private boolean isConfirmed;

    @Option(
            names = "--no-wait",
            description =
                    "Send what can be sent without waiting, say what is under way, and end; 2 is then the status.")
    private boolean waitsForNothing;

    @Mixin
    private TimeLimit timeLimit;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "Write down every change before it is sent, here (default: journal.jsonl in ~/.local/state/linkspan).")
    private Path journal;

    /** What is asked before anything is sent. */
    abstract String question(Plan plan);

    @Override
    void checkOptions(Session session) {
        boolean canAnswer = session.surroundings().terminals().input();
        if (!isConfirmed && (!canAnswer || format() != Format.text)) {
            throw new ParameterException(
                    command.commandLine(),
                    canAnswer
                            ? "With --format " + format()
                                    + " nothing can be asked; say --yes, or look at it with plan first"
                            : "Nobody can be asked here, since standard input is no terminal; say --yes, or look at it with plan first");
        }
        if (waitsForNothing && timeLimit.longest().isPresent()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--timeout says how long to wait, and --no-wait not to wait at all; leave one of them out");
        }
    }

    @Override
    final ExitStatus proceed(Session session, Connection connection, Survey survey, Plan plan)
            throws InterruptedException {
        if (format() == Format.text) {
            show(session, plan);
        }
        boolean hasWork = plan.hasChanges() || plan.steps().stream().anyMatch(ApplyingCommand::isSettling);
        if (!hasWork && format() == Format.text) {
            summarize(session, plan);
            return remaining(plan, Connections.NONE);
        }
        // Opened before anything is asked: nobody should have to answer twice because of a folder that is read-only.
        try (var journal = opened(session.surroundings())) {
            boolean isAsked = !isConfirmed
                    && (plan.hasChanges() || hasWork && !patience(session).isNone());
            if (isAsked && !new Confirmation(session).asks(question(plan))) {
                session.errors().line("Nothing was done.");
                return ExitStatus.FAILED;
            }
            var report =
                    carryOut(session, connection, plan, survey.observation().readyEndpoints(), journal);
            return status(plan, report);
        } catch (IOException e) {
            throw new UncheckedIOException("The journal cannot be written to the end: " + FileFault.reason(e), e);
        }
    }

    private static boolean isSettling(Step step) {
        return step instanceof Step.Keep keep && keep.isSettling();
    }

    private ExitStatus status(Plan plan, ApplyReport report) {
        if (report.hasFailed()) {
            return ExitStatus.FAILED;
        }
        var left = remaining(plan, report.connections());
        return report.isDone() || left == ExitStatus.INCOMPLETE ? left : ExitStatus.PENDING;
    }

    private Patience patience(Session session) {
        var patience = TimeLimit.patience(session.settings());
        return waitsForNothing
                ? patience.none()
                : timeLimit.longest().map(patience::within).orElse(patience);
    }

    /** What is left over once every step of the plan is done. */
    private ExitStatus remaining(Plan plan, Connections connections) {
        if (!plan.isComplete() || !connections.isComplete()) {
            return ExitStatus.INCOMPLETE;
        }
        boolean isLeft = plan.steps().stream().anyMatch(it -> it instanceof Step.Hold hold && isLeftOver(hold));
        return isLeft || connections.isDue() ? ExitStatus.PENDING : ExitStatus.DONE;
    }

    /** Whether a held step leaves undone what the command is there to do. */
    abstract boolean isLeftOver(Step.Hold step);

    private Journal opened(Surroundings surroundings) {
        var file = journalFile(surroundings);
        try {
            return Journal.open(file, surroundings.clock(), runId());
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    private static Refusal unwritable(Path journal, IOException fault) {
        return new Refusal(
                "unwritable-journal",
                "The journal cannot be written to " + journal + ": " + FileFault.reason(fault),
                "Nothing was sent. Name a file that you may write to, such as --journal journal.jsonl.");
    }

    private ApplyReport carryOut(
            Session session, Connection connection, Plan plan, Collection<Address> ready, Journal journal)
            throws IOException {
        var surroundings = session.surroundings();
        var applier = new Applier(
                journal.over(connection.atlas()),
                connection.lanes(),
                surroundings.clock(),
                surroundings.sleeper(),
                patience(session));
        try {
            journal.begins(plan);
        } catch (IOException e) {
            throw unwritable(journal.path(), e);
        }
        try (var interrupt = Interrupt.calls(applier::cancel, session.errors())) {
            var report = applier.apply(plan, ready, progress(session));
            session.actions().annotate(report.connections().blindSpots());
            // Told before the journal ends, since that can fail where the disk is full.
            print(session, plan, report);
            journal.ends(report);
            return report;
        }
    }

    private void print(Session session, Plan plan, ApplyReport report) {
        switch (format()) {
            case text -> {
                session.out().line();
                new ApplyText(session.out(), aim()).print(report);
            }
            case json -> new ApplyDocument(session.out(), Notation.JSON).print(plan, report);
            case yaml -> new ApplyDocument(session.out(), Notation.YAML).print(plan, report);
            case markdown -> session.out().text(new ApplyMarkdown(aim()).text(plan, report, MarkdownPage.COMMENT));
        }
        session.actions().summarize(longest -> new ApplyMarkdown(aim()).text(plan, report, longest));
    }

    private static Consumer<ApplyEvent> progress(Session session) {
        boolean isWatched = session.surroundings().terminals().errors()
                || session.settings().logLevel().compareTo(LogLevel.INFO) >= 0;
        return isWatched ? new ApplyProgress(session.errors()) : event -> {};
    }

    private static String runId() {
        return UUID.randomUUID().toString().substring(0, 8);
    }

    private Path journalFile(Surroundings surroundings) {
        if (journal != null) {
            return surroundings.workingDirectory().resolve(journal);
        }
        return surroundings.stateFolder().resolve("journal.jsonl");
    }
}
