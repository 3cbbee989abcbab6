package dev.linkspan.model;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What Atlas shows at one moment, and what it would not show. */
public record Observation(SortedMap<ProjectId, ObservedProject> projects, SortedSet<BlindSpot> blindSpots) {

    public Observation {
        projects = Collections.unmodifiableSortedMap(new TreeMap<>(projects));
        blindSpots = Collections.unmodifiableSortedSet(new TreeSet<>(blindSpots));
    }

    public static Observation of(Collection<ObservedProject> projects, Collection<BlindSpot> blindSpots) {
        var byId = new TreeMap<ProjectId, ObservedProject>();
        projects.forEach(it -> byId.put(it.id(), it));
        return new Observation(byId, new TreeSet<>(blindSpots));
    }

    /** The addresses of all endpoints that were seen to be ready. */
    public SortedSet<Address> readyEndpoints() {
        var ready = new TreeSet<Address>();
        projects.values().stream()
                .flatMap(it -> it.endpoints().entrySet().stream())
                .filter(it -> it.getValue().health() == Health.READY)
                .forEach(it -> ready.add(it.getKey()));
        return Collections.unmodifiableSortedSet(ready);
    }

    /** The blind spot that hides this address, if one does. */
    public Optional<BlindSpot> hiding(Address address) {
        return blindSpots.stream().filter(it -> it.address().covers(address)).findFirst();
    }
}
