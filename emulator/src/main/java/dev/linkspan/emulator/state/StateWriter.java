package dev.linkspan.emulator.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Writes a state as a state file that {@link StateReader} reads back to the same state. */
final class StateWriter {

    private StateWriter() {}

    static String write(AtlasState state) {
        ObjectNode root = Json.object();
        ArrayNode projects = root.putArray("projects");
        state.projects().forEach(project -> projects.add(project(project)));
        return new String(Json.write(root, true), StandardCharsets.UTF_8);
    }

    private static ObjectNode project(ProjectState project) {
        ObjectNode node = Json.object();
        node.put("id", project.id());
        node.put("name", project.name());
        node.put("regionalMode", project.regionalMode());
        node.put("gcpAttachments", project.gcpAttachments());
        ArrayNode services = node.putArray("services");
        project.services().forEach(service -> services.add(service(service)));
        ArrayNode clusters = node.putArray("clusters");
        project.clusters().forEach(cluster -> clusters.add(cluster(cluster)));
        ObjectNode fates = node.putObject("fates");
        project.fates().forEach((key, fate) -> fates.put(key, fate.text()));
        if (!project.events().isEmpty()) {
            ArrayNode events = node.putArray("events");
            project.events().forEach(event -> events.add(event(event)));
        }
        return node;
    }

    private static ObjectNode event(EventState event) {
        ObjectNode node = Json.object();
        node.put("type", event.type());
        node.put("at", event.at().toString());
        put(node, "by", event.by());
        put(node, "endpoint", event.endpoint());
        return node;
    }

    private static ObjectNode service(ServiceState service) {
        ObjectNode node = Json.object();
        put(node, "id", service.id());
        node.put("provider", service.cloud().name());
        node.put("region", service.region());
        node.put("status", service.status());
        put(node, "errorMessage", service.errorMessage());
        put(node, "fate", service.fate().map(Fate::text));
        service.remoteRegions().ifPresent(regions -> regions.forEach(node.putArray("remoteRegions")::add));
        if (service.cloud() == Cloud.GCP) {
            node.put("portMapped", service.portMapped());
        }
        ArrayNode endpoints = node.putArray("endpoints");
        service.endpoints().forEach(endpoint -> endpoints.add(endpoint(endpoint)));
        return node;
    }

    private static ObjectNode endpoint(EndpointState endpoint) {
        ObjectNode node = Json.object();
        node.put("id", endpoint.id());
        node.put("status", endpoint.status());
        put(node, "errorMessage", endpoint.errorMessage());
        put(node, "fate", endpoint.fate().map(Fate::text));
        put(node, "ipAddress", endpoint.ipAddress());
        put(node, "gcpProject", endpoint.gcpProject());
        if (!endpoint.rules().isEmpty()) {
            ArrayNode rules = node.putArray("rules");
            endpoint.rules()
                    .forEach(rule -> rules.addObject().put("name", rule.name()).put("ipAddress", rule.ipAddress()));
        }
        return node;
    }

    private static ObjectNode cluster(ClusterState cluster) {
        ObjectNode node = Json.object();
        node.put("name", cluster.name());
        ArrayNode regions = node.putArray("regions");
        cluster.regions().forEach(region -> regions.add(region.toString()));
        node.put("type", cluster.type().name());
        node.put("state", cluster.state());
        node.put("paused", cluster.isPaused());
        node.put("instanceSize", cluster.instanceSize());
        node.put("fate", (cluster.hangs() ? Fate.HANGS : Fate.READY).text());
        return node;
    }

    private static void put(ObjectNode node, String name, Optional<String> text) {
        text.ifPresent(value -> node.put(name, value));
    }
}
