package dev.linkspan.cli.view;

import java.io.PrintStream;
import java.util.Objects;

/**
 * Where a view prints. Text from Atlas, specs and settings goes through {@link dev.linkspan.text.Untrusted} before it gets
 * here; this class obeys what it is given.
 */
public final class Printer {

    private final PrintStream stream;
    private final boolean isColored;

    public Printer(PrintStream stream, boolean isColored) {
        this.stream = Objects.requireNonNull(stream, "stream");
        this.isColored = isColored;
    }

    /** Ends every line alike on all systems, so that output can be compared byte by byte. */
    public void line(String text) {
        stream.print(text + "\n");
        stream.flush();
    }

    /** Whole lines, as they are. */
    public void text(String lines) {
        stream.print(lines);
        stream.flush();
    }

    public void line() {
        line("");
    }

    /** The text in this style, or as it is where there is no colour. */
    public String in(Style style, String text) {
        return isColored && !text.isEmpty() ? style.around(text) : text;
    }
}
