package dev.linkspan.cli.view;

import dev.linkspan.plan.Step;

/** What is done to the thing of a step, in the words of progress lines and results. */
enum StepVerb implements Step.Cases<StepVerb> {
    CREATE("creating", "created"),
    UPDATE("updating", "updated"),
    REPLACE("replacing", "replaced"),
    DELETE("deleting", "deleted"),
    HOLD("holding", "held"),
    KEEP("waiting", "ready");

    private final String now;
    private final String then;

    StepVerb(String now, String then) {
        this.now = now;
        this.then = then;
    }

    static StepVerb of(Step step) {
        return step.match(KEEP);
    }

    String now() {
        return now;
    }

    String then() {
        return then;
    }

    @Override
    public StepVerb create(Step.Create it) {
        return CREATE;
    }

    @Override
    public StepVerb update(Step.Update it) {
        return UPDATE;
    }

    @Override
    public StepVerb replace(Step.Replace it) {
        return REPLACE;
    }

    @Override
    public StepVerb delete(Step.Delete it) {
        return DELETE;
    }

    @Override
    public StepVerb hold(Step.Hold it) {
        return HOLD;
    }

    @Override
    public StepVerb keep(Step.Keep it) {
        return KEEP;
    }
}
