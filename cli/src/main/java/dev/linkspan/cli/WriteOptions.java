package dev.linkspan.cli;

import dev.linkspan.apply.Applier;
import dev.linkspan.apply.ApplyEvent;
import dev.linkspan.apply.ApplyReport;
import dev.linkspan.apply.Journal;
import dev.linkspan.apply.Patience;
import dev.linkspan.cli.settings.LogLevel;
import dev.linkspan.cli.view.ApplyProgress;
import dev.linkspan.model.Address;
import dev.linkspan.model.Refusal;
import dev.linkspan.plan.Plan;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Consumer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command has that changes Atlas: consent, a journal, progress, and an end on Ctrl-C. */
final class WriteOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--yes", description = "Do not ask. Needed where nobody can answer.")
    private boolean isConfirmed;

    @Option(
            names = "--journal",
            paramLabel = "FILE",
            description =
                    "Write down every change before it is sent, here (default: journal.jsonl in ~/.local/state/linkspan).")
    private Path journal;

    boolean isConfirmed() {
        return isConfirmed;
    }

    /**
     * Refuses a run in which consent is neither given nor can be asked for.
     *
     * @param canShow whether what is asked about is shown in a form for people
     * @param form the option that chose another form
     */
    void requireConsent(Session session, boolean canShow, String form) {
        boolean canAnswer = session.surroundings().terminals().input();
        if (!isConfirmed && (!canAnswer || !canShow)) {
            throw new ParameterException(
                    command.commandLine(),
                    canAnswer
                            ? "With " + form + " nothing can be asked; say --yes, or look at it with plan first"
                            : "Nobody can be asked here, since standard input is no terminal; say --yes, or look at it with plan first");
        }
    }

    /** To be opened before anything is asked: nobody should have to answer twice because of a folder that is read-only. */
    Journal openJournal(Session session) {
        var surroundings = session.surroundings();
        var file = journal == null
                ? surroundings.stateFolder().resolve("journal.jsonl")
                : surroundings.workingDirectory().resolve(journal);
        try {
            return Journal.open(
                    file, surroundings.clock(), UUID.randomUUID().toString().substring(0, 8));
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /**
     * @param ready endpoints that are ready already
     * @param told shows the report, before the journal ends, since that can fail where the disk is full
     */
    ApplyReport carryOut(
            Session session,
            Connection connection,
            Plan plan,
            Collection<Address> ready,
            Patience patience,
            Journal opened,
            Consumer<ApplyReport> told)
            throws IOException {
        var surroundings = session.surroundings();
        var applier = new Applier(
                opened.over(connection.atlas()),
                connection.lanes(),
                surroundings.clock(),
                surroundings.sleeper(),
                patience);
        try {
            opened.begins(plan);
        } catch (IOException e) {
            throw unwritable(opened.path(), e);
        }
        try (var interrupt = Interrupt.calls(applier::cancel, session.errors())) {
            var report = applier.apply(plan, ready, progress(session));
            session.actions().annotate(report.connections().blindSpots());
            told.accept(report);
            opened.ends(report);
            return report;
        }
    }

    private static Refusal unwritable(Path journal, IOException fault) {
        return new Refusal(
                "unwritable-journal",
                "The journal cannot be written to " + journal + ": " + FileFault.reason(fault),
                "Nothing was sent. Name a file that you may write to, such as --journal journal.jsonl.");
    }

    private static Consumer<ApplyEvent> progress(Session session) {
        boolean isWatched = session.surroundings().terminals().errors()
                || session.settings().logLevel().compareTo(LogLevel.INFO) >= 0;
        return isWatched ? new ApplyProgress(session.errors()) : event -> {};
    }
}
