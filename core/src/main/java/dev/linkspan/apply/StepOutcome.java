package dev.linkspan.apply;

import dev.linkspan.plan.Step;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/** How one step ended. */
public sealed interface StepOutcome {

    Step step();

    /** Whether the thing is now as the step wanted it, and Atlas was seen to say so. */
    default boolean isDone() {
        return false;
    }

    /** Whether Atlas was seen to be at work on it last. */
    default boolean isAtWork() {
        return false;
    }

    /** Whether nothing is wrong with it but that it is not done: time, or another run, brings it. */
    default boolean isWaiting() {
        return isAtWork();
    }

    <R> R match(Cases<R> cases);

    /** One answer for each outcome. */
    interface Cases<R> {
        R done(Done it);

        R failed(Failed it);

        R underWay(UnderWay it);

        R timedOut(TimedOut it);

        R interrupted(Interrupted it);

        R notAttempted(NotAttempted it);
    }

    /**
     * It is as wanted.
     *
     * @param remarks what somebody may need to know of the result; may hold text from Atlas, untrusted
     */
    record Done(Step step, List<String> remarks, Duration took) implements StepOutcome {
        public Done {
            Objects.requireNonNull(step, "step");
            remarks = List.copyOf(remarks);
            Objects.requireNonNull(took, "took");
        }

        @Override
        public boolean isDone() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.done(this);
        }
    }

    /**
     * Atlas refused, or the thing ended in a failed state.
     *
     * @param why may hold text from Atlas, untrusted
     * @param remedy may be empty
     */
    record Failed(Step step, String why, String remedy, Duration took) implements StepOutcome {
        public Failed {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(remedy, "remedy");
            Objects.requireNonNull(took, "took");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.failed(this);
        }
    }

    /**
     * Atlas is at work on it, and this run does not wait for that.
     *
     * @param status what was seen last, untrusted
     */
    record UnderWay(Step step, String status, Duration took) implements StepOutcome {
        public UnderWay {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(took, "took");
        }

        @Override
        public boolean isAtWork() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.underWay(this);
        }
    }

    /**
     * Atlas is still at work on it after the longest time we wait. Another run goes on waiting.
     *
     * @param status what was seen last, untrusted
     */
    record TimedOut(Step step, String status, Duration took) implements StepOutcome {
        public TimedOut {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(took, "took");
        }

        @Override
        public boolean isAtWork() {
            return true;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.timedOut(this);
        }
    }

    /** The run was cancelled after something was sent for it, or while it was waited for. Atlas goes on with it; so does another run. */
    record Interrupted(Step step, Duration took) implements StepOutcome {
        public Interrupted {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(took, "took");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.interrupted(this);
        }
    }

    /**
     * Nothing was sent for it.
     *
     * @param isWaiting whether it only waits for something that is not finished, and nothing went wrong
     */
    record NotAttempted(Step step, String why, boolean isWaiting) implements StepOutcome {
        public NotAttempted {
            Objects.requireNonNull(step, "step");
            Objects.requireNonNull(why, "why");
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.notAttempted(this);
        }
    }
}
