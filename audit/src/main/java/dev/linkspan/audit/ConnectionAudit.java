package dev.linkspan.audit;

import dev.linkspan.connect.ClusterPath;
import dev.linkspan.connect.ConnectionPaths;
import dev.linkspan.connect.EndpointPaths;
import dev.linkspan.connect.Lack;
import dev.linkspan.model.Address;
import dev.linkspan.model.ObservedProject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether clusters can be connected to through endpoints that are ready. */
final class ConnectionAudit {

    private ConnectionAudit() {}

    /**
     * Nothing where clusters were not listed, and nothing in a project without any.
     *
     * @param endpoints ready ones
     * @param advice for what is found at an endpoint
     */
    static Stream<Finding> of(
            ObservedProject project, Collection<Address> endpoints, Function<Address, Advice> advice) {
        return project.clusters().filter(it -> !it.isEmpty()).stream()
                .flatMap(it -> ConnectionPaths.through(endpoints, project.readyEndpoints(), it).stream())
                .filter(it -> !it.isConnected() || isOverdue(it))
                .map(it -> finding(it, advice.apply(it.endpoint())));
    }

    private static Finding finding(EndpointPaths paths, Advice advice) {
        String why = Stream.concat(
                        paths.lack().stream().map(Lack::text),
                        paths.clusters().stream()
                                .flatMap(path -> path.lack().stream().map(it -> words(path, it))))
                .collect(Collectors.joining("; "));
        String opening = paths.isConnected()
                ? "Not every cluster can be connected to through this endpoint: "
                : "No cluster can be connected to through this endpoint: ";
        return new Finding(
                Finding.Kind.NO_CONNECTION_STRING,
                severity(paths),
                paths.endpoint(),
                opening + why + ".",
                new Evidence("a connection string", "none", Optional.empty(), Optional.of(why), List.of(), 0),
                advice);
    }

    private static String words(ClusterPath path, Lack lack) {
        return "cluster '" + path.cluster().name() + "': " + lack.text();
    }

    /** Somebody has to act where Atlas owes a string for no visible reason, or another region's endpoint is missing. */
    private static Severity severity(EndpointPaths paths) {
        boolean isToMend = paths.clusters().stream()
                .flatMap(it -> it.lack().stream())
                .anyMatch(it -> it.kind() == Lack.Kind.NOT_PUBLISHED || it.kind() == Lack.Kind.REGION_WITHOUT_ENDPOINT);
        return isToMend ? Severity.WARNING : Severity.NOTE;
    }

    private static boolean isOverdue(EndpointPaths paths) {
        return paths.clusters().stream()
                .flatMap(it -> it.lack().stream())
                .anyMatch(it -> it.kind() == Lack.Kind.NOT_PUBLISHED);
    }
}
