package dev.linkspan.yaml;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.SourceRef;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.Tag;

/** One YAML file, at most 1 MiB, without anchors, nested no deeper than 20. Only its node tree is made: no object of any class. */
public final class YamlFile {

    private static final int LARGEST = 1 << 20;
    private static final int DEEPEST = 20;

    private final String shown;
    private final Words words;
    private final UnaryOperator<String> excerpt;
    private final Consumer<Diagnostic> faults;
    private List<String> lines = List.of();

    /**
     * How messages speak of a file.
     *
     * @param prefix of diagnostics' ids, such as {@code settings}
     * @param noun such as {@code settings file}
     * @param example a sentence that shows one
     */
    public record Words(String prefix, String noun, String example) {}

    /**
     * @param shown how messages call the file
     * @param excerpt what of a line may be shown
     * @param faults takes each fault as it is found
     */
    public YamlFile(String shown, Words words, UnaryOperator<String> excerpt, Consumer<Diagnostic> faults) {
        this.shown = shown;
        this.words = words;
        this.excerpt = excerpt;
        this.faults = faults;
    }

    /** What the file holds; nothing when it is empty, or cannot be read, which is a fault then. */
    public Optional<Node> read(Path file) {
        try {
            if (Files.isRegularFile(file) && Files.size(file) > LARGEST) {
                fault("too-large", "The " + words.noun() + " is larger than 1 MiB", words.example());
                return Optional.empty();
            }
            String text = Files.readString(file);
            lines = text.lines().toList();
            return document(text);
        } catch (NoSuchFileException e) {
            fault("not-found", "There is no such " + words.noun(), "Check the path.");
        } catch (CharacterCodingException e) {
            fault("not-text", "The " + words.noun() + " is not UTF-8 text", "Save it as UTF-8.");
        } catch (IOException e) {
            fault("unreadable", "The " + words.noun() + " cannot be read", "Check that it is a file and may be read.");
        }
        return Optional.empty();
    }

    private Optional<Node> document(String text) {
        var limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setMaxAliasesForCollections(0);
        try {
            return Optional.ofNullable(new Yaml(limits).compose(new StringReader(text)))
                    .filter(it -> !isNull(it));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            malformed("This is not YAML: " + e.getProblem(), mark == null ? whole() : place(mark));
        } catch (YAMLException e) {
            malformed("This is YAML that Linkspan does not read: it is too deep, or uses anchors", whole());
        }
        return Optional.empty();
    }

    private void malformed(String summary, SourceRef place) {
        faults.accept(Diagnostic.error("malformed-yaml", summary, words.example(), place));
    }

    private void fault(String id, String summary, String remedy) {
        faults.accept(Diagnostic.error(words.prefix() + "-" + id, summary, remedy, whole()));
    }

    public SourceRef whole() {
        return SourceRef.wholeFile(shown);
    }

    public SourceRef place(Mark mark) {
        int line = mark.getLine() + 1;
        String text = line <= lines.size() ? lines.get(line - 1) : "";
        return new SourceRef(shown, line, mark.getColumn() + 1, excerpt.apply(text));
    }

    public static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
