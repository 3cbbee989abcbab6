package dev.linkspan.cli.view

import dev.linkspan.apply.ApplyReport
import dev.linkspan.apply.StepOutcome
import java.time.Duration

/** Reports of runs to draw. */
final class Reports {

    /** One outcome of every kind, with Atlas's own words trying to be more than words. */
    static ApplyReport everything() {
        def steps = Plans.everything().steps().findAll { it.isChange() || it.isPending() }
        new ApplyReport([
                new StepOutcome.Done(steps[0], ['AVAILABLE'], Duration.ofSeconds(3)),
                new StepOutcome.Failed(steps[1], 'Atlas refused: no | way @team\n::error::x', 'Give the key the role Project Owner.', Duration.ofSeconds(168)),
                new StepOutcome.TimedOut(steps[2], 'INITIATING<br>', Duration.ofMinutes(60)),
                new StepOutcome.Interrupted(steps[3], Duration.ofSeconds(9)),
                new StepOutcome.NotAttempted(steps[4], 'it needs its service'),
        ], Duration.ofMinutes(61))
    }
}
