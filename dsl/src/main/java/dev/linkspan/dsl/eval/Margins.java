package dev.linkspan.dsl.eval;

import java.util.List;
import java.util.stream.Collectors;

/** Texts of several lines without the indentation that they have in the spec. */
final class Margins {

    private Margins() {}

    /** Without the indentation that all lines share; lines of nothing but blanks do not count. */
    static String stripIndent(String text) {
        if (text.isEmpty()) {
            return text;
        }
        List<String> lines = text.lines().toList();
        int shared = lines.stream()
                .filter(it -> !it.isBlank())
                .mapToInt(Margins::indent)
                .min()
                .orElse(0);
        return joined(
                text,
                lines.stream()
                        .map(it -> it.substring(Math.min(shared, it.length())))
                        .collect(Collectors.joining("\n")));
    }

    /** Without the blanks before a mark and the mark itself, on each line that has one. */
    static String stripMargin(String text, String mark) {
        return joined(text, text.lines().map(it -> withoutMargin(it, mark)).collect(Collectors.joining("\n")));
    }

    private static String withoutMargin(String line, String mark) {
        int indent = indent(line);
        return line.startsWith(mark, indent) ? line.substring(indent + mark.length()) : line;
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && line.charAt(indent) <= ' ') {
            indent++;
        }
        return indent;
    }

    private static String joined(String original, String lines) {
        return original.endsWith("\n") ? lines + "\n" : lines;
    }
}
