package dev.linkspan.emulator.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
                throw new IllegalArgumentException("two projects are called " + project.id() + " or " + project.name());
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

    /**
     * Reads a state file.
     *
     * @throws IllegalArgumentException with the place of the fault and something that is accepted
     * @throws IOException if the file cannot be read
     */
    public static AtlasState read(Path file) throws IOException {
        String text = Files.readString(file);
        try {
            return parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the text of a state file.
     *
     * @throws IllegalArgumentException with the place of the fault and something that is accepted
     */
    public static AtlasState parse(String json) {
        return StateReader.read(json);
    }

    /** The text of a state file that reads back to this state. */
    public String toJson() {
        return StateWriter.write(this);
    }

    /** The project of this id. */
    public ProjectState project(String id) {
        return projects.stream()
                .filter(project -> project.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no project " + id));
    }
}
