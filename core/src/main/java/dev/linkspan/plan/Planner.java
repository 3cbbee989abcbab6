package dev.linkspan.plan;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.Comparison;
import dev.linkspan.model.ProjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** Turns a comparison into a plan. */
public final class Planner {

    private Planner() {}

    /** What makes Atlas as declared. */
    public static Plan plan(Comparison comparison, Guard guard) {
        var parts = new TreeMap<ProjectRef, ProjectPlan>();
        for (var project : comparison.projects()) {
            var planner = new ProjectPlanner(project, seenInFull(comparison, project), guard, comparison.blindSpots());
            parts.put(project.declared().ref(), planner.plan());
        }
        var migrations =
                parts.values().stream().flatMap(it -> it.migrations().stream()).toList();
        return joined(
                comparison,
                it -> parts.get(it.declared().ref()).steps(),
                guard.migratesGcp() ? Optional.of(migrations) : Optional.empty());
    }

    /** What removes everything that is declared, and nothing else. */
    public static Plan destroy(Comparison comparison) {
        return joined(comparison, it -> new DestroyPlanner(it, seenInFull(comparison, it)).steps(), Optional.empty());
    }

    private static Plan joined(
            Comparison comparison,
            Function<ComparedProject, List<Step>> planner,
            Optional<List<GcpMigration>> migrations) {
        var names = new TreeMap<ProjectRef, String>();
        var steps = new ArrayList<Step>();
        for (var project : comparison.projects()) {
            project.name().ifPresent(it -> names.put(project.declared().ref(), it));
            steps.addAll(planner.apply(project));
        }
        return new Plan(names, steps, comparison.blindSpots(), migrations);
    }

    private static boolean seenInFull(Comparison comparison, ComparedProject project) {
        return comparison.blindSpots().stream()
                .noneMatch(it -> project.address().covers(it.address()));
    }
}
