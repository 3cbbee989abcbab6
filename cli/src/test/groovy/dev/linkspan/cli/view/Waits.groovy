package dev.linkspan.cli.view

import dev.linkspan.apply.WaitReport
import dev.linkspan.compare.Difference
import dev.linkspan.readiness.Readiness
import dev.linkspan.readiness.Standing
import dev.linkspan.readiness.State
import java.time.Duration

/** Reports of waits to draw. */
final class Waits {

    /** One thing in every state, one that is gone, and Atlas's own words trying to be more than words. */
    static WaitReport everything() {
        def standings = State.values().toList().withIndex().collect { state, i ->
            new Standing(
                    Plans.endpoint(Plans.PROJECT, 'us-east-1', i),
                    state,
                    Optional.empty(),
                    state in [State.MISSING, State.ABSENT, State.UNSEEN] ? Optional.empty() : Optional.of('STATUS\n::error::x'),
                    state == State.FAILED ? Optional.of('no\u001b[31m\n::error::way') : Optional.empty(),
                    state == State.CHANGED ? [new Difference('ip', '10.0.3.4', '10.0.3.5')] : [])
        }
        new WaitReport(
                new Readiness(standings, new TreeSet([Plans.blindSpot()])),
                new TreeSet([standings[0].address(), standings[2].address(), Plans.endpoint(Plans.PROJECT, 'us-east-1', 99)]),
                Duration.ofSeconds(187))
    }
}
