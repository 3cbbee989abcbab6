package dev.linkspan.atlas;

import dev.linkspan.model.ProjectId;
import java.util.Objects;

/**
 * A project that the credentials can see.
 *
 * @param name as Atlas shows it, untrusted
 */
public record AtlasProject(ProjectId id, String name) {

    public AtlasProject {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
    }
}
