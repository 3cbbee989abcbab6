package dev.linkspan.cli.view;

import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.diagnostic.Severity;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.text.Untrusted;
import java.util.Locale;

/**
 * Faults as people read them: the place in the form that editors link, what is wrong, the source line with a mark under
 * it, and what to do.
 */
public final class DiagnosticsView {

    private static final String INDENT = "    ";
    private static final int LONGEST_EXCERPT = 120;
    private static final int CONTEXT_BEFORE = 60;

    private final Printer printer;

    public DiagnosticsView(Printer printer) {
        this.printer = printer;
    }

    /** All faults, then their number where there are several. */
    public void print(Diagnostics diagnostics) {
        diagnostics.all().forEach(this::print);
        long errors = diagnostics.all().stream()
                .filter(it -> it.severity() == Severity.ERROR)
                .count();
        long warnings = diagnostics.all().size() - errors;
        if (errors + warnings > 1) {
            printer.line(counted(errors, "error") + (errors > 0 && warnings > 0 ? ", " : "")
                    + counted(warnings, "warning") + ".");
        }
    }

    private void print(Diagnostic diagnostic) {
        String place = diagnostic
                .source()
                .map(it -> printer.in(Style.STRONG, Untrusted.oneLine(it.toString())) + ": ")
                .orElse("");
        printer.line(place + severity(diagnostic.severity()) + ": " + Untrusted.oneLine(diagnostic.summary()));
        diagnostic.source().ifPresent(this::excerpt);
        if (!diagnostic.remedy().isEmpty()) {
            printer.line(INDENT + Untrusted.oneLine(diagnostic.remedy()));
        }
        diagnostic.related().ifPresent(it -> {
            printer.line(INDENT + Untrusted.oneLine(it.what()) + ": "
                    + Untrusted.oneLine(it.source().toString()));
            excerpt(it.source());
        });
    }

    private String severity(Severity severity) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        return printer.in(severity == Severity.ERROR ? Style.BAD : Style.CAREFUL, word);
    }

    /** The source line without its indentation; of a very long one, what stands around the place. */
    private void excerpt(SourceRef source) {
        String text = source.excerpt();
        if (text.isBlank()) {
            return;
        }
        int indentation = text.length() - text.stripLeading().length();
        int column = source.column() == 0 ? indentation : Math.min(source.column() - 1, text.length());
        int from = Math.max(Math.min(indentation, column), column - CONTEXT_BEFORE);
        int to = Math.min(text.stripTrailing().length(), from + LONGEST_EXCERPT);
        String head = (from > indentation ? "…" : "") + Untrusted.oneLine(text.substring(from, column));
        String tail = Untrusted.oneLine(text.substring(column, Math.max(column, to)))
                + (to < text.stripTrailing().length() ? "…" : "");
        printer.line(INDENT + INDENT + head + tail);
        if (source.column() > 0) {
            printer.line(
                    INDENT + INDENT + " ".repeat(head.codePointCount(0, head.length())) + printer.in(Style.BAD, "^"));
        }
    }

    private static String counted(long number, String noun) {
        return number == 0 ? "" : number + " " + noun + (number == 1 ? "" : "s");
    }
}
