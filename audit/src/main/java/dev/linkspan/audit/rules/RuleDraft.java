package dev.linkspan.audit.rules;

import dev.linkspan.audit.Finding;
import dev.linkspan.audit.Severity;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.AddressPattern;
import dev.linkspan.yaml.YamlFile;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One rule of a file while it is read. */
final class RuleDraft {

    /** The keys of a rule; their words are those of the file. */
    private enum Key {
        ADDRESS,
        KIND,
        SEVERITY,
        GRADE,
        REASON,
        OWNER,
        UNTIL;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final List<Key> NEEDED = List.of(Key.ADDRESS, Key.REASON, Key.OWNER, Key.UNTIL);

    private final YamlFile yaml;
    private final List<Diagnostic> faults;
    private final SourceRef place;
    private final Map<Key, List<ScalarNode>> values = new EnumMap<>(Key.class);
    private final int faultsBefore;

    RuleDraft(YamlFile yaml, List<Diagnostic> faults, MappingNode mapping) {
        this.yaml = yaml;
        this.faults = faults;
        this.faultsBefore = faults.size();
        this.place = yaml.place(mapping.getStartMark());
        mapping.getValue().forEach(this::take);
    }

    /** Empty when it has a fault, which is told then. */
    Optional<Rule> rule() {
        NEEDED.stream()
                .filter(it -> !values.containsKey(it))
                .forEach(it -> fault(
                        "incomplete-rule",
                        "This rule has no '" + it.word() + "'",
                        "A rule says what it is about, why, who answers for it, and until when: address, reason, owner, until.",
                        place));
        var kinds = words(
                Key.KIND,
                RulesFile::kind,
                RulesFile.kinds().stream().map(Finding.Kind::word).toList());
        var severities = words(Key.SEVERITY, RulesFile::severity, severityWords());
        var grades = words(Key.GRADE, RulesFile::severity, severityWords());
        var until = text(Key.UNTIL).flatMap(this::date);
        if (faults.size() > faultsBefore) {
            return Optional.empty();
        }
        return Optional.of(new Rule(
                new AddressPattern(text(Key.ADDRESS).orElseThrow().getValue()),
                kinds,
                severities,
                grades.stream().findFirst(),
                text(Key.REASON).orElseThrow().getValue(),
                text(Key.OWNER).orElseThrow().getValue(),
                until.orElseThrow(),
                place));
    }

    private void take(NodeTuple tuple) {
        var word = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
        var key =
                Arrays.stream(Key.values()).filter(it -> it.word().equals(word)).findFirst();
        if (key.isEmpty()) {
            var known = Arrays.stream(Key.values()).map(Key::word).toList();
            fault(
                    "unknown-key",
                    "A rule has no key '" + word + "'",
                    RulesFile.meant(word, known),
                    yaml.place(tuple.getKeyNode().getStartMark()));
        } else if (values.put(key.get(), scalars(key.get(), tuple.getValueNode())) != null) {
            fault(
                    "duplicate-key",
                    "'" + word + "' stands twice in this rule",
                    "Remove one.",
                    yaml.place(tuple.getKeyNode().getStartMark()));
        }
    }

    private List<ScalarNode> scalars(Key key, Node value) {
        boolean mayBeList = key == Key.KIND || key == Key.SEVERITY;
        var nodes = mayBeList && value instanceof SequenceNode list ? list.getValue() : List.of(value);
        var scalars = new ArrayList<ScalarNode>();
        for (Node node : nodes) {
            if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
                scalars.add(scalar);
            } else {
                fault(
                        "not-a-value",
                        "'" + key.word() + "' takes " + (mayBeList ? "a word or a list of words" : "one text"),
                        "Example: " + example(key),
                        yaml.place(node.getStartMark()));
            }
        }
        return scalars;
    }

    private static String example(Key key) {
        return switch (key) {
            case ADDRESS -> "address: '5e2211c17a3e5a48f5497de3/aws/us-east-1'.";
            case KIND -> "kind: unmanaged, or kind: [unmanaged, changed].";
            case SEVERITY -> "severity: warning.";
            case GRADE -> "grade: note.";
            case REASON -> "reason: Old VPC, removed in January.";
            case OWNER -> "owner: net-team@example.com.";
            case UNTIL -> "until: 2027-01-31.";
        };
    }

    private Optional<ScalarNode> text(Key key) {
        return values.getOrDefault(key, List.of()).stream().findFirst();
    }

    private Optional<LocalDate> date(ScalarNode text) {
        try {
            return Optional.of(LocalDate.parse(text.getValue()));
        } catch (DateTimeException e) {
            fault(
                    "malformed-date",
                    "'" + text.getValue() + "' is not a day",
                    "Write year, month and day: " + example(Key.UNTIL),
                    yaml.place(text.getStartMark()));
            return Optional.empty();
        }
    }

    private <T> Set<T> words(Key key, Function<String, Optional<T>> reading, Collection<String> known) {
        var found = new TreeSet<T>();
        for (var node : values.getOrDefault(key, List.of())) {
            var value = reading.apply(node.getValue());
            if (value.isEmpty()) {
                fault(
                        "unknown-" + key.word(),
                        "'" + node.getValue() + "' is not a "
                                + (key == Key.KIND ? "kind that a rule can be about" : "severity"),
                        RulesFile.meant(node.getValue(), List.copyOf(known)),
                        yaml.place(node.getStartMark()));
            }
            value.ifPresent(found::add);
        }
        return found;
    }

    private static List<String> severityWords() {
        return Arrays.stream(Severity.values()).map(Severity::word).toList();
    }

    private void fault(String id, String summary, String remedy, SourceRef at) {
        faults.add(Diagnostic.error(id, summary, remedy, at));
    }
}
