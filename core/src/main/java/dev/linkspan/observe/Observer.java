package dev.linkspan.observe;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.Observation;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
    public Survey survey(Declaration declared) throws InterruptedException {
        return survey(declared, Set.of());
    }

    /**
     * Looks at everything that the declaration speaks of, and at all services that its projects have on some clouds besides.
     *
     * @param besides one list for each of them in each project that declares nothing there
     */
    public Survey survey(Declaration declared, Set<CloudProvider> besides) throws InterruptedException {
        var projects = new ArrayList<ObservedProject>();
        var blindSpots = new ArrayList<BlindSpot>();
        var resolved = ProjectNames.resolve(declared, atlas);
        if (!resolved.diagnostics().hasErrors()) {
            readings().each(sought(resolved, false, besides), it -> {
                projects.add(it.project());
                blindSpots.addAll(it.blindSpots());
            });
        }
        blindSpots.addAll(resolved.blindSpots());
        return new Survey(resolved.declaration(), Observation.of(projects, blindSpots), resolved.diagnostics());
    }

    /**
     * Looks at everything that the declaration speaks of, and hands over one project after another as soon as it is read, so that
     * they need not be in memory together.
     *
     * @param readsClusters whether the clusters of projects with ready endpoints are listed, too: one call each
     * @param taker gets a survey of each project, on this thread
     * @return faults of the declaration that only Atlas could show; with an error among them nothing was read
     */
    public Diagnostics surveyEach(Declaration declared, boolean readsClusters, Consumer<Survey> taker)
            throws InterruptedException {
        var resolved = ProjectNames.resolve(declared, atlas);
        if (resolved.diagnostics().hasErrors()) {
            return resolved.diagnostics();
        }
        var all = resolved.declaration().projects();
        resolved.blindSpots().forEach(spot -> {
            var unnamed = all.get(spot.address().project());
            taker.accept(survey(unnamed, Observation.of(List.of(), List.of(spot))));
        });
        readings()
                .each(
                        sought(resolved, readsClusters, Set.of()),
                        it -> taker.accept(survey(
                                all.get(it.project().id()), Observation.of(List.of(it.project()), it.blindSpots()))));
        return resolved.diagnostics();
    }

    /**
     * Looks at all services and endpoints of projects, whatever specs say, and hands over one project after another. The calls of a
     * project with E endpoints are 3 + E: one list for each cloud, one look at each endpoint.
     *
     * @param readsClusters whether the clusters of projects with ready endpoints are listed, too: one call each
     * @param taker gets each project, on this thread
     */
    public void sightEach(Collection<AtlasProject> projects, boolean readsClusters, Consumer<Sighting> taker)
            throws InterruptedException {
        sightEach(projects, EnumSet.allOf(CloudProvider.class), readsClusters, taker);
    }

    /** The same on some clouds. */
    public void sightEach(
            Collection<AtlasProject> projects,
            Set<CloudProvider> clouds,
            boolean readsClusters,
            Consumer<Sighting> taker)
            throws InterruptedException {
        var sought = projects.stream()
                .sorted(Comparator.comparing(AtlasProject::id))
                .map(it -> Sought.whole(it, clouds, readsClusters))
                .iterator();
        readings().each(sought, taker);
    }

    /**
     * Lists the services of projects without looking at their endpoints, and hands over one project after another. The calls of a project are
     * one list for each cloud.
     *
     * @param taker gets each project, on this thread
     */
    public void listEach(Collection<AtlasProject> projects, Set<CloudProvider> clouds, Consumer<Sighting> taker)
            throws InterruptedException {
        var sought = projects.stream()
                .sorted(Comparator.comparing(AtlasProject::id))
                .map(it -> Sought.listed(it, clouds))
                .iterator();
        readings().each(sought, taker);
    }

    /**
     * Looks at what addresses name and what lies below it, and at nothing else. The calls are one list for each project and cloud (three
     * for a whole project), and one look at each endpoint.
     *
     * @param addresses of projects by their ids, as {@link #known} gives them
     */
    public Observation observe(Collection<Address> addresses) throws InterruptedException {
        var byProject = addresses.stream()
                .collect(Collectors.groupingBy(it -> (ProjectId) it.project(), TreeMap::new, Collectors.toList()));
        var projects = new ArrayList<ObservedProject>();
        var blindSpots = new ArrayList<BlindSpot>();
        var sought = byProject.entrySet().stream()
                .map(it -> Sought.named(it.getKey(), it.getValue()))
                .iterator();
        readings().each(sought, it -> {
            projects.add(it.project());
            blindSpots.addAll(it.blindSpots());
        });
        return Observation.of(projects, blindSpots);
    }

    /**
     * The same addresses with ids in place of project names, which takes one list of all projects where there is a name.
     *
     * @throws Refusal for a name that no project has, or several have
     * @throws AtlasProblem when the projects cannot be listed
     */
    public SortedSet<Address> known(Collection<Address> addresses) {
        return ProjectNames.known(addresses, atlas);
    }

    private Readings readings() {
        return new Readings(atlas, lanes);
    }

    private static Iterator<Sought> sought(
            ProjectNames.Resolved resolved, boolean readsClusters, Set<CloudProvider> besides) {
        return resolved.declaration().projects().values().stream()
                .filter(it -> it.ref() instanceof ProjectId)
                .map(it -> {
                    var id = (ProjectId) it.ref();
                    var name = Optional.ofNullable(resolved.names().get(id));
                    return Sought.declared(id, name, it, readsClusters).and(besides);
                })
                .iterator();
    }

    private static Survey survey(DeclaredProject project, Observation observation) {
        return new Survey(Declaration.of(List.of(project)), observation, Diagnostics.none());
    }
}
