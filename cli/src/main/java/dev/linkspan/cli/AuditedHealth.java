package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.service.Subject;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.observe.Observer;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The health of projects, as a service audits it. A project is its id, and after a space its name, so that every worker knows both. */
final class AuditedHealth implements Subject {

    private final Supplier<List<AtlasProject>> listing;
    private final Observer observer;
    private final boolean readsClusters;

    /** @param listing asks Atlas, each time anew */
    AuditedHealth(Supplier<List<AtlasProject>> listing, Observer observer, boolean readsClusters) {
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
        return listing.get().stream()
                .map(it -> it.id() + " " + it.name().replaceAll("\\R", " "))
                .toList();
    }

    @Override
    public ProjectRef ref(String project) {
        return project(project).id();
    }

    @Override
    public void audit(Collection<String> projects, Consumer<ProjectAudit> taker) throws InterruptedException {
        var known = projects.stream().map(AuditedHealth::project).toList();
        observer.sightEach(known, readsClusters, it -> taker.accept(ProjectAudit.of(it)));
    }

    private static AtlasProject project(String line) {
        var parts = line.split(" ", 2);
        return new AtlasProject(new ProjectId(parts[0]), parts.length > 1 ? parts[1] : "");
    }
}
