package dev.linkspan.cli.view;

/** What a plan is for, which decides how an empty one is put into words. */
public enum Aim {
    /** To make Atlas as declared. */
    DECLARED(
            "No changes. Atlas is as the specs say.",
            "No changes. Everything declared is in place",
            "Apply",
            "plan",
            "'linkspan wait' with the same specs waits for it, and 'linkspan apply' does what is then left."),
    /** To remove what is declared. */
    DESTROYED(
            "Nothing to destroy. Atlas has nothing of what the specs declare.",
            "Nothing is destroyed",
            "Destroy",
            "plan to destroy",
            "'linkspan destroy' with the same specs waits for it and does what is then left.");

    private final String nothing;
    private final String nothingPermitted;
    private final String command;
    private final String title;
    private final String onward;

    Aim(String nothing, String nothingPermitted, String command, String title, String onward) {
        this.nothing = nothing;
        this.nothingPermitted = nothingPermitted;
        this.command = command;
        this.title = title;
        this.onward = onward;
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

    /** What such a plan is called. */
    String title() {
        return title;
    }

    /** What to do once something is left under way. */
    String onward() {
        return onward;
    }
}
