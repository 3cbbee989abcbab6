package dev.linkspan.apply

import dev.linkspan.model.Health
import dev.linkspan.plan.Step
import spock.lang.Specification

/** Whatever goes wrong on the way, runs without faults get there, and no run did or said what it must not. */
class ApplyConvergenceSpec extends Specification {

    /** The holds that stand for good, each because a guard says so. */
    static final GUARDED = [
        'protected', 'delete-not-allowed', 'foreign-endpoints', 'live-endpoints', 'service-held', 'may-carry-traffic',
        'sibling-held']

    def 'faults, a cancelled run and somebody else at work at the same time leave nothing that later runs do not mend [seed #seed]'() {
        given:
        def world = new FaultyWorld(seed)

        when:
        world.runWithFaults()
        world.heal()
        def plan = world.runUntilSettled(4)

        then:
        plan.steps().findAll { !isAtRest(world, it) }.collect { "${it.class.simpleName} ${it.address()} ${it.reason().id()}" } == []
        plan.complete

        and:
        world.wrongs == []

        where:
        seed << (1..300)
    }

    /** As declared, or held by a guard. A status that nobody knows can be waited for, and no more. */
    private static boolean isAtRest(FaultyWorld world, Step step) {
        if (step instanceof Step.Hold) {
            return step.reason().id() in GUARDED
        }
        step instanceof Step.Keep && !step.isSettling() && (world.isTrue(step) || world.healthOf(step.address()) == Health.UNKNOWN)
    }
}
