package dev.linkspan.cli.view;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.diagnostic.Severity;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.BlindSpot;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Faults of specs, and what could not be read, as annotations that GitHub shows beside the lines of a pull request. */
public final class AnnotationsView {

    /** GitHub shows so many of each kind for a step. */
    private static final int MOST = 10;

    private final Printer printer;
    private final UnaryOperator<String> path;

    /** @param path from the file as the user gave it to the file as the repository knows it */
    public AnnotationsView(Printer printer, UnaryOperator<String> path) {
        this.printer = printer;
        this.path = path;
    }

    public void print(Diagnostics diagnostics) {
        for (var severity : Severity.values()) {
            diagnostics.all().stream()
                    .filter(it -> it.severity() == severity)
                    .limit(MOST)
                    .forEach(this::print);
        }
    }

    public void print(Collection<BlindSpot> spots) {
        spots.stream()
                .limit(MOST)
                .forEach(it -> printer.command(new WorkflowCommand(
                        "warning",
                        Map.of("title", "Linkspan: could not be read"),
                        it.address() + ": " + it.why() + "\n" + it.remedy())));
    }

    private void print(Diagnostic diagnostic) {
        var properties = new TreeMap<String, String>();
        properties.put("title", "Linkspan: " + diagnostic.id());
        diagnostic.source().ifPresent(it -> properties.putAll(place(it)));
        printer.command(new WorkflowCommand(
                diagnostic.severity() == Severity.ERROR ? "error" : "warning",
                properties,
                diagnostic.summary() + "\n" + diagnostic.remedy()));
    }

    private Map<String, String> place(SourceRef source) {
        var place = new TreeMap<>(Map.of("file", path.apply(source.file())));
        if (source.line() > 0) {
            place.put("line", Integer.toString(source.line()));
        }
        if (source.column() > 0) {
            place.put("col", Integer.toString(source.column()));
        }
        return place;
    }
}
