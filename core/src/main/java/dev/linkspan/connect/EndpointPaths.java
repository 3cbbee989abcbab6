package dev.linkspan.connect;

import dev.linkspan.model.Address;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The ways through one endpoint.
 *
 * @param clusters those that the endpoint is for, by name: they have nodes in its region, or strings that lead through it
 * @param lack why there are none of them; present exactly where there are none
 */
public record EndpointPaths(Address endpoint, List<ClusterPath> clusters, Optional<Lack> lack) {

    public EndpointPaths {
        Objects.requireNonNull(endpoint, "endpoint");
        clusters = List.copyOf(clusters);
        if (clusters.isEmpty() != lack.isPresent()) {
            throw new IllegalArgumentException("a lack of clusters has a reason, and nothing else has: " + endpoint);
        }
    }

    /** Whether some cluster can be connected to through the endpoint. */
    public boolean isConnected() {
        return clusters.stream().anyMatch(it -> !it.strings().isEmpty());
    }

    /** Whether Atlas owes a string for some cluster. */
    public boolean isDue() {
        return clusters.stream().flatMap(it -> it.lack().stream()).anyMatch(Lack::isDue);
    }

    /** Whether another look may show something else without anybody's doing. */
    public boolean isSettling() {
        return clusters.stream().anyMatch(ClusterPath::isSettling);
    }
}
