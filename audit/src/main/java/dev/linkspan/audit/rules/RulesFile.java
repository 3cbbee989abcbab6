package dev.linkspan.audit.rules;

import dev.linkspan.audit.Finding;
import dev.linkspan.audit.Severity;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.Spelling;
import dev.linkspan.yaml.YamlFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads {@code audit-rules.yaml}: a list under the key {@code rules}. Every fault is collected with its place; a file with a fault
 * has no rules at all, since half of them would tell half of the truth.
 */
public final class RulesFile {

    private static final YamlFile.Words WORDS = new YamlFile.Words(
            "rules",
            "rules file",
            "A rules file looks like this: rules: [{address: '*/aws/us-east-1', kind: unmanaged, reason: Old VPC, owner: net-team,"
                    + " until: 2027-01-31}].");

    private final List<Diagnostic> faults = new ArrayList<>();
    private final YamlFile yaml;

    private RulesFile(String shown) {
        this.yaml = new YamlFile(shown, WORDS, UnaryOperator.identity(), faults::add);
    }

    /** What a file holds; no rules where there are faults. */
    public record Reading(Rules rules, Diagnostics faults) {}

    /** @param shown how messages call the file */
    public static Reading read(Path file, String shown) {
        var reader = new RulesFile(shown);
        var rules = reader.yaml.read(file).map(reader::document).orElseGet(List::of);
        var faults = new Diagnostics(reader.faults);
        return new Reading(faults.hasErrors() ? Rules.none() : new Rules(rules), faults);
    }

    private List<Rule> document(Node root) {
        if (!(root instanceof MappingNode mapping)) {
            fault("not-rules", "A rules file holds the key 'rules'", root);
            return List.of();
        }
        var rules = new ArrayList<Rule>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode key && key.getValue().equals("rules"))) {
                fault("unknown-key", "A rules file holds the key 'rules' and no other", tuple.getKeyNode());
            } else if (tuple.getValueNode() instanceof SequenceNode list) {
                list.getValue().forEach(it -> rule(it).ifPresent(rules::add));
            } else if (!YamlFile.isNull(tuple.getValueNode())) {
                fault("not-rules", "'rules' is a list", tuple.getValueNode());
            }
        }
        return rules;
    }

    private Optional<Rule> rule(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            fault("not-a-rule", "A rule is a group of keys", node);
            return Optional.empty();
        }
        var draft = new RuleDraft(yaml, faults, mapping);
        return draft.rule();
    }

    private void fault(String id, String summary, Node node) {
        faults.add(Diagnostic.error(id, summary, WORDS.example(), yaml.place(node.getStartMark())));
    }

    /** The kinds that a rule may be about, by their words. */
    static Optional<Finding.Kind> kind(String word) {
        return kinds().stream().filter(it -> it.word().equals(word)).findFirst();
    }

    static List<Finding.Kind> kinds() {
        return List.of(Finding.Kind.values()).stream()
                .filter(it -> it != Finding.Kind.NOT_SEEN && !it.isAboutRules())
                .toList();
    }

    static Optional<Severity> severity(String word) {
        return List.of(Severity.values()).stream()
                .filter(it -> it.word().equals(word))
                .findFirst();
    }

    /** "Did you mean", or all there are. */
    static String meant(String word, List<String> known) {
        return Spelling.nearest(word, known)
                .map(it -> "Did you mean '" + it + "'?")
                .orElse("Use one of " + String.join(", ", known) + ".");
    }
}
