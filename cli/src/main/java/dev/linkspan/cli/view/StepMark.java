package dev.linkspan.cli.view;

import dev.linkspan.plan.Step;

/** How each kind of step is marked: by a symbol for people, by a word for scripts. */
enum StepMark {
    CREATE("+", "create", Style.GOOD),
    UPDATE("~", "update", Style.CAREFUL),
    REPLACE("-/+", "replace", Style.BOTH),
    DELETE("-", "delete", Style.BAD),
    HOLD("!", "hold", Style.CAREFUL),
    KEEP(".", "keep", Style.FAINT);

    private final String symbol;
    private final String word;
    private final Style style;

    StepMark(String symbol, String word, Style style) {
        this.symbol = symbol;
        this.word = word;
        this.style = style;
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
