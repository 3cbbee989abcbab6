package dev.linkspan.cli.settings;

import dev.linkspan.cli.settings.Layer.Entry;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Spelling;
import dev.linkspan.yaml.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one settings file into a layer, and collects every fault of it with its line. */
final class SettingsFile {

    private static final String EXAMPLE = "A settings file looks like this: atlas: {lanes: 4}.";

    private final String shown;
    private final Layer.Kind kind;
    private final Interpolation interpolation;
    private final List<Diagnostic> faults = new ArrayList<>();
    private final TreeMap<String, Entry> entries = new TreeMap<>();
    private final Map<String, SourceRef> keys = new HashMap<>();
    private final YamlFile yaml;

    private SettingsFile(String shown, Layer.Kind kind, Interpolation interpolation) {
        this.shown = shown;
        this.kind = kind;
        this.interpolation = interpolation;
        this.yaml = new YamlFile(
                shown,
                new YamlFile.Words("settings", "settings file", EXAMPLE),
                line -> mayHoldSecret(line) ? "" : line,
                faults::add);
    }

    /** What a file holds, and what is wrong with it. */
    record Reading(Layer layer, List<Diagnostic> faults) {}

    /** @param shown how messages call the file */
    static Reading read(Path file, String shown, Layer.Kind kind, Interpolation interpolation) {
        var reader = new SettingsFile(shown, kind, interpolation);
        reader.yaml.read(file).ifPresent(it -> reader.section("", it));
        return new Reading(Layer.of(shown, kind, reader.entries), List.copyOf(reader.faults));
    }

    private void section(String path, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            String what = path.isEmpty() ? "A settings file" : "'" + path + "'";
            fault("not-a-section", what + " holds keys with values below it", EXAMPLE, place(node.getStartMark()));
            return;
        }
        for (NodeTuple tuple : mapping.getValue()) {
            if (tuple.getKeyNode() instanceof ScalarNode key) {
                member(path.isEmpty() ? key.getValue() : path + "." + key.getValue(), key, tuple.getValueNode());
            } else {
                fault(
                        "malformed-key",
                        "A key is a plain word",
                        EXAMPLE,
                        place(tuple.getKeyNode().getStartMark()));
            }
        }
    }

    private void member(String path, ScalarNode key, Node value) {
        var first = keys.putIfAbsent(path, place(key.getStartMark()));
        if (first != null) {
            faults.add(Diagnostic.error(
                            "duplicate-setting",
                            "'" + path + "' is set twice",
                            "Remove one.",
                            place(key.getStartMark()))
                    .relatedTo("first set here", first));
            return;
        }
        if (Key.isSection(path)) {
            if (!YamlFile.isNull(value)) {
                section(path, value);
            }
        } else if (path.startsWith(Key.PARAM_PREFIX)) {
            scalar(path, key, value);
        } else {
            Key.at(path).ifPresentOrElse(it -> known(it, key, value), () -> unknown(path, key));
        }
    }

    private void known(Key key, ScalarNode word, Node value) {
        if (kind == Layer.Kind.SHARED_FILE && key.isCredential()) {
            fault(
                    "credential-in-shared-file",
                    "'" + key.path() + "' may not stand in " + shown
                            + ", which is shared with whoever sees the repository",
                    "Remove it, replace the credential if the file was ever committed, and set " + elsewhere(key),
                    placeOnly(word.getStartMark()));
        } else if (kind == Layer.Kind.SHARED_FILE && key.isAboutHearers()) {
            fault(
                    "hearer-in-shared-file",
                    "'" + key.path() + "' may not stand in " + shown
                            + ": a repository is not to say who hears of audits, or through which server",
                    "Remove it, and set " + elsewhere(key),
                    placeOnly(word.getStartMark()));
        } else {
            scalar(key.path(), word, value);
        }
    }

    private static String elsewhere(Key key) {
        return key.variables().get(0) + " or use ~/.config/linkspan/linkspan.yaml.";
    }

    private void unknown(String path, ScalarNode word) {
        var known = Stream.concat(Arrays.stream(Key.values()).map(Key::path), Stream.of(Key.PARAMS))
                .toList();
        String remedy = Spelling.nearest(path, known)
                .or(() -> sameLastWord(path, known))
                .map(it -> "Did you mean '" + it + "'?")
                .orElse("The keys are " + String.join(", ", known) + ".");
        var mark = word.getStartMark();
        fault(
                "unknown-setting",
                "There is no setting '" + path + "'",
                remedy,
                Key.isAmongSecrets(path) ? placeOnly(mark) : place(mark));
    }

    /** {@code lanes} at the top is meant as {@code atlas.lanes}. */
    private static Optional<String> sameLastWord(String path, List<String> known) {
        Function<String, String> last = it -> it.substring(it.lastIndexOf('.') + 1);
        return known.stream()
                .filter(it -> last.apply(it).equals(last.apply(path)))
                .findFirst();
    }

    private void scalar(String path, ScalarNode word, Node value) {
        if (!(value instanceof ScalarNode text) || YamlFile.isNull(value)) {
            fault("not-a-value", "'" + path + "' takes one text or number", EXAMPLE, place(word.getStartMark()));
            return;
        }
        boolean isSecret = Key.at(path).filter(Key::isCredential).isPresent();
        var place = Key.at(path).filter(Key::mayHoldSecret).isPresent()
                ? placeOnly(text.getStartMark())
                : place(text.getStartMark());
        try {
            var resolved = interpolation.resolve(text.getValue(), isSecret);
            entries.put(path, new Entry(resolved, path, Optional.of(place)));
        } catch (Refusal refusal) {
            fault(refusal.id(), refusal.summary(), refusal.remedy(), place);
        }
    }

    private void fault(String id, String summary, String remedy, SourceRef place) {
        faults.add(Diagnostic.error(id, summary, remedy, place));
    }

    private SourceRef place(Mark mark) {
        return yaml.place(mark);
    }

    private SourceRef placeOnly(Mark mark) {
        return new SourceRef(shown, mark.getLine() + 1, mark.getColumn() + 1, "");
    }

    /** A fault may stand on the very line of a credential, which must not be shown. */
    private static boolean mayHoldSecret(String line) {
        return Arrays.stream(Key.values())
                .filter(Key::mayHoldSecret)
                .anyMatch(it -> line.contains(it.path().substring(it.path().lastIndexOf('.') + 1)));
    }
}
