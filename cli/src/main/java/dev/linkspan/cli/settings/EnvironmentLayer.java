package dev.linkspan.cli.settings;

import dev.linkspan.cli.settings.Layer.Entry;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.diagnostic.Severity;
import dev.linkspan.model.Spelling;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Settings from environment variables. CI systems hand a secret that does not exist on as an empty text, so empty is unset. */
final class EnvironmentLayer {

    private static final String PREFIX = "LINKSPAN_";
    private static final String LAUNCHER_OPTIONS = "LINKSPAN_JAVA_OPTIONS";

    private final Map<String, String> environment;

    EnvironmentLayer(Map<String, String> environment) {
        this.environment = environment;
    }

    Layer read() {
        var entries = new TreeMap<String, Entry>();
        for (var key : Key.values()) {
            key.variables().stream()
                    .filter(this::isSet)
                    .findFirst()
                    .ifPresent(it -> entries.put(key.path(), entry(it)));
        }
        environment.keySet().stream()
                .filter(it -> it.startsWith(Key.PARAM_VARIABLE_PREFIX))
                .forEach(it ->
                        entries.put(Key.PARAM_PREFIX + it.substring(Key.PARAM_VARIABLE_PREFIX.length()), entry(it)));
        return Layer.of("environment", Layer.Kind.ENVIRONMENT, entries);
    }

    List<String> emptyCredentials() {
        return Arrays.stream(Key.values())
                .filter(Key::isAtlasCredential)
                .flatMap(it -> it.variables().stream())
                .filter(it -> environment.containsKey(it) && !isSet(it))
                .toList();
    }

    /** Ours by their prefix, and no setting: misspelt, most likely, which would otherwise go unnoticed. */
    Diagnostics strangers() {
        var known = Stream.concat(
                        Arrays.stream(Key.values()).flatMap(it -> it.variables().stream()), Stream.of(LAUNCHER_OPTIONS))
                .toList();
        return new Diagnostics(environment.keySet().stream()
                .filter(it -> it.startsWith(PREFIX) && !it.startsWith(Key.PARAM_VARIABLE_PREFIX) && !known.contains(it))
                .map(it -> new Diagnostic(
                        "unknown-variable",
                        Severity.WARNING,
                        "The environment variable " + it + " sets nothing",
                        Spelling.nearest(it, known)
                                .map(guess -> "Did you mean " + guess + "?")
                                .orElse("Variables that begin with " + PREFIX + " are Linkspan's settings."),
                        Optional.empty(),
                        Optional.empty()))
                .toList());
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private Entry entry(String variable) {
        return new Entry(environment.get(variable).strip(), variable, Optional.empty());
    }
}
