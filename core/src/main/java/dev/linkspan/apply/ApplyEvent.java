package dev.linkspan.apply;

import dev.linkspan.model.Cluster;
import dev.linkspan.model.ProjectId;
import dev.linkspan.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

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
     * @param usual how long it usually takes from its beginning, where that is known
     */
    record Waiting(Step step, String status, Duration since, Optional<Duration> usual) implements ApplyEvent {
        public Waiting {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(since, "since");
            Objects.requireNonNull(usual, "usual");
        }
    }

    /** Nothing happened for a while, and these are still waited for. */
    record StillWaiting(List<Waiting> waits) implements ApplyEvent {
        public StillWaiting {
            waits = List.copyOf(waits);
        }
    }

    /**
     * Every step has ended, and these clusters are still to take up the new endpoints of a project.
     *
     * @param since how long they have been waited for
     */
    record Connecting(ProjectId project, List<Cluster> clusters, Duration since) implements ApplyEvent {
        public Connecting {
            Objects.requireNonNull(project, "project");
            clusters = List.copyOf(clusters);
            Objects.requireNonNull(since, "since");
        }
    }

    /** A step ended. */
    record Ended(StepOutcome outcome) implements ApplyEvent {
        public Ended {
            Objects.requireNonNull(outcome, "outcome");
        }
    }
}
