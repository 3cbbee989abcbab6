package dev.linkspan.audit;

import dev.linkspan.diagnostic.SourceRef;
import java.util.Objects;
import java.util.Optional;

/**
 * What to do about a finding.
 *
 * @param remedy a sentence or two; empty when nobody knows
 * @param snippet spec text that would describe what Atlas has, where that is one way out
 * @param source the nearest place in a spec: where the thing is declared, or the block it would have to stand in
 */
public record Advice(String remedy, Optional<String> snippet, Optional<SourceRef> source) {

    public Advice {
        Objects.requireNonNull(remedy, "remedy");
        Objects.requireNonNull(snippet, "snippet");
        Objects.requireNonNull(source, "source");
    }

    static Advice of(String remedy, SourceRef source) {
        return new Advice(remedy, Optional.empty(), Optional.of(source));
    }

    static Advice of(String remedy, SourceRef source, Optional<String> snippet) {
        return new Advice(remedy, snippet, Optional.of(source));
    }
}
