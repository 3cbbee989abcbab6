package dev.linkspan.document;

import java.util.Map;
import java.util.function.Function;

/**
 * How a document is written down. Equal documents have equal texts: keys are sorted, lists keep their order. All but ASCII is escaped, so
 * that a terminal obeys nothing in it.
 *
 * <p>A document is a map with text keys of other such maps, collections, texts, whole numbers, booleans, nulls, and optional ones of these.
 */
public enum Notation {
    /** Indented by two. */
    JSON(JsonText::indented),
    /** Without any white space; fingerprints are made of it, so that its bytes must never change. */
    COMPACT_JSON(JsonText::compact),
    /** Every text is quoted, so that none is taken for a number, a date or a truth value, whatever reads it. */
    YAML(YamlText::of);

    private final Function<Map<String, ?>, String> writer;

    Notation(Function<Map<String, ?>, String> writer) {
        this.writer = writer;
    }

    /** The whole document, its last line ended, but for {@link #COMPACT_JSON}. */
    public String text(Map<String, ?> document) {
        return writer.apply(document);
    }
}
