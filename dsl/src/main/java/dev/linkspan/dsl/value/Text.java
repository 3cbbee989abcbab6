package dev.linkspan.dsl.value;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Values put into words as Groovy does, with the length on the meter before it is made. */
public final class Text {

    /** How values are written: as text, with quotes around texts, or as Java writes what a map entry holds. */
    private enum Style {
        PLAIN,
        QUOTED,
        JAVA
    }

    private static final int DEEPEST = 200;
    private static final int INTERPOLATION = 10;

    private final Meter meter;

    public Text(Meter meter) {
        this.meter = Objects.requireNonNull(meter, "meter");
    }

    /** As {@code "${value}"} and {@code toString()} show it: {@code [1, a, k:v]}. */
    public String of(Object value) {
        if (value instanceof String it) {
            return it;
        }
        return written(value, Style.PLAIN);
    }

    /** As {@code inspect()} shows it: texts in quotes. */
    public String inspected(Object value) {
        return written(value, Style.QUOTED);
    }

    /** The words of several values in a row. */
    public String joined(List<Object> parts) {
        var out = new StringBuilder();
        parts.forEach(it -> write(out, it, Style.PLAIN, 0));
        return out.toString();
    }

    /** The same inside an interpolated text, where a range shows its elements. */
    String interpolated(List<Object> parts) {
        meter.work(INTERPOLATION);
        var out = new StringBuilder();
        for (Object part : parts) {
            if (part instanceof Span it) {
                writeAll(out, it, Style.PLAIN, 0);
            } else {
                write(out, part, Style.PLAIN, 0);
            }
        }
        return out.toString();
    }

    private String written(Object value, Style style) {
        var out = new StringBuilder();
        write(out, value, style, 0);
        return out.toString();
    }

    private void write(StringBuilder out, Object value, Style style, int depth) {
        meter.work(1);
        if (depth > DEEPEST) {
            throw new SpecFault(
                    "too-deep", "These values lie more than " + DEEPEST + " deep in one another", "Use flatter ones.");
        }
        if (value instanceof Collection<?> it && !(value instanceof Span)) {
            writeAll(out, it, style, depth);
        } else if (value instanceof Map<?, ?> it) {
            writeEntries(out, it, style, depth);
        } else if (value instanceof Map.Entry<?, ?> it) {
            write(out, it.getKey(), Style.JAVA, depth + 1);
            append(out, "=");
            write(out, it.getValue(), Style.JAVA, depth + 1);
        } else if (style == Style.QUOTED && value instanceof Span range) {
            append(out, range.inspected());
        } else {
            append(out, style == Style.QUOTED && Kinds.isText(value) ? quoted(value) : String.valueOf(value));
        }
    }

    private void writeAll(StringBuilder out, Collection<?> values, Style style, int depth) {
        append(out, "[");
        String between = "";
        for (Object value : values) {
            append(out, between);
            between = ", ";
            if (value == values) {
                append(out, "(this Collection)");
            } else {
                write(out, value, style, depth + 1);
            }
        }
        append(out, "]");
    }

    private void writeEntries(StringBuilder out, Map<?, ?> map, Style style, int depth) {
        boolean isJava = style == Style.JAVA;
        append(out, isJava ? "{" : map.isEmpty() ? "[:" : "[");
        String between = "";
        for (var entry : map.entrySet()) {
            append(out, between);
            between = ", ";
            write(out, entry.getKey(), style, depth + 1);
            append(out, isJava ? "=" : ":");
            if (entry.getValue() == map) {
                append(out, "(this Map)");
            } else {
                write(out, entry.getValue(), style, depth + 1);
            }
        }
        append(out, isJava ? "}" : "]");
    }

    private void append(StringBuilder out, String piece) {
        meter.make(2L * piece.length());
        out.append(piece);
    }

    private static String quoted(Object value) {
        String quote = value instanceof String ? "'" : "\"";
        String escaped = value.toString()
                .replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t")
                .replace("\f", "\\f");
        return quote + escaped.replace(quote, "\\" + quote) + quote;
    }
}
