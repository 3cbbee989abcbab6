package dev.linkspan.cli;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.history.History;
import dev.linkspan.audit.history.HistoryProblem;
import dev.linkspan.audit.history.ReportMemory;
import dev.linkspan.cli.view.ProblemView;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What an audit has of earlier ones, and leaves for later ones: nothing where no history is kept. */
final class AuditMemory {

    private final Session session;
    private final Optional<History> history;
    private final ScopeOption scope;
    private boolean isLost;

    private AuditMemory(Session session, Optional<History> history, ScopeOption scope) {
        this.session = session;
        this.history = history;
        this.scope = scope;
    }

    static AuditMemory none(Session session) {
        return new AuditMemory(session, Optional.empty(), new ScopeOption());
    }

    /**
     * Opens the history before the audit: what cannot be kept is better known beforehand.
     *
     * @throws HistoryProblem when it cannot be used
     */
    static AuditMemory open(Session session, Optional<String> place, ScopeOption scope) {
        return new AuditMemory(
                session,
                Optional.of(History.open(
                        RecordedHistory.place(session, place),
                        session.surroundings().clock())),
                scope);
    }

    /** The same report, in which what has been settling for too long is stuck. */
    AuditReport aged(AuditReport report) {
        return history.map(it -> memory(it, report.scope()).aged(report, now())).orElse(report);
    }

    /** Keeps the report, and adds what earlier ones say. A report that cannot be kept is shown all the same. */
    AuditReport kept(AuditReport report, Instant begun) {
        try {
            return history.map(it -> memory(it, report.scope()).remembered(report, name(begun), begun, now()))
                    .orElse(report);
        } catch (HistoryProblem problem) {
            isLost = true;
            new ProblemView(session.errors())
                    .print("The report is not in the history: " + problem.getMessage(), problem.remedy());
            return report;
        }
    }

    /** How the command ends: a report that is not kept is a failure, unless the answer is not known anyway. */
    ExitStatus status(ExitStatus otherwise) {
        return isLost && otherwise != ExitStatus.INCOMPLETE ? ExitStatus.FAILED : otherwise;
    }

    private ReportMemory memory(History history, Scope audited) {
        return new ReportMemory(history, scope.of(audited));
    }

    private static String name(Instant begun) {
        return begun + " " + UUID.randomUUID().toString().substring(0, 8);
    }

    private Instant now() {
        return session.surroundings().clock().instant();
    }
}
