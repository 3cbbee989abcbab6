package dev.linkspan.cli.view;

import dev.linkspan.apply.ApplyReport;
import dev.linkspan.apply.StepOutcome;
import dev.linkspan.plan.Step;
import dev.linkspan.text.Elapsed;
import dev.linkspan.text.Untrusted;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a run ended, for people: a line for each step, what went wrong in full, how to connect, and the totals. */
public final class ApplyText {

    private static final int LONGEST = 2_000;
    private static final String INDENT = "    ";

    private final Printer printer;
    private final Aim aim;

    public ApplyText(Printer printer, Aim aim) {
        this.printer = printer;
        this.aim = aim;
    }

    public void print(ApplyReport report) {
        report.outcomes().forEach(it -> it.match(new Lines()));
        if (!report.outcomes().isEmpty()) {
            printer.line();
        }
        if (!report.connections().isEmpty()) {
            new ConnectionsText(printer).print(report.connections());
            printer.line();
        }
        printer.line(printer.in(Style.STRONG, verdict(report, aim)));
        onward(report, aim).ifPresent(printer::line);
    }

    /** How to go on, where something is under way. */
    static Optional<String> onward(ApplyReport report, Aim aim) {
        return report.count(StepOutcome.UnderWay.class) > 0
                ? Optional.of("Atlas goes on with what is under way. " + aim.onward())
                : Optional.empty();
    }

    /** The totals, in a sentence. */
    static String verdict(ApplyReport report, Aim aim) {
        String totals = Stream.of(
                        count(report, StepMark.CREATE),
                        count(report, StepMark.UPDATE),
                        count(report, StepMark.REPLACE),
                        count(report, StepMark.DELETE),
                        count(report, StepMark.KEEP),
                        count(report.count(StepOutcome.Failed.class), "failed"),
                        count(report.count(StepOutcome.UnderWay.class), "under way"),
                        count(report.count(StepOutcome.TimedOut.class), "not ready in time"),
                        count(report.count(StepOutcome.Interrupted.class), "interrupted"),
                        count(report.count(StepOutcome.NotAttempted.class), "not attempted"))
                .flatMap(List::stream)
                .collect(Collectors.joining(", "));
        String unfinished = report.hasFailed() ? " incomplete after " : " unfinished after ";
        return aim.command()
                + (report.isDone() ? " complete in " : unfinished)
                + Elapsed.words(report.took())
                + (totals.isEmpty() ? "." : ": " + totals + ".");
    }

    private static List<String> count(ApplyReport report, StepMark verb) {
        long done = report.outcomes().stream()
                .filter(StepOutcome::isDone)
                .filter(it -> StepMark.of(it.step()) == verb)
                .count();
        return count(done, verb.past());
    }

    private static List<String> count(long number, String word) {
        return number == 0 ? List.of() : List.of(number + " " + word);
    }

    private final class Lines implements StepOutcome.Cases<Void> {

        @Override
        public Void done(StepOutcome.Done it) {
            String remarks = it.remarks().stream()
                    .map(remark -> ", " + Untrusted.oneLine(remark, LONGEST))
                    .collect(Collectors.joining());
            return line(
                    it.step(),
                    printer.in(Style.GOOD, StepMark.of(it.step()).past()) + " in " + Elapsed.words(it.took())
                            + remarks);
        }

        @Override
        public Void failed(StepOutcome.Failed it) {
            line(it.step(), printer.in(Style.BAD, "failed") + " after " + Elapsed.words(it.took()));
            printer.line(INDENT + Untrusted.oneLine(it.why(), LONGEST));
            if (!it.remedy().isEmpty()) {
                printer.line(INDENT + Untrusted.oneLine(it.remedy(), LONGEST));
            }
            return null;
        }

        @Override
        public Void underWay(StepOutcome.UnderWay it) {
            return line(
                    it.step(), printer.in(Style.CAREFUL, "under way") + ": " + Untrusted.oneLine(it.status(), LONGEST));
        }

        @Override
        public Void timedOut(StepOutcome.TimedOut it) {
            line(it.step(), printer.in(Style.BAD, "not ready") + " after " + Elapsed.words(it.took()));
            printer.line(INDENT + "Atlas last said " + Untrusted.oneLine(it.status(), LONGEST)
                    + ". Run the same command again to go on waiting. How long is said by --timeout, and for each thing by"
                    + " wait.service-deadline and wait.endpoint-deadline.");
            return null;
        }

        @Override
        public Void interrupted(StepOutcome.Interrupted it) {
            line(it.step(), printer.in(Style.CAREFUL, "interrupted") + " after " + Elapsed.words(it.took()));
            printer.line(INDENT
                    + "Atlas goes on with what it was asked for. Run the same command again to go on from there.");
            return null;
        }

        @Override
        public Void notAttempted(StepOutcome.NotAttempted it) {
            return line(it.step(), printer.in(Style.CAREFUL, "not attempted") + ": " + Untrusted.oneLine(it.why()));
        }

        private Void line(Step step, String text) {
            printer.line(Untrusted.oneLine(step.address().toString()) + ": " + text);
            return null;
        }
    }
}
