package dev.linkspan.cli.settings;

import dev.linkspan.atlas.http.Credentials;
import dev.linkspan.cli.settings.Layer.Entry;
import dev.linkspan.model.Secret;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * The credentials that were set, whole or in part. The strongest place that names any credential decides which kind is
 * used; where one place names several, an access token goes before a service account, and that before an API key, as in
 * MongoDB's own tools.
 */
public final class OfferedCredentials {

    private static final List<List<Key>> KINDS = List.of(
            List.of(Key.ACCESS_TOKEN),
            List.of(Key.CLIENT_ID, Key.CLIENT_SECRET),
            List.of(Key.PUBLIC_KEY, Key.PRIVATE_KEY));

    private final Map<Key, Entry> merged;
    private final List<Key> kind;
    private final List<String> emptyVariables;

    /**
     * @param layers strongest first
     * @param emptyVariables credential variables of the environment that are set to nothing
     */
    OfferedCredentials(List<Layer> layers, List<String> emptyVariables) {
        this.merged = new EnumMap<>(Key.class);
        this.kind = kind(layers);
        this.emptyVariables = List.copyOf(emptyVariables);
        for (var key : kind) {
            layers.stream()
                    .map(it -> it.entries().get(key.path()))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(it -> merged.put(key, it));
        }
    }

    private static List<Key> kind(List<Layer> layers) {
        for (var layer : layers) {
            for (var candidate : KINDS) {
                if (candidate.stream().anyMatch(it -> layer.entries().containsKey(it.path()))) {
                    return candidate;
                }
            }
        }
        return List.of();
    }

    Credentials chosen() {
        if (kind.isEmpty()) {
            throw none();
        }
        var missing = kind.stream().filter(it -> !merged.containsKey(it)).toList();
        if (!missing.isEmpty()) {
            throw half(merged.values().iterator().next(), missing.get(0));
        }
        return switch (kind.get(0)) {
            case ACCESS_TOKEN -> new Credentials.AccessToken(secret(Key.ACCESS_TOKEN));
            case CLIENT_ID -> pair(Key.CLIENT_ID, Key.CLIENT_SECRET, Credentials.ServiceAccount::new);
            default -> pair(Key.PUBLIC_KEY, Key.PRIVATE_KEY, Credentials.ApiKey::new);
        };
    }

    private Credentials pair(Key name, Key secret, BiFunction<String, Secret, Credentials> kind) {
        return kind.apply(merged.get(name).value(), secret(secret));
    }

    private Secret secret(Key key) {
        return new Secret(merged.get(key).value());
    }

    private SettingsProblem none() {
        return SettingsProblem.of(
                "no-credentials",
                "No Atlas credentials are set" + emptyOnes(),
                "Set MONGODB_ATLAS_CLIENT_ID and MONGODB_ATLAS_CLIENT_SECRET (a service account),"
                        + " MONGODB_ATLAS_PUBLIC_API_KEY and MONGODB_ATLAS_PRIVATE_API_KEY (an API key),"
                        + " or MONGODB_ATLAS_ACCESS_TOKEN.");
    }

    private SettingsProblem half(Entry found, Key missing) {
        return SettingsProblem.of(
                "half-credentials",
                found.origin() + " is set, but " + missing.variables().get(0) + " is not" + emptyOnes(),
                "Set " + String.join(" or ", missing.variables()) + ", or " + missing.path() + " in a settings file.");
    }

    private String emptyOnes() {
        var words = new ArrayList<>(emptyVariables);
        return words.isEmpty() ? "" : "; set, but empty: " + String.join(", ", words);
    }

    @Override
    public String toString() {
        return merged.keySet().stream().map(Key::path).toList().toString();
    }
}
