package dev.linkspan.text;

import java.util.regex.Pattern;

/**
 * Text from Atlas or from specs, made fit for the middle of a line of Slack's mrkdwn: it links nothing, mentions nobody and formats
 * nothing. What is more than plain words stands in code, where servers that take Slack's messages, such as Mattermost, look for no
 * mentions either.
 */
public final class Mrkdwn {

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N},.;…:'()/+=-]*");

    /** Other characters begin a list or a quotation in Mattermost's Markdown. */
    private static final Pattern PLAIN_FIRST = Pattern.compile("[\\p{L}('].*");

    /** An :emoji:, and a domain, which Slack links by itself. */
    private static final Pattern LINKED = Pattern.compile(":\\S|[\\p{L}\\p{N}]\\.[\\p{L}\\p{N}]");

    private static final PlainWords WORDS = new PlainWords(PLAIN, PLAIN_FIRST, LINKED, Mrkdwn::fenced);

    private Mrkdwn() {}

    /**
     * Plain words as they are, and as code what stands between the first and the last word that is more.
     *
     * @param longest how many UTF-16 units of the text are kept
     */
    public static String text(String text, int longest) {
        return WORDS.of(Untrusted.oneLine(text, longest));
    }

    /** As code, on one line; an empty text stays empty. */
    public static String code(String text, int longest) {
        return fenced(Untrusted.oneLine(text, longest));
    }

    /** A backtick would end the code, and nothing escapes it. */
    private static String fenced(String line) {
        return line.isEmpty() ? "" : "`" + escaped(line).replace('`', '\u02cb') + "`";
    }

    /** All that Slack asks to be escaped: without angle brackets there is neither a link nor a mention. */
    private static String escaped(String line) {
        return line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
