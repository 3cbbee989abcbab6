package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.ClusterView;
import dev.linkspan.emulator.lifecycle.ConnectedEndpoint;
import dev.linkspan.emulator.lifecycle.Identifiers;
import dev.linkspan.emulator.lifecycle.Project;
import dev.linkspan.emulator.state.Cloud;
import dev.linkspan.emulator.state.ClusterRegion;
import dev.linkspan.emulator.state.ClusterState;
import dev.linkspan.emulator.state.ClusterType;
import dev.linkspan.emulator.state.Regions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How to connect to one cluster. The forms are those of Atlas's documents: no string of a private endpoint was ever recorded,
 * but their absence was.
 */
final class ConnectionStringShapes {

    private static final int FIRST_PORT = 1024;

    private final ClusterState cluster;
    private final List<ConnectedEndpoint> endpoints;
    private final boolean isRegional;
    private final String domain;

    ConnectionStringShapes(Project project, ClusterView view) {
        this.cluster = view.state();
        this.endpoints = view.endpoints();
        this.isRegional = project.regionalMode();
        this.domain = "." + Identifiers.hex(5, "domain of " + project.id()) + ".mongodb.net";
    }

    /** While a cluster is created there are no others than these two, and they are empty. */
    ObjectNode all() {
        ObjectNode node = Json.object();
        List<List<ConnectedEndpoint>> groups = groups();
        Map<String, String> byEndpoint = byAwsEndpoint(groups, false);
        if (!byEndpoint.isEmpty()) {
            byEndpoint.forEach(node.putObject("awsPrivateLink")::put);
        }
        byAwsEndpoint(groups, true).forEach(node.putObject("awsPrivateLinkSrv")::put);
        ArrayNode strings = node.putArray("privateEndpoint");
        for (int number = 0; number < groups.size(); number++) {
            strings.add(string(groups.get(number), number));
        }
        if (!cluster.state().equals("CREATING")) {
            node.put("standard", standard());
            node.put("standardSrv", "mongodb+srv://" + host() + domain);
        }
        return node;
    }

    /**
     * The endpoints of each string. None unless every region of the cluster has one. A string leads through one endpoint in each
     * region; with regional mode, to a sharded cluster, through one endpoint alone.
     */
    private List<List<ConnectedEndpoint>> groups() {
        Map<ClusterRegion, List<ConnectedEndpoint>> byRegion = new LinkedHashMap<>();
        cluster.regions().forEach(region -> byRegion.put(region, new ArrayList<>()));
        endpoints.forEach(endpoint -> byRegion.get(endpoint.region()).add(endpoint));
        if (byRegion.values().stream().anyMatch(List::isEmpty)) {
            return List.of();
        }
        if (isRegional && isSharded()) {
            return byRegion.values().stream()
                    .flatMap(List::stream)
                    .map(List::of)
                    .toList();
        }
        int most = byRegion.values().stream().mapToInt(List::size).max().orElse(0);
        return IntStream.range(0, most)
                .mapToObj(number -> byRegion.values().stream()
                        .map(each -> each.get(Math.min(number, each.size() - 1)))
                        .toList())
                .toList();
    }

    private ObjectNode string(List<ConnectedEndpoint> group, int number) {
        ObjectNode node = Json.object();
        node.put("connectionString", plain(group, number));
        ArrayNode through = node.putArray("endpoints");
        group.forEach(endpoint -> through.addObject()
                .put("endpointId", endpoint.id())
                .put("providerName", endpoint.cloud().name())
                .put("region", endpoint.region().region()));
        node.put("srvConnectionString", srv(group, number, ""));
        if (isSharded()) {
            node.put("srvShardOptimizedConnectionString", srv(group, number, "-lb"));
        }
        node.put("type", isSharded() ? "MONGOS" : "MONGOD");
        return node;
    }

    private Map<String, String> byAwsEndpoint(List<List<ConnectedEndpoint>> groups, boolean isSrv) {
        Map<String, String> strings = new LinkedHashMap<>();
        for (int number = 0; number < groups.size(); number++) {
            List<ConnectedEndpoint> group = groups.get(number);
            String string = isSrv ? srv(group, number, "") : plain(group, number);
            group.stream()
                    .filter(endpoint -> endpoint.cloud() == Cloud.AWS)
                    .forEach(endpoint -> strings.put(endpoint.id(), string));
        }
        return strings;
    }

    private String srv(List<ConnectedEndpoint> group, int number, String suffix) {
        boolean isPortMapped = group.stream().allMatch(ConnectedEndpoint::isPortMapped);
        return "mongodb+srv://" + host() + (isPortMapped ? "-psc-" : "-pl-") + number + suffix + domain;
    }

    /** Behind an endpoint each node has a port of its own. */
    private String plain(List<ConnectedEndpoint> group, int number) {
        String hosts = group.stream()
                .map(ConnectedEndpoint::region)
                .flatMap(region -> IntStream.range(0, ClusterShapes.nodes(cluster.regions(), region))
                        .mapToObj(node -> "pl-" + number + "-" + place(region) + domain + ":" + (FIRST_PORT + node)))
                .collect(Collectors.joining(","));
        return "mongodb://" + hosts + options();
    }

    private String standard() {
        String hosts = IntStream.range(0, 3)
                .mapToObj(node -> host() + "-shard-00-0" + node + domain + ":27017")
                .collect(Collectors.joining(","));
        return "mongodb://" + hosts + options();
    }

    private String options() {
        return "/?ssl=true&authSource=admin"
                + (isSharded() ? "" : "&replicaSet=atlas-" + Identifiers.hex(6, cluster.name() + domain) + "-shard-0");
    }

    private static String place(ClusterRegion region) {
        String name = Regions.cloudName(region.cloud(), region.region());
        return region.cloud() == Cloud.AWS
                ? name
                : name + "-" + region.cloud().name().toLowerCase(Locale.ROOT);
    }

    private String host() {
        return cluster.name().toLowerCase(Locale.ROOT);
    }

    private boolean isSharded() {
        return cluster.type() != ClusterType.REPLICASET;
    }
}
