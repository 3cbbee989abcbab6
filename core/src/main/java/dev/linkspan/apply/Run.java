package dev.linkspan.apply;

import dev.linkspan.apply.Move.Ask;
import dev.linkspan.apply.Move.Await;
import dev.linkspan.apply.Move.End;
import dev.linkspan.apply.Move.Stay;
import dev.linkspan.atlas.Atlas;
import dev.linkspan.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One run. All state belongs to the thread in {@link #toTheEnd}; lanes hand their answers to it through a queue. It sleeps only when no
 * call is out, and then until the next thing is due.
 */
final class Run {

    private final Lookouts lookouts;
    private final Executor lanes;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Patience patience;
    private final Cancellation cancellation;
    private final Consumer<ApplyEvent> watcher;

    private final List<Job> jobs;
    private final Set<Job> idle;
    private final Map<Job, Instant> begun = new HashMap<>();
    private final Set<Job> written = new HashSet<>();
    private final Map<Job, StepOutcome> ended = new HashMap<>();
    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final Instant start;
    private int callsOut;
    private Instant lastEvent;

    Run(
            List<Job> jobs,
            Atlas atlas,
            Executor lanes,
            Clock clock,
            Sleeper sleeper,
            Patience patience,
            Cancellation cancellation,
            Consumer<ApplyEvent> watcher) {
        this.jobs = jobs;
        this.idle = new LinkedHashSet<>(jobs);
        this.lanes = lanes;
        this.clock = clock;
        this.sleeper = sleeper;
        this.patience = patience;
        this.cancellation = cancellation;
        this.watcher = watcher;
        this.start = clock.instant();
        this.lookouts = new Lookouts(atlas, patience.run().map(start::plus).orElse(Instant.MAX));
        this.lastEvent = start;
    }

    /** In the order of the jobs. */
    List<StepOutcome> toTheEnd() {
        try {
            beginWhatIsFree();
            while (ended.size() < jobs.size()) {
                step();
            }
            return jobs.stream().map(ended::get).toList();
        } catch (RuntimeException | Error fault) {
            cancellation.request();
            hearOut();
            throw fault;
        }
    }

    private void step() {
        if (cancellation.isRequested()) {
            windUp();
        } else {
            lookWhereDue();
            beat();
        }
        if (ended.size() < jobs.size()) {
            next();
        }
    }

    /** After a fault of our own: a write that is out is not torn down half-way; what it brings is for the next run to see. */
    private void hearOut() {
        boolean isInterrupted = false;
        while (callsOut > 0) {
            try {
                answers.take();
                callsOut--;
            } catch (InterruptedException e) {
                isInterrupted = true;
            }
        }
        if (isInterrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Begins every job whose predecessors have ended; one whose needs failed ends at once, which may free or end others. */
    private void beginWhatIsFree() {
        boolean changed = true;
        while (changed && !cancellation.isRequested()) {
            changed = false;
            for (var job : List.copyOf(idle)) {
                if (idle.contains(job)
                        && ended.keySet().containsAll(job.needs())
                        && ended.keySet().containsAll(job.follows())) {
                    idle.remove(job);
                    changed |= begin(job);
                }
            }
        }
    }

    /** Whether the job ended at once. */
    private boolean begin(Job job) {
        var hindrance = hindrance(job);
        if (hindrance.isPresent()) {
            end(job, hindrance.get());
            return true;
        }
        begun.put(job, clock.instant());
        tell(new ApplyEvent.Began(job.step()));
        follow(job, job.begin());
        return ended.containsKey(job);
    }

    /** Why it is not to be begun, if anything stands before it. */
    private Optional<StepOutcome> hindrance(Job job) {
        var unmet = job.needs().stream()
                .map(ended::get)
                .filter(it -> !it.isDone())
                // Where one of several went wrong, that one counts.
                .min(Comparator.comparing(StepOutcome::isWaiting));
        if (unmet.isPresent()) {
            return unmet.map(it -> new StepOutcome.NotAttempted(
                    job.step(),
                    "it needs " + it.step().address() + ", which "
                            + (it.isAtWork() ? "Atlas is still at work on" : "is not done"),
                    it.isWaiting()));
        }
        boolean isOver = !patience.isNone()
                && patience.run().filter(it -> since(start).compareTo(it) >= 0).isPresent();
        return job.postponed()
                .or(() -> isOver ? Optional.of("the time limit was over before its turn") : Optional.empty())
                .map(it -> new StepOutcome.NotAttempted(job.step(), it, true));
    }

    private void follow(Job job, Move move) {
        if (move instanceof Ask<?> ask) {
            if (cancellation.isRequested()) {
                interrupt(job);
            } else {
                call(
                        () -> {
                            var next = ask.carryOut();
                            return () -> {
                                if (ask.isWrite()) {
                                    written.add(job);
                                }
                                follow(job, next.get());
                            };
                        },
                        () -> interrupt(job));
            }
        } else if (move instanceof Await<?> await) {
            if (isWaitedFor(await.schedule())) {
                lookouts.add(job, await, clock.instant());
            } else {
                leave(job, await.status());
            }
        } else if (move instanceof End end) {
            end(job, outcome(job, end));
        } else {
            throw new IllegalStateException("a job cannot stay where it does not wait: " + move);
        }
    }

    /**
     * Sends a call to the lanes; what it returns runs on this thread. A fault of our own ends the run.
     *
     * @param dropped runs instead where the run was cancelled before a lane was free
     */
    private void call(Call call, Runnable dropped) {
        lanes.execute(() -> {
            Runnable answer;
            try {
                answer = cancellation.isRequested() ? dropped : call.carryOut();
            } catch (RuntimeException | Error fault) {
                answer = () -> {
                    throw fault;
                };
            }
            answers.add(answer);
        });
        callsOut++;
    }

    @FunctionalInterface
    private interface Call {
        Runnable carryOut();
    }

    private void lookWhereDue() {
        for (var question : lookouts.due(clock.instant())) {
            call(
                    () -> {
                        var answer = lookouts.ask(question);
                        return () -> lookouts.answered(question, answer, clock.instant())
                                .forEach(this::judged);
                    },
                    () -> {});
        }
    }

    private boolean isWaitedFor(Schedule schedule) {
        return !patience.isNone() || schedule.isDoubt() || schedule.beginsAtOnce();
    }

    private void judged(Lookouts.Sight sight) {
        var job = sight.of().job();
        if (!(sight.move() instanceof Stay stay)) {
            lookouts.remove(job);
            follow(job, sight.move());
        } else if (patience.isNone() && !sight.of().isDoubt()) {
            lookouts.remove(job);
            leave(job, stay.status());
        } else {
            if (sight.isNews()) {
                tell(waiting(sight.of()));
            }
            if (sight.isOverdue()) {
                lookouts.remove(job);
                end(job, new StepOutcome.TimedOut(job.step(), stay.status(), since(begun.get(job))));
            }
        }
    }

    /** Leaves it to Atlas, where nothing is waited for. */
    private void leave(Job job, String status) {
        end(
                job,
                isUntouched(job)
                        ? new StepOutcome.NotAttempted(
                                job.step(), "Atlas is still at work on what is there: " + status, true)
                        : new StepOutcome.UnderWay(job.step(), status, since(begun.get(job))));
    }

    /** Whether it is there to change something, and nothing was sent for it. */
    private boolean isUntouched(Job job) {
        return job.step().isChange() && !written.contains(job);
    }

    private ApplyEvent.Waiting waiting(Lookouts.Wait wait) {
        return new ApplyEvent.Waiting(wait.job().step(), wait.status(), since(wait.since()), wait.usual());
    }

    private void beat() {
        if (lookouts.isEmpty() || since(lastEvent).compareTo(patience.heartbeat()) < 0) {
            return;
        }
        tell(new ApplyEvent.StillWaiting(
                lookouts.waits().stream().map(this::waiting).toList()));
    }

    private void next() {
        if (callsOut == 0 && cancellation.isRequested()) {
            return;
        }
        try {
            var answer = callsOut > 0 ? takeAnswer() : sleepUntilDue();
            if (answer != null) {
                callsOut--;
                answer.run();
            }
        } catch (InterruptedException e) {
            cancellation.request();
        }
    }

    private Runnable takeAnswer() throws InterruptedException {
        if (cancellation.isRequested() || lookouts.isEmpty()) {
            return answers.take();
        }
        return answers.poll(Math.max(1, untilDue().toMillis()), TimeUnit.MILLISECONDS);
    }

    private Runnable sleepUntilDue() throws InterruptedException {
        if (cancellation.asleep()) {
            try {
                sleeper.sleep(untilDue());
            } finally {
                cancellation.awake();
            }
        }
        return null;
    }

    private Duration untilDue() {
        var now = clock.instant();
        var beat = lastEvent.plus(patience.heartbeat());
        var due = lookouts.nextDue().filter(it -> it.isBefore(beat)).orElse(beat);
        return due.isAfter(now) ? Duration.between(now, due) : Duration.ZERO;
    }

    /** After a cancellation: nothing new begins, waits end, calls that are out are heard to their end. */
    private void windUp() {
        for (var job : List.copyOf(idle)) {
            idle.remove(job);
            end(job, new StepOutcome.NotAttempted(job.step(), "the run was cancelled", false));
        }
        for (var wait : lookouts.waits()) {
            lookouts.remove(wait.job());
            interrupt(wait.job());
        }
    }

    private void interrupt(Job job) {
        end(
                job,
                isUntouched(job)
                        ? new StepOutcome.NotAttempted(
                                job.step(), "the run was cancelled before anything was sent for it", false)
                        : new StepOutcome.Interrupted(job.step(), since(begun.get(job))));
    }

    private StepOutcome outcome(Job job, End end) {
        var took = since(begun.get(job));
        if (end instanceof End.Failure failure) {
            return new StepOutcome.Failed(job.step(), failure.why(), failure.remedy(), took);
        }
        return new StepOutcome.Done(job.step(), ((End.Success) end).remarks(), took);
    }

    private void end(Job job, StepOutcome outcome) {
        ended.put(job, outcome);
        tell(new ApplyEvent.Ended(outcome));
        if (begun.containsKey(job)) {
            beginWhatIsFree();
        }
    }

    private void tell(ApplyEvent event) {
        lastEvent = clock.instant();
        watcher.accept(event);
    }

    private Duration since(Instant moment) {
        return Duration.between(moment, clock.instant());
    }
}
