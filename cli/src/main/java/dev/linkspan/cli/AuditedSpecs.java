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
 * What specs declare, as a service audits it, project by project. One that specs call by its name has that name for every worker, and the id
 * where one project bears the name.
 */
final class AuditedSpecs implements Subject {

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
                .map(it -> shared(it, named.getOrDefault(it.value(), List.of())).line())
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

    private static SharedProject shared(ProjectRef ref, List<AtlasProject> bearers) {
        if (ref instanceof ProjectId id) {
            return SharedProject.of(id);
        }
        return bearers.size() == 1
                ? SharedProject.of(bearers.get(0).id(), ref.value())
                : SharedProject.unknown(ref.value());
    }

    @Override
    public ProjectRef ref(String project) {
        return SharedProject.parse(project).ref();
    }

    private Optional<DeclaredProject> declared(SharedProject shared) {
        var ref = shared.name().<ProjectRef>map(ProjectName::new).orElseGet(shared::ref);
        return Optional.ofNullable(declared.projects().get(ref));
    }

    @Override
    public void audit(Collection<String> projects, Consumer<ProjectAudit> taker) throws InterruptedException {
        var some = new ArrayList<DeclaredProject>();
        var names = new TreeMap<ProjectRef, String>();
        for (var shared : projects.stream().map(SharedProject::parse).toList()) {
            declared(shared)
                    .ifPresentOrElse(
                            it -> some.add(shared.id().map(it::known).orElse(it)),
                            () -> taker.accept(undeclared(shared.ref())));
            shared.id().ifPresent(id -> shared.name().ifPresent(it -> names.put(id, it)));
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

    private static ProjectAudit undeclared(ProjectRef project) {
        return ProjectAudit.unseen(
                new BlindSpot(
                        Address.of(project),
                        "the worker whose turn it was has specs that do not declare it",
                        "Give all workers over one database the same specs, and each set of specs a database or schema of its own."));
    }
}
