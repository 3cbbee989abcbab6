package dev.linkspan.cli.settings;

import dev.linkspan.cli.settings.Layer.Entry;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.configuration2.BaseHierarchicalConfiguration;
import org.apache.commons.configuration2.CombinedConfiguration;
import org.apache.commons.configuration2.tree.OverrideCombiner;

/** All layers as one configuration, in which a stronger layer's value hides a weaker one's. */
final class MergedLayers {

    private final List<Layer> layers;
    private final CombinedConfiguration merged = new CombinedConfiguration(new OverrideCombiner());

    /** @param layers strongest first */
    MergedLayers(List<Layer> layers) {
        this.layers = List.copyOf(layers);
        // Values are final by now; the stock interpolation would read files and system properties into them.
        merged.setInterpolator(null);
        for (var layer : layers) {
            var configuration = new BaseHierarchicalConfiguration();
            configuration.setInterpolator(null);
            layer.entries().forEach((path, entry) -> configuration.addProperty(path, entry.value()));
            merged.addConfiguration(configuration);
        }
    }

    String value(String path) {
        return merged.getString(path);
    }

    /** The strongest layer that sets it. */
    Layer layer(String path) {
        return layers.stream()
                .filter(it -> it.entries().containsKey(path))
                .findFirst()
                .orElseThrow();
    }

    Optional<Entry> entry(String path) {
        return layers.stream()
                .map(it -> it.entries().get(path))
                .filter(Objects::nonNull)
                .findFirst();
    }

    /** Every parameter, by its name. */
    SortedMap<String, String> params() {
        var params = new TreeMap<String, String>();
        merged.getKeys(Key.PARAMS)
                .forEachRemaining(it -> params.put(it.substring(Key.PARAM_PREFIX.length()), value(it)));
        return params;
    }
}
