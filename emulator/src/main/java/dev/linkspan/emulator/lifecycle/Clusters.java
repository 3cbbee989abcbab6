package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.ClusterState;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The clusters of one project. Guarded by it. */
final class Clusters {

    private final Map<String, Cluster> all = new LinkedHashMap<>();
    private final Duration update;

    Clusters(Duration update) {
        this.update = update;
    }

    /** Puts a cluster there in place of one of the same name. */
    void put(ClusterState state, Collection<Service> services, Instant now) {
        all.put(state.name(), new Cluster(state, services, now, update));
    }

    void settle(Collection<Service> services, Instant now) {
        all.values().removeIf(cluster -> cluster.isOver(now));
        all.values().forEach(cluster -> cluster.follow(services, now));
    }

    List<ClusterView> at(Instant now) {
        return all.values().stream().map(cluster -> cluster.at(now)).toList();
    }

    ClusterView at(String name, Instant now) {
        return Optional.ofNullable(all.get(name))
                .map(cluster -> cluster.at(now))
                .orElseThrow(() -> new AtlasRefusal(
                        404, "CLUSTER_NOT_FOUND", "No cluster named " + name + " exists in this project.", name));
    }
}
