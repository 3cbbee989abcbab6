package dev.linkspan.cli.settings;

import dev.linkspan.cli.settings.Layer.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Settings from environment variables. CI systems hand a secret that does not exist on as an empty text, so empty is unset. */
final class EnvironmentLayer {

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
                .filter(Key::isCredential)
                .flatMap(it -> it.variables().stream())
                .filter(it -> environment.containsKey(it) && !isSet(it))
                .toList();
    }

    private boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isBlank();
    }

    private Entry entry(String variable) {
        return new Entry(environment.get(variable).strip(), variable, Optional.empty());
    }
}
