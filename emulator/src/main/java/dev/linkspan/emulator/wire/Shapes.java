package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.Identifiers;
import dev.linkspan.emulator.lifecycle.Project;
import dev.linkspan.emulator.state.Cloud;
import dev.linkspan.emulator.state.EndpointState;
import dev.linkspan.emulator.state.ForwardingRule;
import dev.linkspan.emulator.state.Regions;
import dev.linkspan.emulator.state.ServiceState;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Services and endpoints as JSON, field for field as recorded: keys in alphabetical order, nulls written out. */
final class Shapes {

    private static final List<String> READY = List.of("AVAILABLE", "WAITING_FOR_USER", "DELETING");

    private final ApiVersion version;
    private final Project project;

    Shapes(ApiVersion version, Project project) {
        this.version = version;
        this.project = project;
    }

    ArrayNode services(List<ServiceState> services) {
        ArrayNode array = Json.array();
        services.forEach(service -> array.add(service(service)));
        return array;
    }

    ObjectNode service(ServiceState service) {
        ObjectNode node = Json.object();
        String id = service.id().orElseThrow();
        List<String> endpointIds =
                service.endpoints().stream().map(EndpointState::id).toList();
        node.put("cloudProvider", service.cloud().name());
        switch (service.cloud()) {
            case AWS -> {
                node.put("endpointServiceName", isReady(service) ? awsName(service) : null);
                common(node, id, service);
                node.set("interfaceEndpoints", texts(endpointIds));
            }
            case AZURE -> {
                common(node, id, service);
                node.set("privateEndpoints", texts(endpointIds));
                node.put("privateLinkServiceName", isReady(service) ? "pls_" + id : null);
                node.put("privateLinkServiceResourceId", isReady(service) ? azureResource(id) : null);
            }
            case GCP -> {
                node.set("endpointGroupNames", texts(endpointIds));
                common(node, id, service);
                if (version == ApiVersion.V2) {
                    node.put("portMappingEnabled", service.portMapped());
                }
            }
        }
        node.put("regionName", service.region());
        if (service.cloud() == Cloud.GCP) {
            node.set("serviceAttachmentNames", texts(isReady(service) ? attachments(service) : List.of()));
        }
        node.put("status", service.status());
        if (service.cloud() == Cloud.AWS && version == ApiVersion.V2) {
            service.remoteRegions()
                    .ifPresentOrElse(
                            regions -> node.set("supportedRemoteRegions", texts(regions)),
                            () -> node.putNull("supportedRemoteRegions"));
        }
        return node;
    }

    ObjectNode endpoint(ServiceState service, EndpointState endpoint) {
        ObjectNode node = Json.object();
        boolean isLeaving = endpoint.status().equals("DELETING");
        String error = endpoint.errorMessage().orElse(null);
        node.put("cloudProvider", service.cloud().name());
        switch (service.cloud()) {
            case AWS -> {
                node.put("connectionStatus", endpoint.status());
                node.put("deleteRequested", isLeaving);
                node.put("errorMessage", error);
                node.put("interfaceEndpointId", endpoint.id());
            }
            case AZURE -> {
                node.put("deleteRequested", isLeaving);
                node.put("errorMessage", error);
                node.put("privateEndpointConnectionName", azureConnection(service, endpoint));
                node.put("privateEndpointIPAddress", endpoint.ipAddress().orElse(null));
                node.put("privateEndpointResourceId", endpoint.id());
                node.put("status", endpoint.status());
            }
            case GCP -> {
                node.put("deleteRequested", isLeaving);
                node.put("endpointGroupName", endpoint.id());
                node.set("endpoints", rules(service, endpoint));
                node.put("errorMessage", error);
                node.put("gcpProjectId", endpoint.gcpProject().orElse(null));
                if (version == ApiVersion.V2) {
                    node.put("portMappingEnabled", service.portMapped());
                }
                node.put("status", endpoint.status());
            }
        }
        return node;
    }

    ObjectNode project(String baseUrl) {
        return project(project, version, baseUrl);
    }

    static ObjectNode project(Project project, ApiVersion version, String baseUrl) {
        ObjectNode node = Json.object();
        node.put("clusterCount", project.clusters().size());
        node.put("created", "2026-01-01T00:00:00Z");
        node.put("id", project.id());
        node.set("links", Json.array().add(link(baseUrl + version.prefix() + "/groups/" + project.id(), "self")));
        node.put("name", project.name());
        node.put("orgId", Identifiers.hex(24, "organization"));
        node.set("tags", Json.array());
        node.put("withDefaultAlertsSettings", true);
        return node;
    }

    static ObjectNode link(String href, String rel) {
        return Json.object().put("href", href).put("rel", rel);
    }

    private static void common(ObjectNode node, String id, ServiceState service) {
        node.put("errorMessage", service.errorMessage().orElse(null));
        node.put("id", id);
    }

    private static boolean isReady(ServiceState service) {
        return READY.contains(service.status());
    }

    private static String awsName(ServiceState service) {
        return "com.amazonaws.vpce." + Regions.cloudName(Cloud.AWS, service.region()) + ".vpce-svc-"
                + Identifiers.hex(17, service.id().orElseThrow());
    }

    private String azureResource(String id) {
        String next = new BigInteger(id, 16).add(BigInteger.ONE).toString(16);
        return "/subscriptions/" + uuid(project.id()) + "/resourceGroups/rg_" + "0".repeat(24 - next.length()) + next
                + "_" + Identifiers.hex(8, id) + "/providers/Microsoft.Network/privateLinkServices/pls_" + id;
    }

    /** Known once the endpoint is there; the form is that of the schema, since none was recorded. */
    private String azureConnection(ServiceState service, EndpointState endpoint) {
        String name = endpoint.id().substring(endpoint.id().lastIndexOf('/') + 1);
        return endpoint.status().equals("AVAILABLE")
                ? uuid(project.id()) + "%2Fpls_" + service.id().orElseThrow() + "%2F" + name
                : null;
    }

    private List<String> attachments(ServiceState service) {
        String region = Regions.cloudName(Cloud.GCP, service.region());
        String id = service.id().orElseThrow();
        int count = service.portMapped() ? 1 : project.gcpAttachments();
        return IntStream.range(0, count)
                .mapToObj(number -> "projects/p-" + Identifiers.hex(24, project.id()) + "/regions/" + region
                        + "/serviceAttachments/sa-" + region + "-" + Identifiers.hex(24, id) + "-" + number)
                .toList();
    }

    private ArrayNode rules(ServiceState service, EndpointState endpoint) {
        List<String> attachments = attachments(service);
        ArrayNode array = Json.array();
        for (ForwardingRule rule : endpoint.rules()) {
            ObjectNode node = array.addObject();
            node.put("endpointName", rule.name());
            node.put("ipAddress", rule.ipAddress());
            if (version == ApiVersion.V1) {
                Optional.of(array.size() - 1)
                        .filter(index -> index < attachments.size())
                        .ifPresent(index -> node.put(
                                "serviceAttachmentName",
                                "https://www.googleapis.com/compute/v1/" + attachments.get(index)));
            }
            node.put("status", ruleStatus(endpoint.status()));
        }
        return array;
    }

    /** A single rule has no VERIFIED. */
    private static String ruleStatus(String status) {
        return status.equals("VERIFIED") ? "INITIATING" : status;
    }

    private static ArrayNode texts(Collection<String> texts) {
        ArrayNode array = Json.array();
        texts.forEach(array::add);
        return array;
    }

    private static String uuid(String seed) {
        String hex = Identifiers.hex(32, seed);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }
}
