package dev.linkspan.cli;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ProjectRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Projects that people name by id or name.
 *
 * @param found in the order in which they were named; a name that several projects bear stands for all of them
 * @param blindSpots one for each name that no visible project bears
 */
record VisibleProjects(List<AtlasProject> found, List<BlindSpot> blindSpots) {

    /** All that the credentials can see. */
    static VisibleProjects all(Atlas atlas) {
        return new VisibleProjects(atlas.projects(), List.of());
    }

    /** Of a name that no visible project bears. */
    static BlindSpot unseen(ProjectRef name) {
        return new BlindSpot(
                Address.of(name),
                "these credentials see no project of this name",
                "Check the spelling and that the key or service account is invited to the project.");
    }

    /** The same, as they are written. */
    static VisibleProjects named(Atlas atlas, Collection<String> texts) {
        return of(atlas, texts.stream().map(ProjectRef::parse).toList());
    }

    /**
     * Names cost a list of all projects; ids cost nothing.
     *
     * @throws AtlasProblem when a name has to be looked up and the projects cannot be listed
     */
    static VisibleProjects of(Atlas atlas, Collection<? extends ProjectRef> named) {
        var refs = new TreeSet<ProjectRef>(named);
        List<AtlasProject> visible = refs.stream().allMatch(ProjectId.class::isInstance) ? List.of() : atlas.projects();
        var found = new ArrayList<AtlasProject>();
        var blindSpots = new ArrayList<BlindSpot>();
        for (var ref : refs) {
            var candidates = ref instanceof ProjectId id
                    ? List.of(new AtlasProject(id, ""))
                    : visible.stream()
                            .filter(it -> it.name().equals(ref.value()))
                            .toList();
            if (candidates.isEmpty()) {
                blindSpots.add(unseen(ref));
            }
            found.addAll(candidates);
        }
        return new VisibleProjects(found, blindSpots);
    }
}
