package dev.linkspan.text;

import java.util.regex.Pattern;

/**
 * Text from Atlas or from specs, made fit for the middle of a line of GitHub Flavored Markdown, also inside a table: it ends no
 * cell, opens no tag, links nothing and mentions nobody. What is more than plain words stands in {@code <code>}, where GitHub and
 * GitLab look for neither mentions nor references, with character references in place of everything that Markdown reads.
 */
public final class Markdown {

    private static final int LONGEST = 600;
    private static final int SHORTEST_FENCE = 3;

    /** A word and its punctuation. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N},.;…:'()/+=-]*");

    /** What a text may begin with: another character may begin a list inside a list item. */
    private static final Pattern PLAIN_FIRST = Pattern.compile("[\\p{L}('].*");

    /** What GitHub or GitLab make links or pictures of, though it looks like words: addresses, GH-1, commit ids, :emoji:. */
    private static final Pattern LINKED = Pattern.compile("(?i)www\\.|\\bgh-\\d|:\\S|\\b\\p{XDigit}{7,}\\b");

    private static final PlainWords WORDS = new PlainWords(PLAIN, PLAIN_FIRST, LINKED, Markdown::code);

    /** A backslash of the text stays one: no character that it could escape is left. */
    private static final String SAFE_IN_CODE = " ,;()/'=-";

    /** What holds an address together. Some renderers look for addresses after they have replaced references, even in code. */
    private static final String LINKING = "@:.";

    private static final String BREAK = "<wbr>";

    private Markdown() {}

    /** Plain words as they are, and as code what stands between the first and the last word that is more. */
    public static String text(String text) {
        return WORDS.of(Untrusted.oneLine(text, LONGEST));
    }

    /** As code, on one line; cut where it is very long. */
    public static String code(String text) {
        var code = new StringBuilder("<code>");
        Untrusted.oneLine(text, LONGEST).codePoints().forEach(it -> append(code, it));
        return code.append("</code>").toString();
    }

    private static void append(StringBuilder code, int codePoint) {
        if (codePoint >= 0x80 || Character.isLetterOrDigit(codePoint) || SAFE_IN_CODE.indexOf(codePoint) >= 0) {
            code.appendCodePoint(codePoint);
            return;
        }
        code.append("&#").append(codePoint).append(';');
        if (LINKING.indexOf(codePoint) >= 0) {
            code.append(BREAK);
        }
    }

    /** Lines as a block of code, each on a line of its own and without what a terminal would obey. */
    public static String block(String language, String lines) {
        String fence = "`".repeat(Math.max(SHORTEST_FENCE, longestRun(lines) + 1));
        var block = new StringBuilder(fence).append(language).append('\n');
        lines.lines().forEach(it -> block.append(Untrusted.oneLine(it, LONGEST)).append('\n'));
        return block.append(fence).toString();
    }

    private static int longestRun(String text) {
        return Pattern.compile("`+")
                .matcher(text)
                .results()
                .mapToInt(it -> it.group().length())
                .max()
                .orElse(0);
    }
}
