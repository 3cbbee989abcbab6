package dev.linkspan.cli.view;

/** How a piece of text stands out on a terminal, by what it means. */
public enum Style {
    STRONG("1"),
    FAINT("2"),
    GOOD("32"),
    CAREFUL("33"),
    BAD("31"),
    BOTH("35");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The text between the escape sequences that start and end this style (ECMA-48 SGR). */
    String around(String text) {
        return "\033[" + code + "m" + text + "\033[0m";
    }
}
