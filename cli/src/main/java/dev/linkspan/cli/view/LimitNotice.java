package dev.linkspan.cli.view;

import dev.linkspan.atlas.http.RequestLog;
import java.util.concurrent.atomic.AtomicBoolean;

/** Says once that Atlas limits requests: a run then waits for up to minutes, and would seem to hang. */
public final class LimitNotice implements RequestLog {

    private static final int TOO_MANY_REQUESTS = 429;

    private final Printer printer;
    private final AtomicBoolean isTold = new AtomicBoolean();

    public LimitNotice(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void requested(Line line) {
        if (line.status().orElse(0) == TOO_MANY_REQUESTS && isTold.compareAndSet(false, true)) {
            printer.line(printer.in(Style.CAREFUL, "warning")
                    + ": Atlas limits requests (429); waiting, and going on as it permits");
        }
    }
}
