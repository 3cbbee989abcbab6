package dev.linkspan.cli.settings;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Severity;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    private static final Pattern PARAM_NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");

    Layer {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(kind, "kind");
        entries = Collections.unmodifiableSortedMap(new TreeMap<>(entries));
    }

    static Layer of(String name, Kind kind, Map<String, Entry> entries) {
        return new Layer(name, kind, new TreeMap<>(entries));
    }

    /** Parameters under names that specs could not say, nor {@link MergedLayers} keep. */
    List<Diagnostic> malformedParams() {
        return entries.entrySet().stream()
                .filter(it -> it.getKey().startsWith(Key.PARAM_PREFIX))
                .flatMap(it -> malformed(it.getKey().substring(Key.PARAM_PREFIX.length()), it.getValue()))
                .toList();
    }

    private static Stream<Diagnostic> malformed(String param, Entry entry) {
        return PARAM_NAME.matcher(param).matches()
                ? Stream.empty()
                : Stream.of(entry.fault(new Refusal(
                        "malformed-parameter",
                        "'" + param + "' cannot be the name of a parameter",
                        "A name has letters, digits and underscores, for example -P region=us-east-1.")));
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

        /** What is wrong with it, at its place. */
        Diagnostic fault(Refusal refusal) {
            return new Diagnostic(
                    refusal.id(),
                    Severity.ERROR,
                    origin + ": " + refusal.summary(),
                    refusal.remedy(),
                    source,
                    Optional.empty());
        }

        @Override
        public String toString() {
            return origin;
        }
    }
}
