package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.connect.ConnectionPaths;
import dev.linkspan.connect.Connections;
import dev.linkspan.connect.EndpointPaths;
import dev.linkspan.connect.Lack;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Cluster;
import dev.linkspan.model.Health;
import dev.linkspan.model.Observation;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ProjectId;
import dev.linkspan.observe.Observer;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Reads which connection strings lead through one endpoint, and why none does. */
final class EndpointConnections {

    private final Connection connection;
    private final ProjectId project;

    EndpointConnections(Connection connection, ProjectId project) {
        this.connection = connection;
        this.project = project;
    }

    /**
     * One call for each 500 clusters of the project. Where a cluster lacks an endpoint in another region, the rest of the project is looked
     * at as well, since there may be one.
     */
    Connections through(Address address, ObservedEndpoint endpoint) throws InterruptedException {
        List<Cluster> clusters;
        try {
            clusters = connection.atlas().clusters(project);
        } catch (AtlasProblem problem) {
            var unread = new BlindSpot(Address.clusters(project), problem.getMessage(), problem.remedy());
            return new Connections(List.of(), new TreeSet<>(List.of(unread)));
        }
        var ready = endpoint.health() == Health.READY ? Set.of(address) : Set.<Address>of();
        var paths = paths(address, ready, clusters);
        boolean dependsOnOthers = paths.stream()
                .flatMap(it -> it.clusters().stream())
                .flatMap(it -> it.lack().stream())
                .anyMatch(it -> it.kind() == Lack.Kind.REGION_WITHOUT_ENDPOINT);
        if (!dependsOnOthers) {
            return new Connections(paths, new TreeSet<>());
        }
        var rest = wholeProject();
        return new Connections(paths(address, rest.readyEndpoints(), clusters), rest.blindSpots());
    }

    private static List<EndpointPaths> paths(Address address, Collection<Address> ready, Collection<Cluster> clusters) {
        return ConnectionPaths.through(List.of(address), ready, clusters);
    }

    private Observation wholeProject() throws InterruptedException {
        return new Observer(connection.atlas(), connection.lanes()).observe(List.of(Address.of(project)));
    }
}
