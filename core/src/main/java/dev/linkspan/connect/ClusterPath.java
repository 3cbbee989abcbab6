package dev.linkspan.connect;

import dev.linkspan.model.Cluster;
import dev.linkspan.model.Health;
import dev.linkspan.model.PrivateConnectionString;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The way to one cluster through one endpoint.
 *
 * @param strings that lead through the endpoint
 * @param lack why there are none; present exactly where there are none
 */
public record ClusterPath(Cluster cluster, List<PrivateConnectionString> strings, Optional<Lack> lack) {

    public ClusterPath {
        Objects.requireNonNull(cluster, "cluster");
        strings = List.copyOf(strings);
        if (strings.isEmpty() != lack.isPresent()) {
            throw new IllegalArgumentException(
                    "a lack of strings has a reason, and nothing else has: " + cluster.name());
        }
    }

    /** Whether another look may show something else without anybody's doing: strings are final once their cluster is IDLE. */
    public boolean isSettling() {
        return lack.map(it -> it.isDue() || it.kind() == Lack.Kind.REGION_WITHOUT_ENDPOINT && isAtWork(cluster))
                .orElseGet(() -> isAtWork(cluster));
    }

    /** A state that nobody knows may be one of work. */
    static boolean isAtWork(Cluster cluster) {
        var health = cluster.state().health();
        return !cluster.isPaused() && (health == Health.PENDING || health == Health.UNKNOWN);
    }
}
