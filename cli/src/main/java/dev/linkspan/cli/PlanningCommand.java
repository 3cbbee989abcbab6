package dev.linkspan.cli;

import dev.linkspan.cli.view.Aim;
import dev.linkspan.cli.view.PlanJson;
import dev.linkspan.cli.view.PlanText;
import dev.linkspan.compare.Comparison;
import dev.linkspan.observe.Survey;
import dev.linkspan.plan.Plan;
import picocli.CommandLine.Option;

/** What plan, apply and destroy have in common: a plan, and a choice of forms to show it in. */
abstract class PlanningCommand extends SurveyingCommand {

    /** A form of output. Its words are a contract: scripts depend on them. */
    enum Format {
        text,
        json
    }

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "text", description = "text (default) or json.")
    private Format format;

    abstract Plan plan(Comparison comparison);

    Aim aim() {
        return Aim.DECLARED;
    }

    /** Goes on with the plan. */
    abstract ExitStatus proceed(Session session, Connection connection, Plan plan) throws InterruptedException;

    @Override
    final ExitStatus proceed(Session session, Connection connection, Survey survey) throws InterruptedException {
        return survey.sawNothing()
                ? sawNothing(session, survey)
                : proceed(session, connection, plan(survey.comparison()));
    }

    final Format format() {
        return format;
    }

    final void show(Session session, Plan plan) {
        switch (format) {
            case text -> new PlanText(session.out(), aim()).print(plan);
            case json -> new PlanJson(session.out()).print(plan);
        }
    }
}
