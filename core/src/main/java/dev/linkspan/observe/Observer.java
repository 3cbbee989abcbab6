package dev.linkspan.observe;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.Observation;
import dev.linkspan.model.ProjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Reads from Atlas what a declaration speaks of. What cannot be read becomes a blind spot; the rest is still read.
 *
 * <p>The calls of one project with S services and E endpoints on one cloud are 1 + E: one list for each cloud on which the
 * project declares a service (AWS where it declares none), one look at each listed endpoint, and one for regional mode where it is
 * declared. Names cost one call per 500 projects in all.
 */
public final class Observer {

    private final Atlas atlas;
    private final Executor lanes;

    /** @param lanes carries the calls out, as many at once as it has threads */
    public Observer(Atlas atlas, Executor lanes) {
        this.atlas = Objects.requireNonNull(atlas, "atlas");
        this.lanes = Objects.requireNonNull(lanes, "lanes");
    }

    /** Looks at everything that the declaration speaks of. */
    public Survey survey(Declaration declared) {
        var resolved = ProjectNames.resolve(declared, atlas);
        if (resolved.diagnostics().hasErrors()) {
            return new Survey(
                    resolved.declaration(), Observation.of(List.of(), resolved.blindSpots()), resolved.diagnostics());
        }
        var readings = readings(resolved.declaration(), resolved.names());
        var blindSpots = new ArrayList<>(resolved.blindSpots());
        readings.forEach(it -> blindSpots.addAll(it.blindSpots()));
        var projects = readings.stream().map(ProjectReading::observed).toList();
        return new Survey(resolved.declaration(), Observation.of(projects, blindSpots), resolved.diagnostics());
    }

    private List<ProjectReading> readings(Declaration declared, SortedMap<ProjectId, String> names) {
        var readings = new ArrayList<ProjectReading>();
        var ends = new ArrayList<CompletableFuture<Void>>();
        for (var project : declared.projects().values()) {
            if (project.ref() instanceof ProjectId id) {
                var reading = new ProjectReading(atlas, lanes, id, Optional.ofNullable(names.get(id)));
                readings.add(reading);
                ends.add(
                        reading.start(providers(project), project.regionalMode().isPresent()));
            }
        }
        join(CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new)));
        return readings;
    }

    private static SortedSet<CloudProvider> providers(DeclaredProject project) {
        var declared = project.providers();
        return declared.isEmpty() ? new TreeSet<>(List.of(CloudProvider.AWS)) : declared;
    }

    /** A fault of our own comes out as itself, not wrapped. */
    private static void join(CompletableFuture<Void> all) {
        try {
            all.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException own) {
                throw own;
            }
            if (e.getCause() instanceof Error own) {
                throw own;
            }
            throw e;
        }
    }
}
