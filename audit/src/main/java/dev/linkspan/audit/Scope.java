package dev.linkspan.audit;

import java.util.Locale;

/** What an audit holds Atlas against. */
public enum Scope {
    /** What specs declare. */
    SPECS,
    /** Nothing: whether what is there is well. */
    HEALTH;

    /** The word that reports and the history use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
