package dev.linkspan.cli.view;

import dev.linkspan.apply.ApplyEvent;
import dev.linkspan.apply.StepOutcome;
import dev.linkspan.plan.Step;
import dev.linkspan.text.Elapsed;
import dev.linkspan.text.Untrusted;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A run as it goes, a line for each thing that happens. */
public final class ApplyProgress implements Consumer<ApplyEvent> {

    private static final int LONGEST_STATUS = 40;
    private static final int MOST_NAMED = 3;

    private final Printer printer;

    public ApplyProgress(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void accept(ApplyEvent event) {
        if (event instanceof ApplyEvent.Began began) {
            line(began.step(), StepMark.of(began.step()).present());
        } else if (event instanceof ApplyEvent.Waiting waiting) {
            line(waiting.step(), progress(waiting));
        } else if (event instanceof ApplyEvent.StillWaiting still) {
            printer.line(printer.in(Style.FAINT, reminder(still)));
        } else if (event instanceof ApplyEvent.Connecting connecting) {
            printer.line(connecting.project() + ": connection strings wait for " + clusters(connecting) + ", "
                    + Elapsed.words(connecting.since()));
        } else if (event instanceof ApplyEvent.Ended ended) {
            line(ended.outcome().step(), ended.outcome().match(new Words()));
        }
    }

    private void line(Step step, String text) {
        printer.line(address(step) + ": " + text);
    }

    static String address(Step step) {
        return Untrusted.oneLine(step.address().toString());
    }

    static String progress(ApplyEvent.Waiting waiting) {
        return Untrusted.oneLine(waiting.status(), LONGEST_STATUS) + ", " + Elapsed.words(waiting.since())
                + waiting.usual()
                        .map(it -> " (usually " + Elapsed.words(it) + ")")
                        .orElse("");
    }

    static String reminder(ApplyEvent.StillWaiting still) {
        return "still waiting for " + some(still.waits(), "; ", it -> address(it.step()) + ": " + progress(it));
    }

    private static String clusters(ApplyEvent.Connecting connecting) {
        return some(
                connecting.clusters(),
                ", ",
                it -> Untrusted.oneLine(it.name(), LONGEST_STATUS) + " ("
                        + Untrusted.oneLine(it.state().text(), LONGEST_STATUS) + ")");
    }

    private static <T> String some(List<T> all, String separator, Function<T, String> words) {
        int more = all.size() - MOST_NAMED;
        return all.stream().limit(MOST_NAMED).map(words).collect(Collectors.joining(separator))
                + (more > 0 ? " and " + more + " more" : "");
    }

    private final class Words implements StepOutcome.Cases<String> {

        @Override
        public String done(StepOutcome.Done it) {
            return printer.in(Style.GOOD, StepMark.of(it.step()).past() + " in " + Elapsed.words(it.took()));
        }

        @Override
        public String failed(StepOutcome.Failed it) {
            return printer.in(Style.BAD, "failed");
        }

        @Override
        public String underWay(StepOutcome.UnderWay it) {
            return printer.in(Style.CAREFUL, "under way");
        }

        @Override
        public String timedOut(StepOutcome.TimedOut it) {
            return printer.in(Style.BAD, "not ready in time");
        }

        @Override
        public String interrupted(StepOutcome.Interrupted it) {
            return printer.in(Style.CAREFUL, "interrupted");
        }

        @Override
        public String notAttempted(StepOutcome.NotAttempted it) {
            return printer.in(Style.CAREFUL, "not attempted");
        }
    }
}
