package dev.linkspan.diagnostic;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * One fault, told to a person.
 *
 * @param id stable kebab-case name such as {@code unknown-region}; tests and suppressions use it, never the wording
 * @param severity whether the command can go on
 * @param summary one line: what is wrong
 * @param remedy what to do next, with an accepted form where a value was refused; may be empty
 * @param source where it is wrong
 * @param related a second place that takes part, such as the first of two duplicates
 */
public record Diagnostic(
        String id,
        Severity severity,
        String summary,
        String remedy,
        Optional<SourceRef> source,
        Optional<RelatedPlace> related)
        implements Comparable<Diagnostic> {

    private static final Comparator<Diagnostic> ORDER = Comparator.comparing(
                    (Diagnostic it) -> it.source().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Diagnostic::id)
            .thenComparing(Diagnostic::summary);

    public Diagnostic {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(related, "related");
    }

    public static Diagnostic error(String id, String summary, String remedy, SourceRef source) {
        return new Diagnostic(id, Severity.ERROR, summary, remedy, Optional.of(source), Optional.empty());
    }

    public static Diagnostic warning(String id, String summary, String remedy, SourceRef source) {
        return new Diagnostic(id, Severity.WARNING, summary, remedy, Optional.of(source), Optional.empty());
    }

    /** The same fault with the second place that takes part in it. */
    public Diagnostic relatedTo(String what, SourceRef place) {
        return new Diagnostic(id, severity, summary, remedy, source, Optional.of(new RelatedPlace(what, place)));
    }

    @Override
    public int compareTo(Diagnostic other) {
        return ORDER.compare(this, other);
    }

    /**
     * A second place of a fault.
     *
     * @param what its part, such as {@code first declared here}
     * @param source where it is
     */
    public record RelatedPlace(String what, SourceRef source) {
        public RelatedPlace {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(source, "source");
        }
    }
}
