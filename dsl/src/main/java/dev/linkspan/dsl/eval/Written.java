package dev.linkspan.dsl.eval;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where a value is written down; for a map that is written out, also where each entry with a plain name is. */
public final class Written {

    private final Place place;
    private final Map<String, Entry> first = new HashMap<>();
    private final List<Entry> doubled = new ArrayList<>();

    /** @param entries in the order in which they are written; none for what is no map */
    public Written(Place place, List<Entry> entries) {
        this.place = Objects.requireNonNull(place, "place");
        for (var each : entries) {
            if (first.putIfAbsent(each.key(), each) != null) {
                doubled.add(each);
            }
        }
    }

    /** One {@code key: value}. */
    public record Entry(String key, Place place, Written value) {}

    public Place place() {
        return place;
    }

    /** Where the value under a key is written; for a key that is not written out, where the map is. */
    public Written under(String key) {
        return first.containsKey(key) ? first.get(key).value() : this;
    }

    /** Where a key is written; for one that is not written out, where the map is. */
    public Place ofKey(String key) {
        return first.containsKey(key) ? first.get(key).place() : place;
    }

    /** The entries whose key stands before them already. */
    public List<Entry> doubled() {
        return List.copyOf(doubled);
    }
}
