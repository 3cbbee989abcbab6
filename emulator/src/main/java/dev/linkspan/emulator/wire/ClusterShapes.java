package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.ClusterView;
import dev.linkspan.emulator.lifecycle.Identifiers;
import dev.linkspan.emulator.lifecycle.Project;
import dev.linkspan.emulator.state.ClusterRegion;
import dev.linkspan.emulator.state.ClusterState;
import dev.linkspan.emulator.state.ClusterType;
import java.util.List;

/**
 * Clusters as JSON in the form of one version: those fields that say where a cluster is, how it is and how to connect to it, and
 * some of the others. The oldest form knows one cloud for each cluster, so clusters on several clouds are not shown in it
 * (assumed).
 */
final class ClusterShapes {

    private static final String OLDEST = "2023-01-01";
    private static final String NEWEST = "2024-08-05";
    private static final int SHARDS = 2;
    private static final int HIGHEST_PRIORITY = 7;

    private final String version;
    private final Project project;
    private final String apiUrl;

    ClusterShapes(String version, Project project, String apiUrl) {
        this.version = version;
        this.project = project;
        this.apiUrl = apiUrl;
    }

    boolean canShow(ClusterView cluster) {
        boolean isOnOneCloud = cluster.state().regions().stream()
                        .map(ClusterRegion::cloud)
                        .distinct()
                        .count()
                == 1;
        return !version.equals(OLDEST) || isOnOneCloud;
    }

    ObjectNode cluster(ClusterView view) {
        ClusterState cluster = view.state();
        ObjectNode node = Json.object();
        node.put("backupEnabled", false);
        node.put("clusterType", cluster.type().name());
        node.set("connectionStrings", new ConnectionStringShapes(project, view).all());
        node.put("createDate", "2026-01-01T00:00:00Z");
        node.put("groupId", project.id());
        node.put("id", id(cluster, "cluster"));
        node.set(
                "links",
                Json.array()
                        .add(Shapes.link(apiUrl + "/groups/" + project.id() + "/clusters/" + cluster.name(), "self")));
        node.put("mongoDBMajorVersion", "8.0");
        node.put("mongoDBVersion", "8.0.12");
        node.put("name", cluster.name());
        node.put("paused", cluster.isPaused());
        if (version.equals(OLDEST)) {
            node.set("providerSettings", providerSettings(cluster));
        }
        node.set("replicationSpecs", replicationSpecs(cluster));
        node.put("stateName", cluster.state());
        node.put("terminationProtectionEnabled", false);
        return node;
    }

    private ObjectNode providerSettings(ClusterState cluster) {
        ObjectNode node = Json.object();
        ClusterRegion first = cluster.regions().get(0);
        if (!cluster.isDedicated()) {
            node.put("backingProviderName", first.cloud().name());
        }
        node.put("instanceSizeName", cluster.instanceSize());
        node.put("providerName", provider(cluster, first));
        if (cluster.regions().size() == 1) {
            node.put("regionName", first.region());
        }
        return node;
    }

    /** One for each shard, or in the older forms one for all of them; of a global cluster one for each zone. */
    private ArrayNode replicationSpecs(ClusterState cluster) {
        ArrayNode specs = Json.array();
        switch (cluster.type()) {
            case REPLICASET -> specs.add(replicationSpec(cluster, cluster.regions(), 1));
            case SHARDED -> {
                for (int shard = 1; shard <= (version.equals(NEWEST) ? SHARDS : 1); shard++) {
                    specs.add(replicationSpec(cluster, cluster.regions(), shard));
                }
            }
            case GEOSHARDED ->
                cluster.regions()
                        .forEach(region -> specs.add(replicationSpec(cluster, List.of(region), specs.size() + 1)));
        }
        return specs;
    }

    private ObjectNode replicationSpec(ClusterState cluster, List<ClusterRegion> regions, int number) {
        ObjectNode node = Json.object();
        node.put("id", id(cluster, "spec " + number));
        if (!version.equals(NEWEST)) {
            node.put("numShards", cluster.type() == ClusterType.SHARDED ? SHARDS : 1);
        }
        if (version.equals(OLDEST)) {
            ObjectNode byRegion = node.putObject("regionsConfig");
            for (ClusterRegion region : regions) {
                byRegion.putObject(region.region())
                        .put("analyticsNodes", 0)
                        .put("electableNodes", nodes(regions, region))
                        .put("priority", priority(regions, region))
                        .put("readOnlyNodes", 0);
            }
        } else {
            ArrayNode configs = node.putArray("regionConfigs");
            regions.forEach(region -> configs.add(regionConfig(cluster, regions, region)));
        }
        node.put("zoneName", "Zone " + (cluster.type() == ClusterType.GEOSHARDED ? number : 1));
        return node;
    }

    private static ObjectNode regionConfig(ClusterState cluster, List<ClusterRegion> all, ClusterRegion region) {
        ObjectNode node = Json.object();
        if (!cluster.isDedicated()) {
            node.put("backingProviderName", region.cloud().name());
        }
        node.putObject("electableSpecs")
                .put("instanceSize", cluster.instanceSize())
                .put("nodeCount", nodes(all, region));
        node.put("priority", priority(all, region));
        node.put("providerName", provider(cluster, region));
        node.put("regionName", region.region());
        return node;
    }

    private static String provider(ClusterState cluster, ClusterRegion region) {
        if (cluster.isDedicated()) {
            return region.cloud().name();
        }
        return cluster.instanceSize().equals("FLEX") ? "FLEX" : "TENANT";
    }

    /** An odd number in all. */
    static int nodes(List<ClusterRegion> all, ClusterRegion region) {
        return all.indexOf(region) == 0 ? 3 : 2;
    }

    private static int priority(List<ClusterRegion> all, ClusterRegion region) {
        return Math.max(0, HIGHEST_PRIORITY - all.indexOf(region));
    }

    private String id(ClusterState cluster, String what) {
        return Identifiers.hex(24, project.id() + "/" + cluster.name() + "/" + what);
    }
}
