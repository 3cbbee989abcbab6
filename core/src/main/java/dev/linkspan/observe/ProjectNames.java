package dev.linkspan.observe;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ProjectName;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Turns declared project names into ids. Asks Atlas only where a name is declared, and then once for all. */
final class ProjectNames {

    private final List<BlindSpot> blindSpots = new ArrayList<>();
    private final List<Diagnostic> faults = new ArrayList<>();
    private final SortedMap<ProjectRef, DeclaredProject> resolved = new TreeMap<>();
    private final SortedMap<ProjectId, String> names = new TreeMap<>();

    private ProjectNames() {}

    /**
     * What the look-up gave.
     *
     * @param declaration ids where names could be looked up, names where not
     * @param names Atlas's names of the projects that were declared by name
     * @param blindSpots one for each name that could not be looked up
     */
    record Resolved(
            Declaration declaration,
            SortedMap<ProjectId, String> names,
            List<BlindSpot> blindSpots,
            Diagnostics diagnostics) {}

    static Resolved resolve(Declaration declared, Atlas atlas) {
        var lookup = new ProjectNames();
        var named = declared.projects().values().stream()
                .filter(it -> it.ref() instanceof ProjectName)
                .toList();
        declared.projects().values().stream()
                .filter(it -> it.ref() instanceof ProjectId)
                .forEach(lookup::put);
        if (!named.isEmpty()) {
            lookup.lookUp(named, atlas);
        }
        return new Resolved(
                new Declaration(lookup.resolved),
                lookup.names,
                lookup.blindSpots,
                Diagnostics.none().and(lookup.faults));
    }

    private void lookUp(Collection<DeclaredProject> named, Atlas atlas) {
        try {
            var byName = byName(atlas);
            named.forEach(it -> settle(it, byName.getOrDefault(it.ref().value(), List.of())));
        } catch (AtlasProblem problem) {
            named.forEach(it -> unknown(it, problem.getMessage(), problem.remedy()));
        }
    }

    private void settle(DeclaredProject project, List<AtlasProject> candidates) {
        try {
            var found = only(project.ref(), candidates);
            names.put(found.id(), found.name());
            put(project.known(found.id()));
        } catch (Refusal refusal) {
            unknown(project, refusal.summary(), refusal.remedy());
        }
    }

    /** @throws Refusal when there is none, or more than one */
    private static AtlasProject only(ProjectRef name, List<AtlasProject> candidates) {
        return switch (candidates.size()) {
            case 0 ->
                throw new Refusal(
                        "unknown-project",
                        "these credentials see no project named '" + name.value() + "'",
                        "Check the spelling and that the key or service account is invited to the project, or use its id.");
            case 1 -> candidates.get(0);
            default ->
                throw new Refusal(
                        "ambiguous-project",
                        candidates.size() + " projects are named '" + name.value() + "'",
                        "Use its id: "
                                + candidates.stream()
                                        .map(it -> it.id().value())
                                        .sorted()
                                        .collect(Collectors.joining(" or "))
                                + ".");
        };
    }

    static SortedSet<Address> known(Collection<Address> addresses, Atlas atlas) {
        var known = new TreeSet<Address>();
        boolean isAnyNamed = addresses.stream().anyMatch(it -> it.project() instanceof ProjectName);
        var byName = isAnyNamed ? byName(atlas) : Map.<String, List<AtlasProject>>of();
        for (var address : addresses) {
            known.add(
                    address.project() instanceof ProjectId
                            ? address
                            : address.in(only(
                                            address.project(),
                                            byName.getOrDefault(
                                                    address.project().value(), List.of()))
                                    .id()));
        }
        return known;
    }

    private static Map<String, List<AtlasProject>> byName(Atlas atlas) {
        return atlas.projects().stream().collect(Collectors.groupingBy(AtlasProject::name));
    }

    private void unknown(DeclaredProject project, String why, String remedy) {
        blindSpots.add(new BlindSpot(Address.of(project.ref()), why, remedy));
        put(project);
    }

    private void put(DeclaredProject project) {
        var first = resolved.putIfAbsent(project.ref(), project);
        if (first != null) {
            faults.add(Diagnostic.error(
                            "project-declared-twice",
                            "This name and the id " + project.ref() + " are the same project",
                            "Refer to a project in one way in all specs.",
                            project.source())
                    .relatedTo("declared by its id here", first.source()));
        }
    }
}
