package dev.linkspan.cli.settings;

import dev.linkspan.cli.settings.Layer.Entry;
import dev.linkspan.cli.settings.SettingsFile.Reading;
import dev.linkspan.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads settings from all places there are, weakest first: built-in, the user's file, the working directory's file,
 * environment, command line.
 */
public final class SettingsLoader {

    private static final String FILE_NAME = "linkspan.yaml";

    private final Map<String, String> environment;
    private final Path home;
    private final Path workingDirectory;

    public SettingsLoader(Map<String, String> environment, Path home, Path workingDirectory) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        this.workingDirectory = workingDirectory;
    }

    /**
     * @param file read instead of the two usual files
     * @throws SettingsProblem with every fault of every file, or else every value that cannot be
     */
    public Settings load(Optional<Path> file, CommandLineSettings commandLine) {
        var readings = readings(file);
        var faults = readings.stream().flatMap(it -> it.faults().stream()).toList();
        if (!faults.isEmpty()) {
            throw new SettingsProblem(new Diagnostics(faults), false);
        }
        var inEnvironment = new EnvironmentLayer(environment);
        var layers = new ArrayList<>(List.of(commandLine.layer(), inEnvironment.read()));
        readings.forEach(it -> layers.add(it.layer()));
        layers.add(standards());
        checkParams(layers);
        var offered = new OfferedCredentials(layers, inEnvironment.emptyCredentials());
        return new SettingsReader(new MergedLayers(layers), environment).read(offered, inEnvironment.strangers());
    }

    private static void checkParams(List<Layer> layers) {
        var faulty =
                layers.stream().filter(it -> !it.malformedParams().isEmpty()).toList();
        if (!faulty.isEmpty()) {
            throw new SettingsProblem(
                    new Diagnostics(faulty.stream()
                            .flatMap(it -> it.malformedParams().stream())
                            .toList()),
                    faulty.stream().allMatch(it -> it.kind() == Layer.Kind.COMMAND_LINE));
        }
    }

    /** Strongest first. */
    private List<Reading> readings(Optional<Path> file) {
        var interpolation = new Interpolation(environment);
        if (file.isPresent()) {
            var named = workingDirectory.resolve(file.get());
            return List.of(SettingsFile.read(named, file.get().toString(), Layer.Kind.OWN_FILE, interpolation));
        }
        var readings = new ArrayList<Reading>();
        var shared = workingDirectory.resolve(FILE_NAME);
        var own = own();
        if (Files.exists(shared) && !isSame(shared, own)) {
            readings.add(SettingsFile.read(shared, FILE_NAME, Layer.Kind.SHARED_FILE, interpolation));
        }
        if (Files.exists(own)) {
            readings.add(SettingsFile.read(own, own.toString(), Layer.Kind.OWN_FILE, interpolation));
        }
        return readings;
    }

    /** Somebody may well work in the folder of their own settings. */
    private static boolean isSame(Path shared, Path own) {
        try {
            return Files.exists(own) && Files.isSameFile(shared, own);
        } catch (IOException e) {
            return false;
        }
    }

    /** By the XDG Base Directory Specification, which has relative paths ignored. */
    private Path own() {
        String configured = environment.getOrDefault("XDG_CONFIG_HOME", "");
        var base = configured.startsWith("/") ? Path.of(configured) : home.resolve(".config");
        return base.resolve("linkspan").resolve(FILE_NAME);
    }

    private static Layer standards() {
        var entries = new TreeMap<String, Entry>();
        Arrays.stream(Key.values())
                .filter(it -> !it.isCredential())
                .forEach(it -> entries.put(it.path(), new Entry(it.standard(), it.path(), Optional.empty())));
        return Layer.of("built-in", Layer.Kind.BUILT_IN, entries);
    }
}
