package dev.linkspan.cli.settings;

import dev.linkspan.cli.settings.Layer.Entry;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Settings that were given as options; an empty one was not given. */
public record CommandLineSettings(
        Optional<String> baseUrl,
        Optional<String> apiVersion,
        Map<String, String> params,
        Optional<String> logLevel,
        boolean isColorRefused) {

    public CommandLineSettings {
        params = Map.copyOf(params);
    }

    public static CommandLineSettings none() {
        return new CommandLineSettings(Optional.empty(), Optional.empty(), Map.of(), Optional.empty(), false);
    }

    Layer layer() {
        SortedMap<String, Entry> entries = new TreeMap<>();
        baseUrl.ifPresent(it -> put(entries, Key.BASE_URL.path(), it, "--atlas-url"));
        apiVersion.ifPresent(it -> put(entries, Key.API_VERSION.path(), it, "--api-version"));
        logLevel.ifPresent(it -> put(entries, Key.LOG_LEVEL.path(), it, "--log-level"));
        if (isColorRefused) {
            put(entries, Key.COLOR.path(), "never", "--no-color");
        }
        params.forEach((name, value) -> put(entries, Key.PARAM_PREFIX + name, value, "-P " + name));
        return Layer.of("command line", Layer.Kind.COMMAND_LINE, entries);
    }

    private static void put(Map<String, Entry> entries, String path, String value, String option) {
        entries.put(path, new Entry(value, option, Optional.empty()));
    }
}
