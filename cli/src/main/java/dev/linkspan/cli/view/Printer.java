package dev.linkspan.cli.view;

import java.io.PrintStream;
import java.util.Objects;

/**
 * Where a view prints. Text from Atlas, specs and settings goes through {@link dev.linkspan.text.Untrusted} before it gets
 * here; this class obeys what it is given. Only a {@link WorkflowCommand} can command the runner of a pipeline that reads the output.
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
        text(text + "\n");
    }

    /** Whole lines, as they are. */
    public void text(String lines) {
        stream.print(WorkflowCommand.disarmed(lines));
        stream.flush();
    }

    /** On a line of its own, to be obeyed. */
    void command(WorkflowCommand command) {
        stream.print(command.line() + "\n");
        stream.flush();
    }

    public void line() {
        line("");
    }

    public boolean isColored() {
        return isColored;
    }

    /** The text in this style, or as it is where there is no colour. */
    public String in(Style style, String text) {
        return isColored && !text.isEmpty() ? style.around(text) : text;
    }
}
