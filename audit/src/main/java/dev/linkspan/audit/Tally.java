package dev.linkspan.audit;

import dev.linkspan.model.Region;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How many services and endpoints stand how, by region. */
public record Tally(SortedMap<Region, Map<State, Integer>> services, SortedMap<Region, Map<State, Integer>> endpoints) {

    public Tally {
        services = frozen(services);
        endpoints = frozen(endpoints);
    }

    static Tally none() {
        return new Tally(new TreeMap<>(), new TreeMap<>());
    }

    static Tally of(Shape shape) {
        var services = new TreeMap<Region, Map<State, Integer>>();
        var endpoints = new TreeMap<Region, Map<State, Integer>>();
        for (var service : shape.services()) {
            var region = service.address().region().orElseThrow();
            count(services, region, service.state(), 1);
            service.endpoints().forEach(it -> count(endpoints, region, it.state(), 1));
        }
        return new Tally(services, endpoints);
    }

    /** Both together. */
    Tally plus(Tally other) {
        return new Tally(sum(services, other.services), sum(endpoints, other.endpoints));
    }

    private static SortedMap<Region, Map<State, Integer>> sum(
            SortedMap<Region, Map<State, Integer>> one, SortedMap<Region, Map<State, Integer>> other) {
        var sum = new TreeMap<Region, Map<State, Integer>>();
        Stream.of(one, other)
                .forEach(part -> part.forEach(
                        (region, states) -> states.forEach((state, number) -> count(sum, region, state, number))));
        return sum;
    }

    private static void count(Map<Region, Map<State, Integer>> counts, Region region, State state, int number) {
        counts.computeIfAbsent(region, it -> new EnumMap<>(State.class)).merge(state, number, Integer::sum);
    }

    private static SortedMap<Region, Map<State, Integer>> frozen(Map<Region, Map<State, Integer>> counts) {
        var copy = new TreeMap<Region, Map<State, Integer>>();
        counts.forEach((region, states) -> copy.put(region, Collections.unmodifiableMap(new EnumMap<>(states))));
        return Collections.unmodifiableSortedMap(copy);
    }
}
