package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Severity;
import dev.linkspan.audit.notify.Notifier;
import dev.linkspan.audit.notify.Undelivered;
import dev.linkspan.cli.settings.LogLevel;
import dev.linkspan.cli.view.NotificationView;
import java.util.List;

/** Tells those in the settings, and on standard error what could not be told. */
final class Notifications {

    private final NotificationView view;
    private final Notifier notifier;

    Notifications(Session session, Notifier notifier) {
        this.view = new NotificationView(session.errors());
        this.notifier = notifier;
    }

    static Notifications none(Session session) {
        var surroundings = session.surroundings();
        return new Notifications(
                session,
                new Notifier(
                        List.of(),
                        Severity.ERROR,
                        surroundings.clock(),
                        surroundings.sleeper(),
                        Notifier.RepeatLog.NONE));
    }

    static Notifier.RepeatLog log(Session session) {
        return session.settings().logLevel() == LogLevel.ERROR
                ? Notifier.RepeatLog.NONE
                : new NotificationView(session.errors())::again;
    }

    /**
     * Tells of a report that is written already.
     *
     * @return the status to end with: a word that nobody heard is a failure, but what is not known goes before it
     */
    ExitStatus tell(AuditReport report, ExitStatus status) throws InterruptedException {
        boolean isTold = areDelivered(notifier.tell(report));
        return isTold || status == ExitStatus.INCOMPLETE ? status : ExitStatus.FAILED;
    }

    /** Tells that there is no report. */
    void tell(AtlasProblem problem) throws InterruptedException {
        areDelivered(notifier.tellHindered(problem.getMessage(), problem.remedy()));
    }

    private boolean areDelivered(List<Undelivered> undelivered) {
        undelivered.forEach(view::print);
        return undelivered.isEmpty();
    }
}
