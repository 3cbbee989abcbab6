package dev.linkspan.emulator.state;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;

/** All of the emulated Atlas. No two projects share an id or a name. */
public record AtlasState(List<ProjectState> projects) {

    /** The project that stands there when no state is given. */
    public static final String DEMO_PROJECT = "5e2211c17a3e5a48f5497de3";

    public AtlasState {
        projects = List.copyOf(projects);
        Set<String> seen = new HashSet<>();
        for (ProjectState project : projects) {
            if (!seen.add(project.id()) || !seen.add(project.name())) {
                throw new IllegalArgumentException(
                        "Two projects are called " + project.id() + " or " + project.name() + ".");
            }
        }
    }

    /** One project called {@code demo}, without services. */
    public static AtlasState demo() {
        return of(ProjectState.of(DEMO_PROJECT, "demo"));
    }

    /** Exactly these projects. */
    public static AtlasState of(ProjectState... projects) {
        return new AtlasState(List.of(projects));
    }

    /** The project of this id. */
    public ProjectState project(String id) {
        return projects.stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no project " + id));
    }
}
