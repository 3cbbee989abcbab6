package dev.linkspan.cli;

import dev.linkspan.cli.view.Aim;
import dev.linkspan.cli.view.PlanDocument;
import dev.linkspan.cli.view.PlanMarkdown;
import dev.linkspan.cli.view.PlanText;
import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.compare.Comparison;
import dev.linkspan.document.Notation;
import dev.linkspan.observe.Survey;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Target;
import dev.linkspan.text.MarkdownPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What plan, apply and destroy have in common: a plan, and a choice of forms to show it in. */
abstract class PlanningCommand extends SurveyingCommand {

    /** A form of output. Its words are a contract: scripts depend on them. */
    enum Format {
        text,
        json,
        yaml,
        markdown
    }

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (default), json, yaml or markdown.")
    private Format format;

    @Option(
            names = "--target",
            paramLabel = "ADDRESS",
            description = "Only this address and what lies below it; * stands for anything. May be repeated.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--max-deletes",
            paramLabel = "N",
            description = "Fail, before anything is sent, when more than N things would be deleted or replaced.")
    private Integer mostDeletes;

    abstract Plan plan(Comparison comparison);

    Aim aim() {
        return Aim.DECLARED;
    }

    /** The whole plan, or the part that is asked for. */
    Plan plan(Survey survey) {
        var plan = plan(survey.comparison());
        return targets.isEmpty() ? plan : plan.only(targets());
    }

    /** Whether to stop here; then it is said why. */
    Optional<ExitStatus> refuses(Session session, Survey survey, Plan plan) {
        return Optional.empty();
    }

    /** Goes on with the plan. */
    abstract ExitStatus proceed(Session session, Connection connection, Survey survey, Plan plan)
            throws InterruptedException;

    @Override
    final ExitStatus proceed(Session session, Connection connection, Survey survey) throws InterruptedException {
        if (survey.sawNothing()) {
            return sawNothing(session, survey);
        }
        var part = plan(survey);
        var refused = refuses(session, survey, part);
        if (refused.isPresent()) {
            return refused.get();
        }
        int taken = part.summary().deletes() + part.summary().replaces();
        if (mostDeletes != null && taken > mostDeletes) {
            show(session, part);
            summarize(session, part);
            new ProblemView(session.errors())
                    .print(
                            taken + " things would be deleted or replaced, and --max-deletes permits " + mostDeletes,
                            "Nothing was sent. Look at the plan; raise --max-deletes if it is right.");
            return ExitStatus.FAILED;
        }
        return proceed(session, connection, survey, part);
    }

    final List<Target> targets() {
        return targets.stream().map(Target::new).toList();
    }

    final Format format() {
        return format;
    }

    final void show(Session session, Plan plan) {
        show(session, format, aim(), plan);
    }

    static void show(Session session, Format format, Aim aim, Plan plan) {
        switch (format) {
            case text -> new PlanText(session.out(), aim).print(plan);
            case json -> new PlanDocument(session.out(), Notation.JSON).print(plan);
            case yaml -> new PlanDocument(session.out(), Notation.YAML).print(plan);
            case markdown -> session.out().text(new PlanMarkdown(aim).text(plan, MarkdownPage.COMMENT));
        }
    }

    /** Where a pipeline shows a page for each job. */
    final void summarize(Session session, Plan plan) {
        session.actions().summarize(longest -> new PlanMarkdown(aim()).text(plan, longest));
    }
}
