package dev.linkspan.cli;

import dev.linkspan.apply.ApplyReport;
import dev.linkspan.apply.Patience;
import dev.linkspan.cli.view.ApplyDocument;
import dev.linkspan.cli.view.ApplyMarkdown;
import dev.linkspan.cli.view.ApplyText;
import dev.linkspan.connect.Connections;
import dev.linkspan.document.Notation;
import dev.linkspan.observe.Survey;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Step;
import dev.linkspan.text.MarkdownPage;
import java.io.IOException;
import java.io.UncheckedIOException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What apply and destroy have in common: ask, then carry a plan out. */
abstract class ApplyingCommand extends PlanningCommand {

    @Spec
    private CommandSpec command;

    @Mixin
    private WriteOptions write;

    @Option(
            names = "--no-wait",
            description =
                    "Send what can be sent without waiting, say what is under way, and end; 2 is then the status.")
    private boolean waitsForNothing;

    @Mixin
    private TimeLimit timeLimit;

    /** What is asked before anything is sent. */
    abstract String question(Plan plan);

    @Override
    void checkOptions(Session session) {
        write.requireConsent(session, format() == Format.text, "--format " + format());
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
        try (var journal = write.openJournal(session)) {
            boolean isAsked = !write.isConfirmed()
                    && (plan.hasChanges() || hasWork && !patience(session).isNone());
            if (isAsked && !new Confirmation(session).asks(question(plan))) {
                session.errors().line("Nothing was done.");
                return ExitStatus.FAILED;
            }
            var report = write.carryOut(
                    session,
                    connection,
                    plan,
                    survey.observation().readyEndpoints(),
                    patience(session),
                    journal,
                    it -> print(session, plan, it));
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
}
