package dev.linkspan.cli.view;

import dev.linkspan.compare.Difference;
import dev.linkspan.document.Notation;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Region;
import dev.linkspan.plan.Plan;
import dev.linkspan.plan.PlanSummary;
import dev.linkspan.plan.Step;
import dev.linkspan.plan.Subject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A plan for scripts, format {@code linkspan.plan/1}. A new member may be added to it; one that is there keeps its name and
 * meaning, or the number rises.
 */
public final class PlanDocument {

    static final String FORMAT = "linkspan.plan/1";

    private final Printer printer;
    private final Notation notation;

    public PlanDocument(Printer printer, Notation notation) {
        this.printer = printer;
        this.notation = notation;
    }

    public void print(Plan plan) {
        printer.text(notation.text(members(plan)));
    }

    static Map<String, Object> members(Plan plan) {
        var members = new LinkedHashMap<String, Object>();
        members.put("format", FORMAT);
        members.put("complete", plan.isComplete());
        members.put("changes", plan.hasChanges());
        members.put("pending", plan.hasPending());
        members.put("projectNames", names(plan));
        members.put("steps", plan.steps().stream().map(PlanDocument::step).toList());
        members.put(
                "blindSpots",
                plan.blindSpots().stream().map(PlanDocument::blindSpot).toList());
        members.put("summary", summary(plan.summary()));
        plan.migrations()
                .ifPresent(all -> members.put(
                        "migrations", all.stream().map(MigrationMembers::of).toList()));
        return members;
    }

    private static Map<String, String> names(Plan plan) {
        var names = new LinkedHashMap<String, String>();
        plan.projectNames().forEach((project, name) -> names.put(project.value(), name));
        return names;
    }

    private static Map<String, Object> step(Step step) {
        var members = new LinkedHashMap<String, Object>();
        members.put("address", step.address().toString());
        members.put("project", step.address().project().value());
        members.put("kind", kind(step.address()));
        members.put("action", StepMark.of(step).word());
        members.put("change", step.isChange());
        members.put("pending", step.isPending());
        members.put(
                "reason", Map.of("id", step.reason().id(), "text", step.reason().text()));
        members.put("notes", step.notes());
        members.put(
                "differences",
                step.differences().stream().map(PlanDocument::difference).toList());
        if (step instanceof Step.Hold hold) {
            members.put("wanted", hold.wanted().map(it -> it.name().toLowerCase(Locale.ROOT)));
        }
        if (step instanceof Step.Keep keep) {
            members.put("status", keep.status());
            members.put("settling", keep.isSettling());
        }
        remoteRegions(step.subject()).ifPresent(it -> members.put("remoteRegions", it));
        return members;
    }

    private static Optional<List<String>> remoteRegions(Subject subject) {
        return subject instanceof Subject.Service service
                ? service.remoteRegions()
                        .map(it -> it.stream().map(Region::cloudName).toList())
                : Optional.empty();
    }

    static String kind(Address address) {
        return address.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Map<String, String> difference(Difference difference) {
        return Map.of(
                "attribute", difference.attribute(),
                "declared", difference.declared(),
                "observed", difference.observed());
    }

    static Map<String, String> blindSpot(BlindSpot spot) {
        return Map.of("address", spot.address().toString(), "why", spot.why(), "remedy", spot.remedy());
    }

    private static Map<String, Integer> summary(PlanSummary summary) {
        return Map.of(
                "creates", summary.creates(),
                "updates", summary.updates(),
                "replaces", summary.replaces(),
                "deletes", summary.deletes(),
                "holds", summary.holds(),
                "keeps", summary.keeps());
    }
}
