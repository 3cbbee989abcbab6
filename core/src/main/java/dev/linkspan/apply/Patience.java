package dev.linkspan.apply;

import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Refusal;
import java.time.Duration;

/**
 * How long to wait for Atlas, and how often to look. The delays come from recorded timings: the first look at a new service
 * comes near the shortest time ever seen on its cloud (AWS 141 s, Azure 42 s, Google Cloud 218 s).
 *
 * @param service the longest wait for one service
 * @param endpoint the longest wait for one endpoint
 * @param speed how many times faster than real Atlas the other side is; 1 but for an emulator
 */
public record Patience(Duration service, Duration endpoint, double speed) {

    private static final Duration LONGEST_INTERVAL = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofSeconds(10);

    public Patience {
        if (service.isNegative() || service.isZero() || endpoint.isNegative() || endpoint.isZero()) {
            throw new Refusal("bad-timeout", "A time limit must be longer than nothing", "Example: 90m.");
        }
        if (!(speed > 0) || Double.isInfinite(speed)) {
            throw new Refusal(
                    "bad-speed", "A speed must be greater than 0", "Example: 1, or 60 against a fast emulator.");
        }
    }

    /** An hour for a service, two for an endpoint, at the speed of real Atlas. */
    public static Patience standard() {
        return new Patience(Duration.ofHours(1), Duration.ofHours(2), 1);
    }

    Pace newService(CloudProvider provider) {
        long shortest = switch (provider) {
            case AWS -> 141;
            case AZURE -> 42;
            case GCP -> 218;
        };
        return pace(Duration.ofSeconds(shortest));
    }

    /** For something that Atlas has been at work on for a time we do not know. */
    Pace underWay() {
        return pace(INTERVAL);
    }

    Pace newEndpoint() {
        return pace(Duration.ofSeconds(5));
    }

    /** To see what became of a write whose answer was lost: at once, and again a little later. */
    Pace confirmation() {
        return pace(Duration.ZERO);
    }

    /** To see what became of a service that lost its last endpoint. */
    Pace aftermath() {
        return pace(Duration.ofSeconds(5));
    }

    /** The longest wait for the connection strings of endpoints that are ready; Atlas is said to take one to two minutes. */
    Duration connectionStrings() {
        return new Pace(Duration.ofMinutes(15), INTERVAL, INTERVAL)
                .faster(speed)
                .first();
    }

    /** The longest silence towards whoever watches. */
    Duration heartbeat() {
        return new Pace(Duration.ofSeconds(30), INTERVAL, INTERVAL)
                .faster(speed)
                .first();
    }

    private Pace pace(Duration first) {
        return new Pace(first, INTERVAL, LONGEST_INTERVAL).faster(speed);
    }
}
