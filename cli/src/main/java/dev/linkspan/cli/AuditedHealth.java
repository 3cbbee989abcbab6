package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.service.Subject;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.observe.Observer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The health of projects, as a service audits it. */
final class AuditedHealth implements Subject {

    private final Supplier<VisibleProjects> listing;
    private final Observer observer;
    private final boolean readsClusters;

    /** @param listing asks Atlas, each time anew */
    AuditedHealth(Supplier<VisibleProjects> listing, Observer observer, boolean readsClusters) {
        this.listing = listing;
        this.observer = observer;
        this.readsClusters = readsClusters;
    }

    @Override
    public Scope scope() {
        return Scope.HEALTH;
    }

    @Override
    public List<String> projects() {
        var asked = listing.get();
        return Stream.concat(
                        asked.found().stream().map(it -> SharedProject.of(it.id(), oneLine(it.name()))),
                        asked.blindSpots().stream()
                                .map(it -> SharedProject.unknown(
                                        oneLine(it.address().project().value()))))
                .map(SharedProject::line)
                .toList();
    }

    private static String oneLine(String name) {
        return name.replaceAll("\\R", " ");
    }

    @Override
    public ProjectRef ref(String project) {
        return SharedProject.parse(project).ref();
    }

    @Override
    public void audit(Collection<String> projects, Consumer<ProjectAudit> taker) throws InterruptedException {
        var known = new ArrayList<AtlasProject>();
        projects.stream()
                .map(SharedProject::parse)
                .forEach(project -> project.id()
                        .ifPresentOrElse(
                                id -> known.add(
                                        new AtlasProject(id, project.name().orElse(""))),
                                () -> taker.accept(ProjectAudit.unseen(VisibleProjects.unseen(project.ref())))));
        observer.sightEach(known, readsClusters, it -> taker.accept(ProjectAudit.of(it)));
    }
}
