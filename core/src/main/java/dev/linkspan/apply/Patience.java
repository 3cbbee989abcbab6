package dev.linkspan.apply;

import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Refusal;
import java.time.Duration;
import java.util.Optional;

/**
 * How long to wait for Atlas, and how often to look. The delays come from recorded timings: the first look at a new service
 * comes near the shortest time ever seen on its cloud (AWS 141 s, Azure 42 s, Google Cloud 218 s).
 *
 * @param service the longest wait for one service
 * @param endpoint the longest wait for one endpoint
 * @param run the longest time for all waits together, from the beginning of the run; empty for as long as each may take, nothing to
 *     wait for nothing
 * @param speed how many times faster than real Atlas the other side is; 1 but for an emulator
 */
public record Patience(Duration service, Duration endpoint, Optional<Duration> run, double speed) {

    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(10);
    /** How long a run that waits for nothing looks what became of a call: some looks, and no more. */
    private static final Duration DOUBT = Duration.ofMinutes(1);

    public Patience {
        boolean isNegative = run.map(Duration::isNegative).orElse(false);
        if (service.isNegative() || service.isZero() || endpoint.isNegative() || endpoint.isZero() || isNegative) {
            throw new Refusal("bad-timeout", "A time limit must be longer than nothing", "Example: 90m.");
        }
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new Refusal(
                    "bad-speed", "A speed must be greater than 0", "Example: 1, or 60 against a fast emulator.");
        }
    }

    /** An hour for a service, two for an endpoint, at the speed of real Atlas. */
    public static Patience standard() {
        return new Patience(Duration.ofHours(1), Duration.ofHours(2), Optional.empty(), 1);
    }

    /** The same, and the whole run waits no longer than this. */
    public Patience within(Duration longest) {
        return new Patience(service, endpoint, Optional.of(longest), speed);
    }

    /** What is left of it once this much time is spent. */
    Patience after(Duration spent) {
        return run.map(it -> it.compareTo(spent) > 0 ? within(it.minus(spent)) : none())
                .orElse(this);
    }

    /** For a run that sends what can be sent and waits for nothing. */
    public Patience none() {
        return within(Duration.ZERO);
    }

    /** Whether nothing is waited for. */
    public boolean isNone() {
        return run.map(Duration::isZero).orElse(false);
    }

    Schedule newService(CloudProvider provider) {
        long shortest = switch (provider) {
            case AWS -> 141;
            case AZURE -> 42;
            case GCP -> 218;
        };
        return Schedule.of(pace(Duration.ofSeconds(shortest)), service).usually(usual(provider));
    }

    /** For a service that Atlas has been at work on for a time we do not know. */
    Schedule serviceUnderWay(CloudProvider provider) {
        return Schedule.of(pace(INTERVAL), service).usually(usual(provider));
    }

    Schedule leavingService() {
        return Schedule.of(pace(INTERVAL), service);
    }

    /** Until a service shows what it has been set to; usually at once. */
    Schedule changedService() {
        return Schedule.of(pace(Duration.ZERO), service);
    }

    /** To see what becomes of a service that lost its last endpoint. */
    Schedule serviceWithoutEndpoints() {
        return new Schedule(pace(Duration.ofSeconds(5)), service, Optional.empty(), true);
    }

    Schedule newEndpoint() {
        return Schedule.of(pace(Duration.ofSeconds(5)), endpoint);
    }

    /** For an endpoint that Atlas has been at work on for a time we do not know. */
    Schedule endpointUnderWay() {
        return Schedule.of(pace(INTERVAL), endpoint);
    }

    Schedule leavingEndpoint() {
        return Schedule.of(pace(Duration.ofSeconds(5)), endpoint);
    }

    /** Until a service no longer lists endpoints that have gone; usually at once. */
    Schedule emptiedService() {
        return Schedule.of(pace(Duration.ZERO), endpoint);
    }

    /** To see what became of a write whose answer was lost: at once, and again a little later. */
    Schedule confirmation() {
        return new Schedule(pace(Duration.ZERO), isNone() ? faster(DOUBT) : service, Optional.empty(), true);
    }

    /** For the connection strings of endpoints that are ready; Atlas is said to take one to two minutes. */
    Schedule connectionStrings() {
        var longest = faster(Duration.ofMinutes(15));
        return Schedule.of(
                pace(Duration.ZERO), run.filter(it -> it.compareTo(longest) < 0).orElse(longest));
    }

    /** The longest silence towards whoever watches. */
    Duration heartbeat() {
        return faster(Duration.ofSeconds(30));
    }

    /** The medians of recorded timings. How long an endpoint takes was never recorded. */
    private Duration usual(CloudProvider provider) {
        return faster(Duration.ofSeconds(
                switch (provider) {
                    case AWS -> 168;
                    case AZURE -> 59;
                    case GCP -> 275;
                }));
    }

    private Pace pace(Duration first) {
        return new Pace(faster(first), faster(INTERVAL), faster(LONGEST_INTERVAL));
    }

    private Duration faster(Duration duration) {
        return Duration.ofNanos((long) (duration.toNanos() / speed));
    }
}
