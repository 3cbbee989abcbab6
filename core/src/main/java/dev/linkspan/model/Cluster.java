package dev.linkspan.model;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A database cluster as Atlas shows it, as far as private endpoints go.
 *
 * @param name unique in its project, untrusted
 * @param isPaused while it is, it takes up no change of endpoints
 * @param isDedicated whether private endpoints can lead to it; Free and Flex clusters are not
 * @param regions in which it has nodes; empty when Atlas does not say
 * @param connectionStrings those that lead through private endpoints, in Atlas's order
 */
public record Cluster(
        String name,
        ClusterState state,
        boolean isPaused,
        boolean isDedicated,
        SortedSet<Region> regions,
        List<PrivateConnectionString> connectionStrings) {

    public Cluster {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(state, "state");
        regions = Collections.unmodifiableSortedSet(new TreeSet<>(regions));
        connectionStrings = List.copyOf(connectionStrings);
    }

    /** The connection strings that lead through an endpoint. */
    public List<PrivateConnectionString> through(EndpointId endpoint) {
        return connectionStrings.stream()
                .filter(it -> it.leadsThrough(endpoint))
                .toList();
    }
}
