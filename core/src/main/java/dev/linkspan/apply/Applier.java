package dev.linkspan.apply;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.model.Address;
import dev.linkspan.plan.Plan;
import dev.linkspan.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * Carries plans out. What is not done at the end, whether refused, timed out or cancelled, another plan shows and another
 * run goes on with.
 */
public final class Applier {

    private final Atlas atlas;
    private final Executor lanes;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Patience patience;
    private final Cancellation cancellation = new Cancellation();

    /** @param lanes carries the calls out, as many at once as it has threads */
    public Applier(Atlas atlas, Executor lanes, Clock clock, Sleeper sleeper, Patience patience) {
        this.atlas = Objects.requireNonNull(atlas, "atlas");
        this.lanes = Objects.requireNonNull(lanes, "lanes");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
        this.patience = Objects.requireNonNull(patience, "patience");
    }

    /**
     * Carries a plan out, on this thread and the lanes; returns when every step has ended and the clusters have taken up the
     * endpoints that became ready, or had long enough for it.
     *
     * @param ready the endpoints that were ready when the plan was made, whoever they belong to
     * @param watcher is told of everything that happens, on this thread
     */
    public ApplyReport apply(Plan plan, Collection<Address> ready, Consumer<ApplyEvent> watcher) {
        var start = clock.instant();
        var jobs = JobGraph.of(plan, new Site(atlas, patience));
        var outcomes = new Run(jobs, atlas, lanes, clock, sleeper, patience, cancellation, watcher).toTheEnd();
        var left = patience.after(Duration.between(start, clock.instant()));
        var connections = new ConnectionWatch(atlas, lanes, clock, sleeper, left, cancellation, watcher)
                .toTheEnd(Arrivals.of(plan, ready, outcomes));
        return new ApplyReport(outcomes, connections, Duration.between(start, clock.instant()));
    }

    /** The same, where no other endpoints are known. */
    public ApplyReport apply(Plan plan, Consumer<ApplyEvent> watcher) {
        return apply(plan, Set.of(), watcher);
    }

    /**
     * Ends the run soon: calls that are out come back, no other goes out, waits end. May be called from any thread, before
     * the run or during it.
     */
    public void cancel() {
        cancellation.request();
    }
}
