package dev.linkspan.apply;

import dev.linkspan.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One step on its way: what must come before it, how it begins, and whether it must be left for another run. */
final class Job {

    private final Step step;
    private final Supplier<Move> beginning;
    private final Optional<String> postponed;
    private final List<Job> needs = new ArrayList<>();
    private final List<Job> follows = new ArrayList<>();

    Job(Step step, Supplier<Move> beginning) {
        this(step, beginning, Optional.empty());
    }

    private Job(Step step, Supplier<Move> beginning, Optional<String> postponed) {
        this.step = step;
        this.beginning = beginning;
        this.postponed = postponed;
    }

    /** One that this run must not begin. */
    static Job postponed(Step step, String why) {
        return new Job(
                step,
                () -> {
                    throw new IllegalStateException(step.address() + " is left for another run");
                },
                Optional.of(why));
    }

    Step step() {
        return step;
    }

    /** Why it is left for another run, if it is. */
    Optional<String> postponed() {
        return postponed;
    }

    Move begin() {
        return beginning.get();
    }

    /** Those that must have succeeded before this one may begin. */
    List<Job> needs() {
        return needs;
    }

    /** Those that must have ended, in whatever way, before this one may begin. */
    List<Job> follows() {
        return follows;
    }
}
