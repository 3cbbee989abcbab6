package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.ClusterState;
import java.util.List;

/**
 * A cluster at one moment.
 *
 * @param endpoints those that it has taken up, which is what its connection strings speak of
 */
public record ClusterView(ClusterState state, List<ConnectedEndpoint> endpoints) {

    public ClusterView {
        endpoints = List.copyOf(endpoints);
    }
}
