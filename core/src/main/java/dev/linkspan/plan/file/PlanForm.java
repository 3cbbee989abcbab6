package dev.linkspan.plan.file;

import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.plan.Plan;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A plan as it was shown. */
final class PlanForm {

    /** Left out where it was not asked for. */
    private static final String MIGRATIONS = "migrations";

    private PlanForm() {}

    static Map<String, Object> write(Plan plan) {
        var members = new TreeMap<String, Object>();
        members.put(
                "projectNames",
                plan.projectNames().entrySet().stream()
                        .map(it -> Map.of("project", it.getKey().value(), "name", it.getValue()))
                        .toList());
        members.put("steps", plan.steps().stream().map(StepForm::write).toList());
        members.put(
                "blindSpots",
                plan.blindSpots().stream().map(PlanForm::blindSpot).toList());
        plan.migrations()
                .ifPresent(all -> members.put(
                        MIGRATIONS, all.stream().map(MigrationForm::write).toList()));
        return members;
    }

    static Plan read(Members plan) {
        var names = new TreeMap<ProjectRef, String>();
        plan.objects("projectNames", it -> Map.entry(it.as("project", ProjectRef::parse), it.text("name")))
                .forEach(it -> names.put(it.getKey(), it.getValue()));
        return new Plan(
                names,
                plan.objects("steps", StepForm::read),
                new TreeSet<>(plan.objects(
                        "blindSpots",
                        it -> new BlindSpot(it.as("address", AddressText::read), it.text("why"), it.text("remedy")))),
                plan.optional(MIGRATIONS, it -> plan.objects(it, MigrationForm::read)));
    }

    static Map<String, Object> blindSpot(BlindSpot spot) {
        return Map.of("address", AddressText.write(spot.address()), "why", spot.why(), "remedy", spot.remedy());
    }
}
