package dev.linkspan.cli;

import dev.linkspan.document.Notation;

/** A form of output for what is only looked at. Its words are a contract: scripts depend on them. */
enum DocumentFormat {
    text,
    json,
    yaml;

    /** Only for a document. */
    Notation notation() {
        return this == json ? Notation.JSON : Notation.YAML;
    }
}
