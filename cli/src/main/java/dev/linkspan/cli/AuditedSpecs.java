package dev.linkspan.cli;

import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.activity.Activity;
import dev.linkspan.audit.service.Subject;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.observe.Observer;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What specs declare, as a service audits it, project by project. */
final class AuditedSpecs implements Subject {

    private final Declaration declared;
    private final Observer observer;
    private final boolean readsClusters;
    private final Activity activity;

    AuditedSpecs(Declaration declared, Observer observer, boolean readsClusters, Activity activity) {
        this.declared = declared;
        this.observer = observer;
        this.readsClusters = readsClusters;
        this.activity = activity;
    }

    @Override
    public Scope scope() {
        return Scope.SPECS;
    }

    @Override
    public List<String> projects() {
        return declared.projects().keySet().stream().map(ProjectRef::value).toList();
    }

    @Override
    public ProjectRef ref(String project) {
        return ProjectRef.parse(project);
    }

    @Override
    public void audit(Collection<String> projects, Consumer<ProjectAudit> taker) throws InterruptedException {
        Collection<DeclaredProject> some = projects.stream()
                .map(it -> declared.projects().get(ref(it)))
                .filter(Objects::nonNull)
                .collect(Collectors.toList());
        projects.stream()
                .map(this::ref)
                .filter(it -> !declared.projects().containsKey(it))
                .forEach(
                        it -> taker.accept(
                                ProjectAudit.unseen(
                                        new BlindSpot(
                                                Address.of(it),
                                                "the worker whose turn it was has specs that do not declare it",
                                                "Give all workers over one database the same specs, and each set of specs a database or schema of its own."))));
        observer.surveyEach(
                Declaration.of(some), readsClusters, it -> taker.accept(activity.explained(ProjectAudit.of(it))));
    }
}
