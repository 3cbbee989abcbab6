package dev.linkspan.observe;

import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.ProjectId;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A project to read, and how much of it.
 *
 * @param name Atlas's, where it was looked up
 * @param clouds whose services are listed
 * @param readsClusters whether clusters are listed, where an endpoint is ready that may lead to them
 * @param scope endpoints below one of these addresses are looked at
 */
record Sought(
        ProjectId id,
        Optional<String> name,
        Set<CloudProvider> clouds,
        boolean readsRegionalMode,
        boolean readsClusters,
        Collection<Address> scope) {

    /** What specs speak of; AWS where they declare no service. */
    static Sought declared(ProjectId id, Optional<String> name, DeclaredProject project, boolean readsClusters) {
        var clouds = project.providers();
        return new Sought(
                id,
                name,
                clouds.isEmpty() ? EnumSet.of(CloudProvider.AWS) : clouds,
                project.regionalMode().isPresent(),
                readsClusters,
                List.of(Address.of(id)));
    }

    /** Everything that can be unwell. */
    static Sought whole(AtlasProject project, Set<CloudProvider> clouds, boolean readsClusters) {
        return new Sought(project.id(), name(project), clouds, false, readsClusters, List.of(Address.of(project.id())));
    }

    /** The services of some clouds, and nothing more of them. */
    static Sought listed(AtlasProject project, Set<CloudProvider> clouds) {
        return new Sought(project.id(), name(project), clouds, false, false, List.of());
    }

    private static Optional<String> name(AtlasProject project) {
        return Optional.of(project.name()).filter(it -> !it.isEmpty());
    }

    /** What addresses of one project name, and no more. */
    static Sought named(ProjectId id, Collection<Address> addresses) {
        boolean isWhole = addresses.stream().anyMatch(it -> it.provider().isEmpty());
        var clouds = EnumSet.noneOf(CloudProvider.class);
        addresses.forEach(it -> it.provider().ifPresent(clouds::add));
        return new Sought(
                id, Optional.empty(), isWhole ? EnumSet.allOf(CloudProvider.class) : clouds, false, false, addresses);
    }

    boolean isInScope(Address endpoint) {
        return scope.stream().anyMatch(it -> it.covers(endpoint));
    }

    /** The same, and these clouds besides. */
    Sought and(Set<CloudProvider> more) {
        var all = EnumSet.copyOf(clouds);
        all.addAll(more);
        return new Sought(id, name, all, readsRegionalMode, readsClusters, scope);
    }
}
