package dev.linkspan.cli.view;

import dev.linkspan.apply.ApplyReport;
import dev.linkspan.apply.StepOutcome;
import dev.linkspan.document.Notation;
import dev.linkspan.plan.Plan;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How a run ended, for scripts, with the plan that it carried out: format {@code linkspan.apply/1}. A new member may be added to
 * it; one that is there keeps its name and meaning, or the number rises. Times are in seconds.
 */
public final class ApplyDocument {

    static final String FORMAT = "linkspan.apply/1";

    private final Printer printer;
    private final Notation notation;

    public ApplyDocument(Printer printer, Notation notation) {
        this.printer = printer;
        this.notation = notation;
    }

    public void print(Plan plan, ApplyReport report) {
        printer.text(notation.text(Map.of(
                "format", FORMAT,
                "done", report.isDone(),
                "failed", report.hasFailed(),
                "seconds", report.took().toSeconds(),
                "plan", PlanDocument.members(plan),
                "connections", ConnectionMembers.of(report.connections()),
                "outcomes",
                        report.outcomes().stream().map(ApplyDocument::outcome).toList(),
                "summary",
                        Map.of(
                                "done", report.count(StepOutcome.Done.class),
                                "failed", report.count(StepOutcome.Failed.class),
                                "underWay", report.count(StepOutcome.UnderWay.class),
                                "timedOut", report.count(StepOutcome.TimedOut.class),
                                "interrupted", report.count(StepOutcome.Interrupted.class),
                                "notAttempted", report.count(StepOutcome.NotAttempted.class)))));
    }

    private static Map<String, Object> outcome(StepOutcome outcome) {
        var members = new LinkedHashMap<String, Object>();
        members.put("address", outcome.step().address().toString());
        members.put("action", StepMark.of(outcome.step()).word());
        members.putAll(outcome.match(new Members()));
        return members;
    }

    private static final class Members implements StepOutcome.Cases<Map<String, Object>> {

        @Override
        public Map<String, Object> done(StepOutcome.Done it) {
            return Map.of(
                    "outcome",
                    "done",
                    "remarks",
                    it.remarks(),
                    "seconds",
                    it.took().toSeconds());
        }

        @Override
        public Map<String, Object> failed(StepOutcome.Failed it) {
            return Map.of(
                    "outcome",
                    "failed",
                    "why",
                    it.why(),
                    "remedy",
                    it.remedy(),
                    "seconds",
                    it.took().toSeconds());
        }

        @Override
        public Map<String, Object> underWay(StepOutcome.UnderWay it) {
            return Map.of(
                    "outcome",
                    "under-way",
                    "status",
                    it.status(),
                    "seconds",
                    it.took().toSeconds());
        }

        @Override
        public Map<String, Object> timedOut(StepOutcome.TimedOut it) {
            return Map.of(
                    "outcome",
                    "timed-out",
                    "status",
                    it.status(),
                    "seconds",
                    it.took().toSeconds());
        }

        @Override
        public Map<String, Object> interrupted(StepOutcome.Interrupted it) {
            return Map.of("outcome", "interrupted", "seconds", it.took().toSeconds());
        }

        @Override
        public Map<String, Object> notAttempted(StepOutcome.NotAttempted it) {
            return Map.of("outcome", "not-attempted", "why", it.why(), "waiting", it.isWaiting());
        }
    }
}
