package dev.linkspan.cli.view;

import dev.linkspan.text.Elapsed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** How far an audit of many projects is, and about how long it will go on: a line now and then. */
public final class AuditProgress {

    private static final Duration SILENCE = Duration.ofSeconds(5);

    private final Printer printer;
    private final Clock clock;
    private final int projects;
    private final boolean isWatched;
    private final Instant start;
    private Instant told;
    private int looked;

    /** @param isWatched whether to tell anything */
    public AuditProgress(Printer printer, Clock clock, int projects, boolean isWatched) {
        this.printer = printer;
        this.clock = clock;
        this.projects = projects;
        this.isWatched = isWatched;
        this.start = clock.instant();
        this.told = start;
    }

    /** One more project is done. */
    public void looked() {
        looked++;
        var now = clock.instant();
        if (isWatched && looked < projects && Duration.between(told, now).compareTo(SILENCE) >= 0) {
            told = now;
            var left =
                    Duration.between(start, now).multipliedBy(projects - looked).dividedBy(looked);
            printer.line(printer.in(
                    Style.FAINT,
                    "looked at %,d of %,d projects, about %s left".formatted(looked, projects, Elapsed.words(left))));
        }
    }
}
