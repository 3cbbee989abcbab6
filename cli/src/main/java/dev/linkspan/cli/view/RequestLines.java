package dev.linkspan.cli.view;

import dev.linkspan.atlas.http.RequestLog;
import dev.linkspan.text.Untrusted;

/** A line for each request to Atlas, for {@code --log-level debug}. */
public final class RequestLines implements RequestLog {

    private final Printer printer;

    public RequestLines(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void requested(Line line) {
        String status = line.status().isPresent()
                ? Integer.toString(line.status().getAsInt())
                : line.failure().orElse("no answer");
        String attempt = line.attempt() > 1 ? " (attempt " + line.attempt() + ")" : "";
        printer.line(printer.in(
                Style.FAINT,
                Untrusted.oneLine("%s %s -> %s in %d ms%s"
                        .formatted(line.verb(), line.path(), status, line.took().toMillis(), attempt))));
    }
}
