package dev.linkspan.text;

import java.util.stream.Collectors;

/** Text from Atlas as a literal of a spec. */
public final class SpecLiteral {

    private SpecLiteral() {}

    /** A Groovy string literal that holds exactly this text and breaks out of nothing. */
    public static String quoted(String text) {
        return text.chars().mapToObj(it -> escaped((char) it)).collect(Collectors.joining("", "'", "'"));
    }

    private static String escaped(char it) {
        if (it == '\'' || it == '\\') {
            return "\\" + it;
        }
        return it >= ' ' && it < 0x7f ? String.valueOf(it) : "\\u%04x".formatted((int) it);
    }
}
