package dev.linkspan.diagnostic;

/** How grave a {@link Diagnostic} is, gravest first. */
public enum Severity {
    /** The command cannot go on. */
    ERROR,
    /** The command goes on; somebody should look. */
    WARNING
}
