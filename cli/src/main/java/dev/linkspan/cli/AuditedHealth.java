package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.service.Subject;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ProjectName;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.observe.Observer;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The health of projects, as a service audits it. A project is its id, and after a space its name, so that every worker knows both; a name
 * that no project bears stands after a question mark.
 */
final class AuditedHealth implements Subject {

    private static final String UNKNOWN = "? ";

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
                        asked.found().stream().map(it -> it.id() + " " + it.name()),
                        asked.blindSpots().stream()
                                .map(it -> UNKNOWN + it.address().project().value()))
                .map(it -> it.replaceAll("\\R", " "))
                .toList();
    }

    @Override
    public ProjectRef ref(String project) {
        return project.startsWith(UNKNOWN)
                ? new ProjectName(project.substring(UNKNOWN.length()))
                : project(project).id();
    }

    @Override
    public void audit(Collection<String> projects, Consumer<ProjectAudit> taker) throws InterruptedException {
        projects.stream()
                .filter(it -> it.startsWith(UNKNOWN))
                .forEach(it -> taker.accept(ProjectAudit.unseen(VisibleProjects.unseen(ref(it)))));
        var known = projects.stream()
                .filter(it -> !it.startsWith(UNKNOWN))
                .map(AuditedHealth::project)
                .toList();
        observer.sightEach(known, readsClusters, it -> taker.accept(ProjectAudit.of(it)));
    }

    private static AtlasProject project(String line) {
        var parts = line.split(" ", 2);
        return new AtlasProject(new ProjectId(parts[0]), parts.length > 1 ? parts[1] : "");
    }
}
