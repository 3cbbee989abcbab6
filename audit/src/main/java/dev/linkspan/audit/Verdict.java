package dev.linkspan.audit;

import java.util.Locale;

/** What a whole audit comes to. */
public enum Verdict {
    /** Everything declared was seen, and nothing counts against it. */
    CLEAN(0),
    /** Something is not as specs say. */
    FINDINGS(2),
    /** Something could not be seen, so the answer is not known, whatever else was found. */
    INCOMPLETE(3);

    private final int exitStatus;

    Verdict(int exitStatus) {
        this.exitStatus = exitStatus;
    }

    /** The exit status of the command, as for every Linkspan command. */
    public int exitStatus() {
        return exitStatus;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
