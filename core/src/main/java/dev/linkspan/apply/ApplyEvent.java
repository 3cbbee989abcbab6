package dev.linkspan.apply;

import dev.linkspan.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** Something that happened while a plan is carried out, for whoever watches. Told on the applier's own thread, in order. */
public sealed interface ApplyEvent {

    /** A step was begun. */
    record Began(Step step) implements ApplyEvent {
        public Began {
            Objects.requireNonNull(step, "step");
        }
    }

    /**
     * A thing that is waited for was seen, and is not there yet.
     *
     * @param status Atlas's word for where it is, untrusted
     * @param since how long it has been waited for
     */
    record Waiting(Step step, String status, Duration since) implements ApplyEvent {
        public Waiting {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(since, "since");
        }
    }

    /** Nothing happened for a while, and these are still waited for. */
    record StillWaiting(List<Waiting> waits) implements ApplyEvent {
        public StillWaiting {
            waits = List.copyOf(waits);
        }
    }

    /** A step ended. */
    record Ended(StepOutcome outcome) implements ApplyEvent {
        public Ended {
            Objects.requireNonNull(outcome, "outcome");
        }
    }
}
