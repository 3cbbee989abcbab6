package dev.linkspan.audit.history;

import java.util.Locale;

/** What a run makes of a finding, in the light of the runs of the same scope before it. */
public enum Standing {
    /** Seen, and not by the last run that looked at its address. */
    NEW,
    /** Seen, as it was before. */
    STILL,
    /** Seen, and within the week before the run it went at least three times. */
    FLAPPING,
    /** Not there any more: this run looked at its address, and it was gone. */
    RESOLVED,
    /** Open, and this run could not look. */
    UNKNOWN;

    /** Such as {@code new}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
