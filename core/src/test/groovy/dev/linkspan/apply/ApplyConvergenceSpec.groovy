package dev.linkspan.apply

import dev.linkspan.model.Health
import dev.linkspan.plan.Plan
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
        plan.steps().findAll { !isAtRest(world, plan, it) }.collect { "${it.class.simpleName} ${it.address()} ${it.reason().id()}" } == []
        plan.complete

        and:
        world.wrongs == []

        where:
        seed << (1..300)
    }

    /**
     * As declared, or held by a guard. A status that nobody knows can be waited for, and no more; an old endpoint stays beside one that
     * has it.
     */
    private static boolean isAtRest(FaultyWorld world, Plan plan, Step step) {
        if (step instanceof Step.Hold) {
            return step.reason().id() in GUARDED
        }
        if (step instanceof Step.Delete) {
            return plan.steps().any { it.reason().id() == 'unknown-status' && it.address().parent() == step.address().parent() }
        }
        step instanceof Step.Keep && (step.isSettling() ? world.healthOf(step.address()) == Health.UNKNOWN : world.isTrue(step))
    }
}
