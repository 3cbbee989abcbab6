package dev.linkspan.connect;

import dev.linkspan.model.BlindSpot;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The ways through some endpoints, in however many projects.
 *
 * @param endpoints by address
 * @param blindSpots the projects of which the clusters could not be read
 */
public record Connections(List<EndpointPaths> endpoints, SortedSet<BlindSpot> blindSpots) {

    /** Nothing was asked about. */
    public static final Connections NONE = new Connections(List.of(), Collections.emptySortedSet());

    public Connections {
        endpoints = List.copyOf(endpoints);
        blindSpots = Collections.unmodifiableSortedSet(new TreeSet<>(blindSpots));
    }

    /** Whether everything that was asked about could be read. */
    public boolean isComplete() {
        return blindSpots.isEmpty();
    }

    /** Whether Atlas owes a string for some endpoint. */
    public boolean isDue() {
        return endpoints.stream().anyMatch(EndpointPaths::isDue);
    }

    public boolean isEmpty() {
        return endpoints.isEmpty() && blindSpots.isEmpty();
    }
}
