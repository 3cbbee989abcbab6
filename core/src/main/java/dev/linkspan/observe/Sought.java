package dev.linkspan.observe;

import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.ProjectId;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A project to read, and how much of it.
 *
 * @param name Atlas's, where it was looked up
 * @param clouds whose services are listed
 * @param readsClusters whether clusters are listed, where an endpoint is ready that may lead to them
 */
record Sought(
        ProjectId id,
        Optional<String> name,
        Set<CloudProvider> clouds,
        boolean readsRegionalMode,
        boolean readsClusters) {

    /** What specs speak of; AWS where they declare no service. */
    static Sought declared(ProjectId id, Optional<String> name, DeclaredProject project, boolean readsClusters) {
        var clouds = project.providers();
        return new Sought(
                id,
                name,
                clouds.isEmpty() ? EnumSet.of(CloudProvider.AWS) : clouds,
                project.regionalMode().isPresent(),
                readsClusters);
    }

    /** Everything that can be unwell. */
    static Sought whole(ProjectId id, Optional<String> name, boolean readsClusters) {
        return new Sought(id, name, EnumSet.allOf(CloudProvider.class), false, readsClusters);
    }

    /** The same, and these clouds besides. */
    Sought and(Set<CloudProvider> more) {
        var all = EnumSet.copyOf(clouds);
        all.addAll(more);
        return new Sought(id, name, all, readsRegionalMode, readsClusters);
    }
}
