package dev.linkspan.audit;

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

    public boolean isAtLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
