package dev.linkspan.audit

import static dev.linkspan.model.Samples.comparison

import dev.linkspan.model.RandomWorld
import dev.linkspan.plan.Guard
import dev.linkspan.plan.Planner
import dev.linkspan.plan.Step
import spock.lang.Rollup
import spock.lang.Specification

/** A plan and an audit of the same moment say the same, tried on many worlds that come from seeds. */
@Rollup
class AgreementSpec extends Specification {

    static final SEEDS = 0..<150

    /** Kinds that a plan has a step for; the others only tell people something. */
    static final TO_BE_MENDED = [Finding.Kind.MISSING, Finding.Kind.UNHEALTHY, Finding.Kind.CHANGED, Finding.Kind.UNMANAGED, Finding.Kind.SETTLING]

    def "whatever a plan does not keep as it is, an audit finds, at the thing, its service, or the blind spot over it"() {
        given:
        def (steps, report) = planAndAudit(seed)
        def found = report.findings()*.address()

        expect:
        steps.findAll { !isKept(it) }.every { step ->
            found.any { it.covers(step.address()) }
        }

        where:
        seed << SEEDS
    }

    def "whatever an audit finds and saw, a plan does not keep as it is"() {
        given:
        def (steps, report) = planAndAudit(seed)
        def notKept = steps.findAll { !isKept(it) }*.address()

        expect:
        report.findings()
            .findAll { it.kind() in TO_BE_MENDED && !isUnknown(it) }
            .every { it.address() in notKept }

        where:
        seed << SEEDS
    }

    def "an audit is incomplete exactly when a plan is"() {
        given:
        def compared = compared(seed)

        expect:
        (Auditor.audit(compared).verdict() == Verdict.INCOMPLETE) == !Planner.plan(compared, Guard.strict()).isComplete()

        where:
        seed << SEEDS
    }

    def "a clean audit means that everything declared was looked at"() {
        given:
        def coverage = Auditor.audit(compared(seed)).coverage()
        def verdict = Auditor.audit(compared(seed)).verdict()

        expect:
        verdict == Verdict.INCOMPLETE || [coverage.projects(), coverage.services(), coverage.endpoints()].every {
            it.looked() == it.declared()
        }

        where:
        seed << SEEDS
    }

    private static compared(int seed) {
        def world = new RandomWorld(seed)
        comparison(world.wanted, world.found, world.blindSpots)
    }

    private static List planAndAudit(int seed) {
        def compared = compared(seed)
        [Planner.plan(compared, Guard.strict()).steps(), Auditor.audit(compared)]
    }

    private static boolean isKept(Step step) {
        step instanceof Step.Keep && !step.isSettling()
    }

    /** A plan keeps what it does not understand; an audit asks somebody to look. */
    private static boolean isUnknown(ReportedFinding finding) {
        finding.kind() == Finding.Kind.UNHEALTHY && finding.severity() == Severity.WARNING
    }
}
