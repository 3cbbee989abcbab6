package dev.linkspan.dsl.eval;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a value is written down.
 *
 * @param entries of a map that is written out, those whose keys are plain names, in their order; else none
 */
public record Written(Place place, List<Entry> entries) {

    public Written {
        Objects.requireNonNull(place, "place");
        entries = List.copyOf(entries);
    }

    /** One {@code key: value}. */
    public record Entry(String key, Place place, Written value) {}

    /** Where the value under a key is written; for a key that is not written out, where the map is. */
    public Written under(String key) {
        return entry(key).map(Entry::value).orElse(this);
    }

    /** Where a key is written; for one that is not written out, where the map is. */
    public Place ofKey(String key) {
        return entry(key).map(Entry::place).orElse(place);
    }

    /** The entries whose key stands before them already. */
    public List<Entry> doubled() {
        return entries.stream()
                .filter(it -> entry(it.key()).orElseThrow() != it)
                .toList();
    }

    private Optional<Entry> entry(String key) {
        return entries.stream().filter(it -> it.key().equals(key)).findFirst();
    }
}
