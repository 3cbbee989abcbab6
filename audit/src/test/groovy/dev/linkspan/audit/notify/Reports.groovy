package dev.linkspan.audit.notify

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Memory
import dev.linkspan.audit.ReportedFinding
import dev.linkspan.audit.Standing
import dev.linkspan.audit.report.SampleReports
import java.time.Instant

/** Reports as specifications of notifications want them. */
final class Reports {

    static final BEGAN = Instant.parse('2026-11-22T03:00:00Z')
    static final BEFORE = BEGAN.minusSeconds(86_400)

    /** With a history, and with findings that stand as the closure says. */
    static AuditReport remembered(AuditReport report, List<Memory.Resolved> resolved = [], Closure<Standing> standing) {
        report.finding(report.findings().collect { it.standing(standing(it)) }).remembering(memory(resolved))
    }

    static Memory memory(List<Memory.Resolved> resolved = []) {
        new Memory(resolved, [point(BEFORE), point(BEGAN)])
    }

    static Memory.Resolved resolved(ReportedFinding finding, String severity = 'error', boolean suppressed = false) {
        new Memory.Resolved(finding.fingerprint(), 'missing', severity, finding.address().toString(), 'It was missing.', BEFORE, suppressed)
    }

    static Standing stands(Standing.Kind kind, Instant since = BEFORE, boolean isGraver = false) {
        new Standing(kind, since, isGraver)
    }

    private static Memory.Point point(Instant at) {
        new Memory.Point(at, 'findings', 1, 0, 0)
    }

    /** Some things not seen, some new, some resolved. */
    static AuditReport everything() {
        remembered(SampleReports.incomplete(), [resolved(findings().findings()[0])]) { stands(Standing.Kind.NEW, BEGAN) }
    }

    /** Of every severity, and without a history. */
    static AuditReport findings() {
        SampleReports.findings()
    }
}
