package dev.linkspan.cli.view;

import dev.linkspan.connect.ClusterPath;
import dev.linkspan.connect.Connections;
import dev.linkspan.connect.EndpointPaths;
import dev.linkspan.connect.Lack;
import dev.linkspan.model.PrivateConnectionString;
import dev.linkspan.model.PrivateConnectionString.Passage;
import java.util.LinkedHashMap;
import java.util.Map;

/** Which connection strings lead through which endpoints, as members of a document for scripts. */
final class ConnectionMembers {

    private ConnectionMembers() {}

    static Map<String, Object> of(Connections connections) {
        return Map.of(
                "complete", connections.isComplete(),
                "due", connections.isDue(),
                "endpoints",
                        connections.endpoints().stream()
                                .map(ConnectionMembers::endpoint)
                                .toList(),
                "blindSpots",
                        connections.blindSpots().stream()
                                .map(PlanDocument::blindSpot)
                                .toList());
    }

    static Map<String, Object> endpoint(EndpointPaths paths) {
        var members = new LinkedHashMap<String, Object>();
        members.put("address", paths.endpoint().toString());
        members.put(
                "clusters",
                paths.clusters().stream().map(ConnectionMembers::cluster).toList());
        paths.lack().ifPresent(it -> members.put("reason", reason(it)));
        return members;
    }

    private static Map<String, Object> cluster(ClusterPath path) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", path.cluster().name());
        members.put("state", path.cluster().state().text());
        members.put("paused", path.cluster().isPaused());
        members.put("settling", path.isSettling());
        members.put(
                "connectionStrings",
                path.strings().stream().map(ConnectionMembers::string).toList());
        path.lack().ifPresent(it -> members.put("reason", reason(it)));
        return members;
    }

    private static Map<String, Object> string(PrivateConnectionString string) {
        var members = new LinkedHashMap<String, Object>();
        string.srv().ifPresent(it -> members.put("srv", it));
        string.standard().ifPresent(it -> members.put("standard", it));
        string.shardOptimizedSrv().ifPresent(it -> members.put("shardOptimizedSrv", it));
        members.put(
                "endpoints",
                string.endpoints().stream().map(ConnectionMembers::passage).toList());
        return members;
    }

    private static Map<String, Object> passage(Passage passage) {
        var members = new LinkedHashMap<String, Object>();
        members.put("id", passage.id().value());
        members.put("provider", passage.id().provider().word());
        passage.region().ifPresent(it -> members.put("region", it.toString()));
        return members;
    }

    private static Map<String, Object> reason(Lack lack) {
        return Map.of("id", lack.kind().id(), "text", lack.text());
    }
}
