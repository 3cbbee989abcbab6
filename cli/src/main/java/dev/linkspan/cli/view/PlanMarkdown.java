package dev.linkspan.cli.view;

import static dev.linkspan.text.MarkdownPage.row;

import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.PlanSummary;
import dev.linkspan.plan.Step;
import dev.linkspan.text.Markdown;
import dev.linkspan.text.MarkdownPage;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plan for a comment or a job summary: the answer, the counts, what could not be read, then a table for each project. */
public final class PlanMarkdown {

    private static final String CAREFUL = "⚠️ ";

    private final Aim aim;

    public PlanMarkdown(Aim aim) {
        this.aim = aim;
    }

    /** @param longest how many UTF-16 units it may have, at least {@link MarkdownPage#LEAST} */
    public String text(Plan plan, int longest) {
        var page = new MarkdownPage(longest, "`linkspan plan` with the same specs shows all of it.")
                .paragraph("## Linkspan: " + aim.title())
                .paragraph((plan.isComplete() ? "" : CAREFUL) + "**" + PlanText.conclusion(plan, aim) + "**");
        counts(page, plan);
        blindSpots(page, plan.blindSpots());
        PlanText.byProject(plan).forEach((project, steps) -> project(page, plan, project, steps));
        plan.migrations().ifPresent(it -> MigrationMarkdown.print(page, it));
        kept(page, plan);
        return page.text();
    }

    private static void counts(MarkdownPage page, Plan plan) {
        if (plan.steps().isEmpty() && plan.isComplete()) {
            return;
        }
        PlanSummary counts = plan.summary();
        page.paragraph(String.join(
                "\n",
                row("create", "update", "replace", "delete", "held", "no change", "could not be read"),
                "|--:|--:|--:|--:|--:|--:|--:|",
                row(Stream.of(
                                counts.creates(),
                                counts.updates(),
                                counts.replaces(),
                                counts.deletes(),
                                counts.holds(),
                                counts.keeps(),
                                plan.blindSpots().size())
                        .map(String::valueOf)
                        .toArray(String[]::new))));
    }

    /** What could not be read, as a table of its own. */
    static void blindSpots(MarkdownPage page, Collection<BlindSpot> spots) {
        blindSpots(page, spots, "Could not be read");
    }

    static void blindSpots(MarkdownPage page, Collection<BlindSpot> spots, String heading) {
        page.table(
                "### " + CAREFUL + heading,
                List.of("what", "why", "to do"),
                spots.stream()
                        .map(it -> row(
                                Markdown.code(it.address().toString()),
                                Markdown.text(it.why()),
                                Markdown.text(it.remedy())))
                        .toList());
    }

    private static void project(MarkdownPage page, Plan plan, ProjectRef project, List<Step> steps) {
        String name = Optional.ofNullable(plan.projectNames().get(project))
                .map(it -> " (" + Markdown.text(it) + ")")
                .orElse("");
        page.table(
                "### Project " + Markdown.code(project.value()) + name,
                List.of("step", "what", "why"),
                steps.stream().map(PlanMarkdown::step).toList());
    }

    /** The row of one step: its mark, its address within the project, the reason with values and notes below it. */
    static String step(Step step) {
        String why = Stream.concat(Stream.of(PlanText.why(step)), PlanText.below(step).stream())
                .map(Markdown::text)
                .collect(Collectors.joining("<br>"));
        return row(mark(step), Markdown.code(PlanText.relative(step.address())), why);
    }

    private static String mark(Step step) {
        var mark = StepMark.of(step);
        return mark == StepMark.HOLD
                ? CAREFUL + "**" + mark.past() + "**"
                : "`" + mark.symbol() + "` " + (mark == StepMark.KEEP ? mark.present() : mark.word());
    }

    private static void kept(MarkdownPage page, Plan plan) {
        var rows = plan.steps().stream()
                .filter(it -> it instanceof Step.Keep && !it.isPending())
                .map(it -> row(Markdown.code(it.address().toString()), Markdown.text(((Step.Keep) it).status())))
                .toList();
        page.foldedTable("As declared: " + rows.size(), List.of("what", "status"), rows);
    }
}
