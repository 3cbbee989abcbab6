package dev.linkspan.audit.history

import dev.linkspan.audit.history.AuditRun.Coverage
import dev.linkspan.audit.history.AuditRun.Found
import dev.linkspan.audit.history.AuditRun.Share
import java.time.Instant

/** Runs to record, told in few words. */
final class Runs {

    static final NIGHT = Instant.parse('2026-11-22T03:00:00Z')
    static final SCOPE = 'specs'

    private Runs() {}

    /** A run in which everything was looked at. */
    static AuditRun run(Map<String, ?> said = [:], String id, Instant at, List<Found> findings) {
        new AuditRun(
                id,
                (said.scope ?: SCOPE) as String,
                at.minusSeconds(60),
                at,
                findings ? 'findings' : 'clean',
                (said.exitStatus ?: (findings ? 2 : 0)) as int,
                new Coverage(new Share(1, 2), new Share(3, 4), new Share(5, 6)),
                findings,
                (said.looked ?: { true }) as java.util.function.Predicate<String>)
    }

    static Found missing(String address, String summary = "missing: $address") {
        new Found(address.take(90) + '#m', 'missing', 'error', address, summary, false)
    }
}
