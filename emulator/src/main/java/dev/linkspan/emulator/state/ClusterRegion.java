package dev.linkspan.emulator.state;

import java.util.Objects;
import java.util.Optional;

/**
 * A region in which a cluster has nodes.
 *
 * @param region in Atlas spelling; the constructor takes either
 */
public record ClusterRegion(Cloud cloud, String region) {

    public ClusterRegion {
        Objects.requireNonNull(cloud);
        region = ServiceState.atlasName(cloud, region);
    }

    /**
     * A region as a state file writes it, such as {@code AWS/us-east-1}.
     *
     * @throws IllegalArgumentException if there is no such region
     */
    public static ClusterRegion parse(String text) {
        String[] parts = text.split("/", 2);
        Optional<Cloud> cloud = Cloud.named(parts[0]);
        if (cloud.isEmpty() || parts.length < 2) {
            throw new IllegalArgumentException("'" + text + "' is not a provider and a region, such as AWS/us-east-1.");
        }
        return new ClusterRegion(cloud.get(), parts[1]);
    }

    /** As a state file writes it: {@code AWS/US_EAST_1}. */
    @Override
    public String toString() {
        return cloud + "/" + region;
    }
}
