package dev.linkspan.dsl.gate;

import dev.linkspan.diagnostic.Diagnostic;
import java.util.List;

/** A first look at the text before the parser sees it. */
final class Tokens {

    private Tokens() {}

    static List<Diagnostic> check(SourceText source) {
        return List.of();
    }
}
