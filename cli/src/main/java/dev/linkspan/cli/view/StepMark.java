package dev.linkspan.cli.view;

import dev.linkspan.plan.Step;

/** How each kind of step is marked: by a symbol for people, by a word for scripts, by verbs while and after it is carried out. */
enum StepMark {
    CREATE("+", "create", Style.GOOD, "creating", "created"),
    UPDATE("~", "update", Style.CAREFUL, "updating", "updated"),
    REPLACE("-/+", "replace", Style.BOTH, "replacing", "replaced"),
    DELETE("-", "delete", Style.BAD, "deleting", "deleted"),
    HOLD("!", "hold", Style.CAREFUL, "holding", "held"),
    KEEP(".", "keep", Style.FAINT, "waiting", "ready");

    private final String symbol;
    private final String word;
    private final Style style;
    private final String present;
    private final String past;

    StepMark(String symbol, String word, Style style, String present, String past) {
        this.symbol = symbol;
        this.word = word;
        this.style = style;
        this.present = present;
        this.past = past;
    }

    String symbol() {
        return symbol;
    }

    /** Part of the JSON format. */
    String word() {
        return word;
    }

    Style style() {
        return style;
    }

    /** What goes on with it, such as {@code creating}. */
    String present() {
        return present;
    }

    /** What was done to it, such as {@code created}. */
    String past() {
        return past;
    }

    static StepMark of(Step step) {
        return step.match(new Step.Cases<>() {
            @Override
            public StepMark create(Step.Create it) {
                return CREATE;
            }

            @Override
            public StepMark update(Step.Update it) {
                return UPDATE;
            }

            @Override
            public StepMark replace(Step.Replace it) {
                return REPLACE;
            }

            @Override
            public StepMark delete(Step.Delete it) {
                return DELETE;
            }

            @Override
            public StepMark hold(Step.Hold it) {
                return HOLD;
            }

            @Override
            public StepMark keep(Step.Keep it) {
                return KEEP;
            }
        });
    }
}
