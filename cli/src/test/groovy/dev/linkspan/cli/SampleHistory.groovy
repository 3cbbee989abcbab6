package dev.linkspan.cli

import dev.linkspan.audit.history.AuditRun
import dev.linkspan.audit.history.AuditRun.Coverage
import dev.linkspan.audit.history.AuditRun.Found
import dev.linkspan.audit.history.AuditRun.Share
import dev.linkspan.audit.history.History
import dev.linkspan.audit.history.HistoryPlace
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant

/** Four nights of one team and one night of another scope. */
final class SampleHistory {

    static final SERVICE = '5e2211c17a3e5a48f5497de3/aws/us-east-1'
    static final ENDPOINT = "$SERVICE/vpce-0d00c26273372c6ef".toString()
    static final ENDPOINT_FINGERPRINT = '9f2c41d07be3a815'

    private static final FIRST = Instant.parse('2026-11-18T03:00:00Z')

    private SampleHistory() {}

    static History at(Path file) {
        def history = History.open(new HistoryPlace.SqliteFile(file), Clock.systemUTC())
        night(history, 0, 'night-1', 'findings', endpoint('warning', 'This endpoint is PENDING.'), service())
        night(history, 1, 'night-2', 'findings', endpoint('error', 'This endpoint is FAILED.'), service())
        night(history, 2, 'night-3', 'clean')
        history.record(run('all-1', 'health of all projects', FIRST + Duration.ofDays(2) + Duration.ofMinutes(30), 3, 'incomplete', []))
        night(history, 3, 'night-4', 'findings', endpoint('error', 'This endpoint is FAILED.', true), service())
        history
    }

    static Found endpoint(String severity, String summary, boolean suppressed = false) {
        new Found(ENDPOINT_FINGERPRINT, 'unhealthy', severity, ENDPOINT, summary, suppressed)
    }

    static Found service() {
        new Found('0b1d88e47c52fa36', 'unmanaged', 'warning', SERVICE, 'Atlas has this service, and no spec declares it.', false)
    }

    static AuditRun run(String id, String scope, Instant start, int exitStatus, String verdict, List<Found> findings) {
        new AuditRun(id, scope, start, start.plusSeconds(131), verdict, exitStatus,
                new Coverage(new Share(12, 13), new Share(40, 41), new Share(80, 83)), findings, { true })
    }

    private static void night(History history, int number, String id, String verdict, Found... findings) {
        history.record(run(id, 'payments', FIRST + Duration.ofDays(number), findings ? 2 : 0, verdict, findings as List))
    }
}
