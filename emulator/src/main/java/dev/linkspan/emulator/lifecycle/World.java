package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.AtlasState;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** All projects of the emulated Atlas. No request makes or removes one. */
public final class World {

    private final WorldClock clock;
    private final Timings timings;
    private volatile Map<String, Project> projects;

    public World(AtlasState state, WorldClock clock, Timings timings) {
        this.clock = clock;
        this.timings = timings;
        replace(state);
    }

    /** Forgets everything and starts from this state. */
    public void replace(AtlasState state) {
        Map<String, Project> fresh = new LinkedHashMap<>();
        state.projects().forEach(made -> fresh.put(made.id(), new Project(made, clock, timings)));
        projects = fresh;
    }

    public Collection<Project> projects() {
        return projects.values();
    }

    /** The project of this id, as Atlas answers to a request for it. */
    public Project project(String id) {
        if (!id.matches("[a-f0-9]{24}")) {
            throw new AtlasRefusal(404, "INVALID_GROUP_ID", "An invalid group ID " + id + " was specified.", id);
        }
        return Optional.ofNullable(projects.get(id))
                .orElseThrow(() -> new AtlasRefusal(404, "GROUP_NOT_FOUND", "No group with ID " + id + " exists.", id));
    }

    /** The project of this name, as Atlas answers to a request for it. */
    public Project named(String name) {
        return projects.values().stream()
                .filter(project -> project.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        new AtlasRefusal(404, "GROUP_NAME_NOT_FOUND", "No group with name " + name + " exists.", name));
    }

    public AtlasState state() {
        return new AtlasState(projects.values().stream().map(Project::state).toList());
    }
}
