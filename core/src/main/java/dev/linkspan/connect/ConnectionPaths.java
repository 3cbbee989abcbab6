package dev.linkspan.connect;

import dev.linkspan.connect.Lack.Kind;
import dev.linkspan.model.Address;
import dev.linkspan.model.Cluster;
import dev.linkspan.model.Health;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Region;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Works out which connection strings lead through which endpoints.
 *
 * <p>Atlas publishes a string only where every region with nodes of the cluster has an endpoint, and when the cluster is IDLE
 * after the endpoint has become AVAILABLE (Admin API schema; Terraform provider).
 */
public final class ConnectionPaths {

    private final Set<Address> ready;
    private final List<Cluster> clusters;

    private ConnectionPaths(Set<Address> ready, List<Cluster> clusters) {
        this.ready = ready;
        this.clusters = clusters;
    }

    /**
     * The ways through some endpoints of one project.
     *
     * @param endpoints what is asked about
     * @param ready all endpoints that are known to be ready, in whichever region of the project
     * @param clusters all clusters of the project
     * @return one for each endpoint asked about, by address
     */
    public static List<EndpointPaths> through(
            Collection<Address> endpoints, Collection<Address> ready, Collection<Cluster> clusters) {
        var paths = new ConnectionPaths(
                Set.copyOf(ready),
                clusters.stream().sorted(Comparator.comparing(Cluster::name)).toList());
        return endpoints.stream().distinct().sorted().map(paths::through).toList();
    }

    private EndpointPaths through(Address endpoint) {
        var region = endpoint.region().orElseThrow();
        var ways = clusters.stream()
                .filter(it -> concerns(it, endpoint, region))
                .map(it -> way(it, endpoint))
                .toList();
        return new EndpointPaths(endpoint, ways, ways.isEmpty() ? Optional.of(noCluster(region)) : Optional.empty());
    }

    /** Of a cluster that does not say where it is, nobody knows. */
    private static boolean concerns(Cluster cluster, Address endpoint, Region region) {
        return cluster.regions().contains(region)
                || cluster.regions().isEmpty()
                || !cluster.through(endpoint.endpoint().orElseThrow()).isEmpty();
    }

    private Lack noCluster(Region region) {
        return clusters.isEmpty()
                ? new Lack(Kind.NO_CLUSTER, "the project has no cluster")
                : new Lack(Kind.NO_CLUSTER_IN_REGION, "no cluster of the project has nodes in " + named(region));
    }

    private ClusterPath way(Cluster cluster, Address endpoint) {
        var strings = cluster.through(endpoint.endpoint().orElseThrow());
        return new ClusterPath(
                cluster, strings, strings.isEmpty() ? Optional.of(lack(cluster, endpoint)) : Optional.empty());
    }

    private Lack lack(Cluster cluster, Address endpoint) {
        if (cluster.state().health() == Health.LEAVING) {
            return new Lack(Kind.CLUSTER_DELETING, "it is being deleted");
        }
        if (!cluster.isDedicated()) {
            return new Lack(
                    Kind.CLUSTER_NOT_DEDICATED, "it is a Free or Flex cluster, which private endpoints do not lead to");
        }
        if (!ready.contains(endpoint)) {
            return new Lack(Kind.ENDPOINT_NOT_READY, "the endpoint is not ready");
        }
        if (cluster.isPaused()) {
            return new Lack(Kind.CLUSTER_PAUSED, "it is paused, and takes the endpoint up once it is resumed");
        }
        var others = withoutEndpoint(cluster, endpoint.project());
        if (!others.isEmpty()) {
            return new Lack(
                    Kind.REGION_WITHOUT_ENDPOINT,
                    "it also has nodes in " + String.join(" and ", others) + ", where no ready endpoint was seen");
        }
        if (ClusterPath.isAtWork(cluster)) {
            return new Lack(Kind.CLUSTER_AT_WORK, "it is " + cluster.state() + ", not IDLE yet");
        }
        return cluster.regions().isEmpty()
                ? new Lack(Kind.REGIONS_UNKNOWN, "Atlas does not say in which regions it has nodes")
                : new Lack(Kind.NOT_PUBLISHED, "it is IDLE, and Atlas has not published one yet");
    }

    private List<String> withoutEndpoint(Cluster cluster, ProjectRef project) {
        var reached = ready.stream()
                .filter(it -> it.project().equals(project))
                .flatMap(it -> it.region().stream())
                .collect(Collectors.toSet());
        return cluster.regions().stream()
                .filter(it -> !reached.contains(it))
                .map(ConnectionPaths::named)
                .toList();
    }

    private static String named(Region region) {
        return region.provider().word() + "/" + region;
    }
}
