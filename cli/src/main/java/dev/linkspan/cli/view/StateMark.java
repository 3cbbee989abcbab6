package dev.linkspan.cli.view;

import dev.linkspan.readiness.State;
import java.util.Locale;

/** How each state of a thing is put into words. */
enum StateMark {
    READY(Style.GOOD, "ready", ""),
    SETTLING(Style.CAREFUL, "not ready", "Run the same command again to go on waiting."),
    LEAVING(Style.CAREFUL, "leaving", "Run the same command again to go on waiting."),
    FAILED(Style.BAD, "failed", "Waiting does not mend it: 'linkspan plan' shows what 'linkspan apply' does about it."),
    MISSING(Style.CAREFUL, "missing", "'linkspan apply' with the same specs creates it."),
    CHANGED(Style.CAREFUL, "changed", "'linkspan apply' with the same specs sets it right."),
    ABSENT(
            Style.BAD,
            "absent",
            "Atlas does not have it: 'linkspan list' with the project shows the addresses there are."),
    UNSEEN(Style.BAD, "not seen", "");

    private final Style style;
    private final String words;
    private final String remedy;

    StateMark(Style style, String words, String remedy) {
        this.style = style;
        this.words = words;
        this.remedy = remedy;
    }

    static StateMark of(State state) {
        return valueOf(state.name());
    }

    Style style() {
        return style;
    }

    /** For people. */
    String words() {
        return words;
    }

    /** What to do about it; may be empty. */
    String remedy() {
        return remedy;
    }

    /** Part of the JSON format. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
