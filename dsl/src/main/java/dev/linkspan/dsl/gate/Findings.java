package dev.linkspan.dsl.gate;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.dsl.eval.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.codehaus.groovy.ast.ASTNode;

/** The faults that the gate has found in one file so far. */
final class Findings {

    private static final int MOST = 100;

    private final SourceText source;
    private final List<Diagnostic> all = new ArrayList<>();
    private Place last = new Place(1, 1);

    Findings(SourceText source) {
        this.source = Objects.requireNonNull(source, "source");
    }

    List<Diagnostic> all() {
        return all;
    }

    void refuse(ASTNode node, String id, String summary, String remedy) {
        if (all.size() < MOST) {
            all.add(Diagnostic.error(id, summary, remedy, source.at(place(node))));
        }
    }

    /** Whether a node starts with a quote, and so is a value and no name. */
    boolean isQuoted(ASTNode node) {
        var at = source.at(place(node));
        return at.column() <= at.excerpt().length()
                && "'\"".indexOf(at.excerpt().charAt(at.column() - 1)) >= 0;
    }

    /** Where a node stands; for one that Groovy made up itself, where the last one stood. */
    Place place(ASTNode node) {
        if (node.getLineNumber() > 0) {
            last = new Place(node.getLineNumber(), Math.max(1, node.getColumnNumber()));
        }
        return last;
    }
}
