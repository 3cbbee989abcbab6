package dev.linkspan.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Faults in the order of their places: by file, line and column. Immutable; the same fault stands once. */
public record Diagnostics(List<Diagnostic> all) {

    private static final Diagnostics NONE = new Diagnostics(List.of());

    public Diagnostics {
        all = all.stream().distinct().sorted().toList();
    }

    public static Diagnostics none() {
        return NONE;
    }

    public static Diagnostics of(Diagnostic... faults) {
        return new Diagnostics(List.of(faults));
    }

    public Diagnostics and(Collection<Diagnostic> more) {
        var joined = new ArrayList<>(all);
        joined.addAll(more);
        return new Diagnostics(joined);
    }

    public boolean hasErrors() {
        return all.stream().anyMatch(it -> it.severity() == Severity.ERROR);
    }

    public boolean isEmpty() {
        return all.isEmpty();
    }
}
