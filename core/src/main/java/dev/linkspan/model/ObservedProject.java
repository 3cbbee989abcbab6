package dev.linkspan.model;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One Atlas project as it is.
 *
 * @param name empty unless names were looked up
 * @param regionalMode empty unless it was asked for
 * @param providersRead the clouds whose services were listed; nothing may be claimed about the others
 * @param endpoints by address; one that a service lists and that is absent here is a {@link BlindSpot}, or went away
 *     between the two calls
 * @param clusters empty unless they were asked for
 */
public record ObservedProject(
        ProjectId id,
        Optional<String> name,
        Optional<Boolean> regionalMode,
        SortedSet<CloudProvider> providersRead,
        SortedMap<ServiceKey, ObservedService> services,
        SortedMap<Address, ObservedEndpoint> endpoints,
        Optional<List<Cluster>> clusters) {

    public ObservedProject {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(regionalMode, "regionalMode");
        providersRead = Collections.unmodifiableSortedSet(new TreeSet<>(providersRead));
        services = Collections.unmodifiableSortedMap(new TreeMap<>(services));
        endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
        clusters = clusters.map(List::copyOf);
    }

    /** The addresses of endpoints that take connections. */
    public List<Address> readyEndpoints() {
        return endpoints.entrySet().stream()
                .filter(it -> it.getValue().health() == Health.READY)
                .map(Map.Entry::getKey)
                .toList();
    }
}
