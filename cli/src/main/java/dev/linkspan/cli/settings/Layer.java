package dev.linkspan.cli.settings;

import dev.linkspan.diagnostic.SourceRef;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The settings that come from one place.
 *
 * @param name unique among the layers of a run
 * @param entries by path, such as {@code atlas.lanes}
 */
record Layer(String name, Kind kind, SortedMap<String, Entry> entries) {

    enum Kind {
        BUILT_IN,
        OWN_FILE,
        /** Found in the working directory, so it may be committed, and may be somebody else's. */
        SHARED_FILE,
        ENVIRONMENT,
        COMMAND_LINE
    }

    Layer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    static Layer of(String name, Kind kind, Map<String, Entry> entries) {
        return new Layer(name, kind, new TreeMap<>(entries));
    }

    /**
     * One value as it was written. It may be a secret, so it prints as its origin.
     *
     * @param origin how messages call the place, such as {@code MONGODB_ATLAS_BASE_URL}
     * @param source the line of a settings file
     */
    record Entry(String value, String origin, Optional<SourceRef> source) {
        Entry {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(origin, "origin");
            Objects.requireNonNull(source, "source");
        }

        @Override
        public String toString() {
            return origin;
        }
    }
}
