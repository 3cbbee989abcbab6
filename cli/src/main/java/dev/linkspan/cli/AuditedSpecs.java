package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.Scope;
import dev.linkspan.audit.activity.Activity;
import dev.linkspan.audit.service.Subject;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ProjectName;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.observe.Observer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What specs declare, as a service audits it, project by project. A project is what specs call it; where that is a name that one project
 * bears, its id and after a space the name, so that names are looked up once for an audit and not for each share again; before any other name
 * stands a question mark.
 */
final class AuditedSpecs implements Subject {

    private static final String UNKNOWN = "?";

    private final Declaration declared;
    private final Supplier<List<AtlasProject>> listing;
    private final Observer observer;
    private final boolean readsClusters;
    private final Activity activity;

    /** @param listing asks Atlas, each time anew */
    AuditedSpecs(
            Declaration declared,
            Supplier<List<AtlasProject>> listing,
            Observer observer,
            boolean readsClusters,
            Activity activity) {
        this.declared = declared;
        this.listing = listing;
        this.observer = observer;
        this.readsClusters = readsClusters;
        this.activity = activity;
    }

    /**
     * A project of a share.
     *
     * @param id where its name was looked up
     */
    private record Line(ProjectRef declared, Optional<ProjectId> id) {

        ProjectRef ref() {
            return id.<ProjectRef>map(it -> it).orElse(declared);
        }
    }

    @Override
    public Scope scope() {
        return Scope.SPECS;
    }

    @Override
    public List<String> projects() {
        var refs = declared.projects().keySet();
        Map<String, List<AtlasProject>> named =
                refs.stream().anyMatch(ProjectName.class::isInstance) ? byName() : Map.of();
        return refs.stream()
                .map(it -> line(it, named.getOrDefault(it.value(), List.of())))
                .toList();
    }

    /** Where projects cannot be listed, those that are declared by their ids can be read all the same. */
    private Map<String, List<AtlasProject>> byName() {
        try {
            return listing.get().stream().collect(Collectors.groupingBy(AtlasProject::name));
        } catch (AtlasProblem problem) {
            return Map.of();
        }
    }

    private static String line(ProjectRef ref, List<AtlasProject> bearers) {
        if (ref instanceof ProjectId) {
            return ref.value();
        }
        return (bearers.size() == 1 ? bearers.get(0).id().value() : UNKNOWN) + " " + ref.value();
    }

    @Override
    public ProjectRef ref(String project) {
        return line(project).ref();
    }

    private static Line line(String project) {
        var parts = project.split(" ", 2);
        if (parts.length == 1) {
            return new Line(new ProjectId(project), Optional.empty());
        }
        return new Line(
                new ProjectName(parts[1]),
                parts[0].equals(UNKNOWN) ? Optional.empty() : Optional.of(new ProjectId(parts[0])));
    }

    @Override
    public void audit(Collection<String> projects, Consumer<ProjectAudit> taker) throws InterruptedException {
        var some = new ArrayList<DeclaredProject>();
        var names = new TreeMap<ProjectRef, String>();
        for (var line : projects.stream().map(AuditedSpecs::line).toList()) {
            var project = declared.projects().get(line.declared());
            if (project == null) {
                taker.accept(undeclared(line));
            } else {
                some.add(line.id().map(project::known).orElse(project));
                line.id().ifPresent(it -> names.put(it, line.declared().value()));
            }
        }
        var faults = observer.surveyEach(Declaration.of(some), readsClusters, it -> {
            var audit = activity.explained(ProjectAudit.of(it));
            taker.accept(Optional.ofNullable(names.get(audit.project()))
                    .map(audit::named)
                    .orElse(audit));
        });
        if (faults.hasErrors()) {
            // Two of them are the same project. One by one they can be read.
            throw new IllegalStateException(faults.all().get(0).summary());
        }
    }

    private static ProjectAudit undeclared(Line line) {
        return ProjectAudit.unseen(
                new BlindSpot(
                        Address.of(line.ref()),
                        "the worker whose turn it was has specs that do not declare it",
                        "Give all workers over one database the same specs, and each set of specs a database or schema of its own."));
    }
}
