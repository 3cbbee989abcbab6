package dev.linkspan.cli.view;

import dev.linkspan.apply.ApplyEvent;
import dev.linkspan.apply.StepOutcome;
import dev.linkspan.text.Elapsed;
import dev.linkspan.text.Untrusted;
import java.util.function.Consumer;

/** A wait as it goes, a line for each thing that happens. */
public final class WaitProgress implements Consumer<ApplyEvent> {

    private final Printer printer;

    public WaitProgress(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void accept(ApplyEvent event) {
        if (event instanceof ApplyEvent.Began began) {
            printer.line(ApplyProgress.address(began.step()) + ": waiting");
        } else if (event instanceof ApplyEvent.Waiting waiting) {
            printer.line(ApplyProgress.address(waiting.step()) + ": " + ApplyProgress.progress(waiting));
        } else if (event instanceof ApplyEvent.StillWaiting still) {
            printer.line(printer.in(Style.FAINT, ApplyProgress.reminder(still)));
        } else if (event instanceof ApplyEvent.Ended ended) {
            printer.line(ApplyProgress.address(ended.outcome().step()) + ": " + end(ended.outcome()));
        }
    }

    /** Where it came to rest; whether that is well, the report says. */
    private String end(StepOutcome outcome) {
        if (outcome instanceof StepOutcome.Done done) {
            return Untrusted.oneLine(String.join(", ", done.remarks())) + " after " + Elapsed.words(done.took());
        }
        return outcome instanceof StepOutcome.Failed failed
                ? printer.in(Style.BAD, Untrusted.oneLine(failed.why()))
                : printer.in(Style.CAREFUL, "the time is over");
    }
}
