package dev.linkspan.cli;

import dev.linkspan.document.Notation;
import picocli.CommandLine.Option;

/** How what was looked at is told. */
final class FormatOption {

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (default), json or yaml.")
    private DocumentFormat format;

    /** Whether people read it, and not programs. */
    boolean isText() {
        return format == DocumentFormat.text;
    }

    /** Only where it is no text. */
    Notation notation() {
        return format.notation();
    }

    /** As it was written on the command line. */
    @Override
    public String toString() {
        return "--format " + format;
    }
}
