package dev.linkspan.apply;

import dev.linkspan.plan.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** One step on its way: what must come before it, how it begins, and where it has got to. */
final class Job {

    private final Step step;
    private final Supplier<Move> beginning;
    private final List<Job> needs = new ArrayList<>();
    private final List<Job> follows = new ArrayList<>();

    Job(Step step, Supplier<Move> beginning) {
        this.step = step;
        this.beginning = beginning;
    }

    Step step() {
        return step;
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
