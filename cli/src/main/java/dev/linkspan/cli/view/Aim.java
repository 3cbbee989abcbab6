package dev.linkspan.cli.view;

/** What a plan is for, which decides how an empty one is put into words. */
public enum Aim {
    /** To make Atlas as declared. */
    DECLARED("plan", "No changes. Atlas is as the specs say.", "No changes. Everything declared is in place", "Apply"),
    /** To remove what is declared. */
    DESTROYED(
            "plan to destroy",
            "Nothing to destroy. Atlas has nothing of what the specs declare.",
            "Nothing is destroyed",
            "Destroy");

    private final String title;
    private final String nothing;
    private final String nothingPermitted;
    private final String command;

    Aim(String title, String nothing, String nothingPermitted, String command) {
        this.title = title;
        this.nothing = nothing;
        this.nothingPermitted = nothingPermitted;
        this.command = command;
    }

    /** What a plan with this aim is called. */
    String title() {
        return title;
    }

    /** When there is no step to take. */
    String nothing() {
        return nothing;
    }

    /** When the only steps are deletes that are held back. */
    String nothingPermitted() {
        return nothingPermitted;
    }

    /** What carries such a plan out, as the first word of a sentence. */
    String command() {
        return command;
    }
}
