package dev.linkspan.emulator.state;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The emulator's own table of regions: one name in Atlas and one in the cloud. The same name may exist on two clouds. */
public final class Regions {

    private static final Regions TABLE = load();

    private final Map<String, String> atlasNames = new HashMap<>();
    private final Map<String, String> cloudNames = new HashMap<>();

    private Regions() {}

    /** The Atlas spelling of a region given in either spelling; empty if the cloud has no such region. */
    public static Optional<String> atlasName(Cloud cloud, String name) {
        return Optional.ofNullable(TABLE.atlasNames.get(key(cloud, name)));
    }

    /** The cloud's own spelling of a region given in Atlas spelling. */
    public static String cloudName(Cloud cloud, String atlasName) {
        return Optional.ofNullable(TABLE.cloudNames.get(key(cloud, atlasName)))
                .orElseThrow(() -> new IllegalArgumentException(atlasName + " is not an Atlas region of " + cloud));
    }

    /** Whether this is a region in Atlas spelling. */
    public static boolean isAtlasName(Cloud cloud, String name) {
        return TABLE.cloudNames.containsKey(key(cloud, name));
    }

    private static String key(Cloud cloud, String name) {
        return cloud + "/" + name;
    }

    private static Regions load() {
        Regions table = new Regions();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Regions.class.getResourceAsStream("regions.csv"), StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(table::add);
        } catch (IOException e) {
            throw new UncheckedIOException("The region table of the emulator cannot be read", e);
        }
        return table;
    }

    private void add(String line) {
        String[] columns = line.split(",");
        Cloud cloud = Cloud.valueOf(columns[0]);
        atlasNames.put(key(cloud, columns[1]), columns[1]);
        atlasNames.put(key(cloud, columns[2]), columns[1]);
        cloudNames.put(key(cloud, columns[1]), columns[2]);
    }
}
