package dev.linkspan.audit.history;

import dev.linkspan.model.Refusal;

/** Text in a form that every database takes: PostgreSQL refuses NUL, and half a surrogate pair is no character. */
final class StoredText {

    private static final char REPLACEMENT = '\uFFFD';

    private StoredText() {}

    static String of(String text) {
        var stored = new StringBuilder(text.length());
        text.codePoints().forEach(it -> stored.appendCodePoint(isStorable(it) ? it : REPLACEMENT));
        return stored.toString();
    }

    /** At most so many UTF-16 units, the last one an ellipsis where it was cut. */
    static String of(String text, int longest) {
        if (text.length() <= longest) {
            return of(text);
        }
        int end = Character.isHighSurrogate(text.charAt(longest - 2)) ? longest - 2 : longest - 1;
        return of(text.substring(0, end)) + "…";
    }

    /** A name that rows are found by: neither empty nor longer than an index takes. */
    static String name(String text, int longest, String noun) {
        if (text.isBlank() || text.length() > longest) {
            throw new Refusal(
                    "malformed-" + noun.replace(' ', '-'),
                    "A " + noun + " has 1 to " + longest + " characters, not " + text.length(),
                    "Give it a shorter name, or any at all.");
        }
        return of(text);
    }

    private static boolean isStorable(int codePoint) {
        return codePoint != 0 && Character.getType(codePoint) != Character.SURROGATE;
    }
}
