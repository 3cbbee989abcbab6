package dev.linkspan.apply;

import dev.linkspan.apply.Move.Await;
import dev.linkspan.apply.Move.End;
import dev.linkspan.apply.Move.Stay;
import dev.linkspan.atlas.Atlas;
import dev.linkspan.model.Address;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ServiceId;
import dev.linkspan.plan.Step;
import dev.linkspan.plan.Subject;
import dev.linkspan.readiness.Readiness;
import dev.linkspan.readiness.Standing;
import dev.linkspan.readiness.State;
import dev.linkspan.time.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;

/** Waits until Atlas is no longer at work on what somebody waits for. Sends nothing but questions. */
public final class Waiter {

    private final Atlas atlas;
    private final Executor lanes;
    private final Clock clock;
    private final Sleeper sleeper;
    private final Patience patience;

    /**
     * @param lanes carries the calls out, as many at once as it has threads
     * @param patience where it sets no limit for the run, the run is over with the longer of the two others
     */
    public Waiter(Atlas atlas, Executor lanes, Clock clock, Sleeper sleeper, Patience patience) {
        this.atlas = Objects.requireNonNull(atlas, "atlas");
        this.lanes = Objects.requireNonNull(lanes, "lanes");
        this.clock = Objects.requireNonNull(clock, "clock");
        this.sleeper = Objects.requireNonNull(sleeper, "sleeper");
        boolean isServiceLonger = patience.service().compareTo(patience.endpoint()) > 0;
        this.patience = patience.run().isPresent()
                ? patience
                : patience.within(isServiceLonger ? patience.service() : patience.endpoint());
    }

    /** Reads how everything stands, that which is ready too. */
    @FunctionalInterface
    public interface Look {
        Readiness take() throws InterruptedException;
    }

    /**
     * Looks, waits for what is in transition, and looks again, since meanwhile more may have come into it; until nothing is, or the time
     * is over.
     *
     * @param watcher is told of everything that happens, on this thread
     */
    public WaitReport await(Look look, Consumer<ApplyEvent> watcher) throws InterruptedException {
        var start = clock.instant();
        var awaited = new TreeSet<Address>();
        var readiness = look.take();
        var left = patience;
        while (!left.isNone() && !readiness.inTransition().isEmpty()) {
            readiness.inTransition().forEach(it -> awaited.add(it.address()));
            var waits = await(readiness, left, watcher);
            boolean isOverdue = waits.stream().anyMatch(StepOutcome.TimedOut.class::isInstance);
            left = isOverdue ? patience.none() : patience.after(Duration.between(start, clock.instant()));
            readiness = look.take();
        }
        return new WaitReport(readiness, awaited, Duration.between(start, clock.instant()));
    }

    private List<StepOutcome> await(Readiness readiness, Patience left, Consumer<ApplyEvent> watcher) {
        var jobs = readiness.inTransition().stream().map(this::job).toList();
        return new Run(jobs, atlas, lanes, clock, sleeper, left, new Cancellation(), watcher).toTheEnd();
    }

    private Job job(Standing standing) {
        var address = standing.address();
        var service = standing.service().orElseThrow();
        String status = standing.status().orElse("");
        boolean isEndpoint = address.kind() == Address.Kind.ENDPOINT;
        var subject = isEndpoint
                ? new Subject.Endpoint(Optional.of(service), EndpointAttributes.NONE)
                : new Subject.Service(Optional.of(service), Optional.empty());
        boolean isLeaving = standing.state() == State.LEAVING;
        return new Job(
                Step.Keep.settling(address, subject, status),
                () -> isEndpoint
                        ? endpoint(address, service, status, isLeaving)
                        : service(address, service, status, isLeaving));
    }

    private Move service(Address address, ServiceId id, String status, boolean isLeaving) {
        var provider = address.provider().orElseThrow();
        Function<Optional<ObservedService>, Move> judge =
                judge(status, isLeaving, it -> rest(it.health(), it.status().text(), it.errorMessage()));
        return new Await<>(
                new Question.Services(Site.project(address), provider),
                status,
                isLeaving ? patience.leavingService() : patience.serviceUnderWay(provider),
                seen -> judge.apply(
                        seen.stream().filter(it -> it.id().equals(id)).findFirst()));
    }

    private Move endpoint(Address address, ServiceId service, String status, boolean isLeaving) {
        return new Await<>(
                new Question.Endpoint(
                        Site.project(address), service, address.endpoint().orElseThrow()),
                status,
                isLeaving ? patience.leavingEndpoint() : patience.endpointUnderWay(),
                judge(status, isLeaving, it -> rest(it.health(), it.status().text(), it.errorMessage())));
    }

    /** What leaves is gone when one look misses it; what is to come may only have been left out. */
    private static <T> Function<Optional<T>, Move> judge(String status, boolean isLeaving, Function<T, Move> rest) {
        return isLeaving
                ? seen -> seen.map(rest).orElseGet(Waiter::gone)
                : new Arrival<>(status, rest, Waiter::gone)::judge;
    }

    /** Whether it has come to rest; whether that is well, another look tells. */
    private static Move rest(Health health, String status, Optional<String> message) {
        return switch (health) {
            case PENDING, UNKNOWN, LEAVING -> new Stay(status);
            case FAILED -> new End.Failure(status + message.map(it -> ", " + it).orElse(""), "");
            case READY -> End.done(status);
        };
    }

    private static End gone() {
        return End.done("gone");
    }
}
