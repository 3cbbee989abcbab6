package dev.linkspan.cli.view;

import dev.linkspan.audit.notify.Undelivered;
import dev.linkspan.text.Elapsed;
import dev.linkspan.text.Untrusted;
import java.time.Duration;

/** What becomes of notifications. */
public final class NotificationView {

    private static final int LONGEST = 500;

    private final Printer printer;

    public NotificationView(Printer printer) {
        this.printer = printer;
    }

    /** One that nobody got. */
    public void print(Undelivered undelivered) {
        new ProblemView(printer)
                .print(
                        "The " + undelivered.what() + " was not delivered: "
                                + Untrusted.oneLine(undelivered.why(), LONGEST),
                        undelivered.remedy());
    }

    /** One that is sent again after this pause. */
    public void again(String what, String why, Duration pause) {
        printer.line(printer.in(Style.CAREFUL, "warning") + ": The " + what + " is sent again in "
                + Elapsed.words(pause) + ": " + Untrusted.oneLine(why, LONGEST));
    }
}
