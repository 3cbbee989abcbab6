package dev.linkspan.cli.view;

import static dev.linkspan.text.MarkdownPage.row;

import dev.linkspan.apply.ApplyReport;
import dev.linkspan.apply.StepOutcome;
import dev.linkspan.connect.ClusterPath;
import dev.linkspan.connect.EndpointPaths;
import dev.linkspan.connect.Lack;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.Step;
import dev.linkspan.text.Elapsed;
import dev.linkspan.text.Markdown;
import dev.linkspan.text.MarkdownPage;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How a run ended, for a comment or a job summary: the totals, what was not done, what was held, how to connect, and, folded, what was
 * done.
 */
public final class ApplyMarkdown {

    private final Aim aim;

    public ApplyMarkdown(Aim aim) {
        this.aim = aim;
    }

    /** @param longest how many UTF-16 units it may have, at least {@link MarkdownPage#LEAST} */
    public String text(Plan plan, ApplyReport report, int longest) {
        var page = new MarkdownPage(longest, "The journal of the run has every change.")
                .paragraph("## Linkspan: " + aim.command().toLowerCase(Locale.ROOT))
                .paragraph(sign(report) + "**" + ApplyText.verdict(report, aim) + "**");
        ApplyText.onward(report, aim).ifPresent(page::paragraph);
        page.table("### Not done", List.of("what", "how it ended", "why"), rows(report, it -> !it.isDone()));
        PlanMarkdown.blindSpots(page, plan.blindSpots());
        PlanMarkdown.blindSpots(page, report.connections().blindSpots(), "Connection strings could not be read");
        page.table(
                "### Held",
                List.of("what", "why"),
                plan.steps().stream()
                        .filter(Step.Hold.class::isInstance)
                        .map(it -> row(Markdown.code(it.address().toString()), Markdown.text(PlanText.why(it))))
                        .toList());
        page.table(
                "### Connection strings",
                List.of("", "cluster", "connection string"),
                ConnectionsText.said(report.connections()).entrySet().stream()
                        .flatMap(it -> connections(it.getKey(), it.getValue()))
                        .toList());
        var done = rows(report, StepOutcome::isDone);
        page.foldedTable("Done: " + done.size(), List.of("what", "how it ended", "remarks"), done);
        return page.text();
    }

    private static String sign(ApplyReport report) {
        if (report.isDone()) {
            return "";
        }
        return report.hasFailed() ? "❌ " : "⏳ ";
    }

    private static List<String> rows(ApplyReport report, Predicate<StepOutcome> which) {
        return report.outcomes().stream()
                .filter(which)
                .map(it -> row(Markdown.code(it.step().address().toString()), it.match(new Cells())))
                .toList();
    }

    private static Stream<String> connections(String about, EndpointPaths paths) {
        String what = Markdown.text(about);
        var none = paths.lack().stream().map(it -> row(what, "", none(it)));
        return Stream.concat(none, paths.clusters().stream().flatMap(it -> connections(what, it)));
    }

    private static Stream<String> connections(String what, ClusterPath path) {
        String cluster = Markdown.code(path.cluster().name());
        var none = path.lack().stream().map(ApplyMarkdown::none);
        String caveat =
                ConnectionsText.caveat(path).map(it -> ", " + Markdown.text(it)).orElse("");
        var strings = path.strings().stream().map(it -> Markdown.code(it.text()) + caveat);
        return Stream.concat(none, strings).map(it -> row(what, cluster, it));
    }

    private static String none(Lack lack) {
        return "none, since " + Markdown.text(lack.text());
    }

    /** The last two cells of a row. */
    private static final class Cells implements StepOutcome.Cases<String> {

        @Override
        public String done(StepOutcome.Done it) {
            return cells(StepMark.of(it.step()).past() + " in " + Elapsed.words(it.took()), it.remarks().stream());
        }

        @Override
        public String failed(StepOutcome.Failed it) {
            return cells("**failed** after " + Elapsed.words(it.took()), Stream.of(it.why(), it.remedy()));
        }

        @Override
        public String underWay(StepOutcome.UnderWay it) {
            return cells("under way", Stream.of(it.status()));
        }

        @Override
        public String timedOut(StepOutcome.TimedOut it) {
            return cells(
                    "**not ready** after " + Elapsed.words(it.took()), Stream.of("Atlas last said " + it.status()));
        }

        @Override
        public String interrupted(StepOutcome.Interrupted it) {
            return cells("**interrupted** after " + Elapsed.words(it.took()), Stream.of());
        }

        @Override
        public String notAttempted(StepOutcome.NotAttempted it) {
            return cells("not attempted", Stream.of(it.why()));
        }

        private static String cells(String how, Stream<String> why) {
            return how + " | "
                    + why.filter(it -> !it.isEmpty()).map(Markdown::text).collect(Collectors.joining("<br>"));
        }
    }
}
