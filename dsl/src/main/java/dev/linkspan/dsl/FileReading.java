package dev.linkspan.dsl;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.dsl.Drafts.ProjectDraft;
import dev.linkspan.dsl.eval.Budgets;
import dev.linkspan.dsl.eval.Faults;
import dev.linkspan.dsl.eval.Place;
import dev.linkspan.dsl.eval.Run;
import dev.linkspan.dsl.gate.Gate;
import dev.linkspan.dsl.gate.SourceText;
import dev.linkspan.dsl.value.SpecFault;
import dev.linkspan.text.Untrusted;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;

/**
 * The reading of one file, on a thread of its own: with room for deep sources, and so that a source which keeps Groovy's
 * parser busy can be left behind.
 */
final class FileReading {

    private static final long STACK_BYTES = 48L << 20;
    /** The evaluator looks at the clock itself; only the parser has to be left behind, a little later. */
    private static final long GRACE_MILLIS = 300;

    private static final int MOST_FAULTS = 200;
    /** Messages name values of the spec, which may be anything. */
    private static final int LONGEST_MESSAGE = 1_000;

    private final SourceText source;
    private final Budgets budgets;
    private final Speaker speaker;
    private final SpecBlock block;
    private final Run run;
    private final List<Diagnostic> faults = new ArrayList<>();

    FileReading(SourceText source, Map<String, String> params, Budgets budgets, LongSupplier nanos) {
        this.source = Objects.requireNonNull(source, "source");
        this.budgets = Objects.requireNonNull(budgets, "budgets");
        this.speaker = new Speaker(source);
        this.block = new SpecBlock(speaker);
        long deadline = nanos.getAsLong() + budgets.time().toNanos();
        this.run = new Run(budgets, nanos, deadline, speaker, params, this::report);
        speaker.begin(block);
    }

    /** What a file came to. */
    record Reading(List<ProjectDraft> projects, List<Diagnostic> faults) {}

    /** Reads the file; whatever goes wrong is among the faults. */
    Reading read() {
        var task = new FutureTask<>(this::readHere);
        var thread = new Thread(null, task, "linkspan-spec", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(budgets.time().toMillis() + GRACE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            run.cancel();
            return new Reading(List.of(), List.of(at(Run.outOfTime(budgets), run.place())));
        } catch (ExecutionException e) {
            return new Reading(List.of(), List.of(at(Faults.of(e.getCause()), run.place())));
        } catch (InterruptedException e) {
            run.cancel();
            Thread.currentThread().interrupt();
            var fault =
                    new SpecFault("interrupted", "The reading of this spec was interrupted", "Run the command again.");
            return new Reading(List.of(), List.of(at(fault, run.place())));
        }
    }

    private Reading readHere() {
        try {
            var outcome = Gate.read(source, Lexicon.words());
            faults.addAll(outcome.faults());
            if (outcome.script() != null) {
                outcome.script().evaluate(run);
            }
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            faults.add(at(Faults.of(e), run.place()));
        }
        return new Reading(block.projects(), List.copyOf(faults));
    }

    private void report(SpecFault fault, Place place) {
        if (faults.size() >= MOST_FAULTS) {
            throw SpecFault.ending(
                    "too-many-faults",
                    "There are more than " + MOST_FAULTS + " faults in this spec",
                    "Mend those first.");
        }
        faults.add(at(fault, place));
    }

    private Diagnostic at(SpecFault fault, Place place) {
        return Diagnostic.error(
                fault.id(),
                Untrusted.oneLine(fault.summary(), LONGEST_MESSAGE),
                Untrusted.oneLine(fault.remedy(), LONGEST_MESSAGE),
                source.at(place));
    }
}
