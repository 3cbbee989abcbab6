package dev.linkspan.audit;

import dev.linkspan.model.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** How grave a finding is, gravest first. */
public enum Severity {
    /** Something declared cannot be used, or could not be looked at. */
    ERROR,
    /** Atlas is not as specs say; what is declared can be used. */
    WARNING,
    /** Nothing to do now; time will tell. */
    NOTE;

    /** The word that options and reports use: {@code error}, {@code warning}, {@code note}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The severity of this word.
     *
     * @throws Refusal for any other word
     */
    public static Severity parse(String word) {
        return Arrays.stream(values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(
                        "unknown-severity", "'" + word + "' is not a severity", "Use error, warning or note."));
    }

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
