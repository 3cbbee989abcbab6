package dev.linkspan.text;

/**
 * Text from Atlas or from specs, made fit for one line of a terminal or log: characters that move the cursor, change
 * colours, reverse the reading order or hide are shown as {@code \\u{…}}.
 */
public final class Untrusted {

    private Untrusted() {}

    /** The text on one line, with nothing in it that a terminal would obey. */
    public static String oneLine(String text) {
        if (text.codePoints().allMatch(Untrusted::isHarmless)) {
            return text;
        }
        var shown = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(it -> append(shown, it));
        return shown.toString();
    }

    /** The same, cut so that at most this many UTF-16 units are shown, the last one an ellipsis if it was cut. */
    public static String oneLine(String text, int longest) {
        var shown = new StringBuilder(Math.min(text.length(), longest) + 16);
        int fitting = 0;
        for (var rest = text.codePoints().iterator(); rest.hasNext() && shown.length() <= longest; ) {
            append(shown, rest.nextInt());
            fitting = shown.length() < longest ? shown.length() : fitting;
        }
        return shown.length() <= longest ? shown.toString() : shown.substring(0, fitting) + "…";
    }

    private static void append(StringBuilder shown, int codePoint) {
        if (isHarmless(codePoint)) {
            shown.appendCodePoint(codePoint);
        } else if (codePoint == '\n') {
            shown.append("\\n");
        } else if (codePoint == '\r') {
            shown.append("\\r");
        } else if (codePoint == '\t') {
            shown.append("\\t");
        } else {
            shown.append("\\u{").append(Integer.toHexString(codePoint)).append('}');
        }
    }

    private static boolean isHarmless(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
