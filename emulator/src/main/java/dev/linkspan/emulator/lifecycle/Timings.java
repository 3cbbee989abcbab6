package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.Cloud;
import java.time.Duration;
import java.util.List;

/**
 * How long things take in the emulated Atlas, before the speed is applied.
 *
 * @param endpoint from the registration of an endpoint to AVAILABLE
 * @param serviceRemoval from the delete request to the first 404
 * @param endpointRemoval from the delete request to the first 404
 * @param clusterUpdate from an endpoint's becoming AVAILABLE, or ceasing to be, until a cluster in its region is IDLE again
 */
public record Timings(
        Duration awsService,
        Duration azureService,
        Duration gcpService,
        Duration endpoint,
        Duration serviceRemoval,
        Duration endpointRemoval,
        Duration clusterUpdate) {

    public Timings {
        for (Duration each : List.of(
                awsService, azureService, gcpService, endpoint, serviceRemoval, endpointRemoval, clusterUpdate)) {
            if (each.isNegative()) {
                throw new IllegalArgumentException("A time must not be negative, but one is " + each + ".");
            }
        }
    }

    /**
     * Services: the medians of some hundred recorded creations on each cloud. Endpoints and removals were never
     * recorded: a minute is within what Atlas's documents say. Nor were updates of clusters, which are said to take one to two
     * minutes.
     */
    public static Timings measured() {
        return new Timings(
                Duration.ofSeconds(168),
                Duration.ofSeconds(59),
                Duration.ofSeconds(275),
                Duration.ofSeconds(60),
                Duration.ofSeconds(60),
                Duration.ofSeconds(30),
                Duration.ofSeconds(90));
    }

    /** Everything is done at once. */
    public static Timings none() {
        Duration none = Duration.ZERO;
        return new Timings(none, none, none, none, none, none, none);
    }

    Duration service(Cloud cloud) {
        return switch (cloud) {
            case AWS -> awsService;
            case AZURE -> azureService;
            case GCP -> gcpService;
        };
    }
}
