package dev.linkspan.cli.view;

import dev.linkspan.audit.StatusMeaning;
import dev.linkspan.connect.EndpointPaths;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.ConnectionStatus;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.Region;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Services and endpoints with all that Atlas shows of them, for scripts: format {@code linkspan.describe/1}. */
public final class DescriptionDocument {

    static final String FORMAT = "linkspan.describe/1";

    private DescriptionDocument() {}

    /** @param found services and endpoints as {@link #service} and {@link #endpoint} say them */
    public static Map<String, Object> of(List<Map<String, Object>> found, Collection<BlindSpot> blindSpots) {
        var document = new LinkedHashMap<String, Object>();
        document.put("format", FORMAT);
        document.put("complete", blindSpots.isEmpty());
        document.put("found", found);
        document.put(
                "blindSpots",
                blindSpots.stream().sorted().map(PlanDocument::blindSpot).toList());
        return document;
    }

    public static Map<String, Object> service(Address address, ObservedService service) {
        var members = place(address);
        members.put("id", service.id().value());
        members.put("portMapped", service.key().isPortMapped());
        status(members, service.status().text(), StatusMeaning.of(service.status()), service.errorMessage());
        members.put("health", service.health().name().toLowerCase(Locale.ROOT));
        attachments(members, service);
        service.remoteRegions()
                .ifPresent(it -> members.put(
                        "remoteRegions", it.stream().map(Region::cloudName).toList()));
        members.put(
                "endpointIds",
                service.endpointIds().stream().map(EndpointId::value).toList());
        return members;
    }

    public static Map<String, Object> endpoint(Address address, ObservedEndpoint endpoint) {
        var members = place(address);
        members.put("id", endpoint.id().value());
        status(members, endpoint.status().text(), meaning(endpoint.status()), endpoint.errorMessage());
        members.put("health", endpoint.health().name().toLowerCase(Locale.ROOT));
        members.put("deleteRequested", endpoint.isDeleteRequested());
        endpoint.attributes().ip().ifPresent(it -> members.put("privateIp", it));
        endpoint.connectionName().ifPresent(it -> members.put("connectionName", it));
        endpoint.attributes().gcpProject().ifPresent(it -> members.put("gcpProject", it));
        if (!endpoint.rules().isEmpty()) {
            members.put(
                    "rules",
                    endpoint.rules().stream().map(DescriptionDocument::rule).toList());
        }
        return members;
    }

    /** The same with the ways to clusters. */
    public static Map<String, Object> endpoint(
            Address address, ObservedEndpoint endpoint, Optional<EndpointPaths> paths) {
        var members = endpoint(address, endpoint);
        paths.ifPresent(it -> members.put("connections", ConnectionMembers.endpoint(it)));
        return members;
    }

    private static StatusMeaning meaning(ConnectionStatus status) {
        return StatusMeaning.of(status);
    }

    private static Map<String, Object> place(Address address) {
        var members = new LinkedHashMap<String, Object>();
        members.put("address", address.toString());
        members.put("kind", address.kind().name().toLowerCase(Locale.ROOT));
        members.put("project", address.project().value());
        members.put("provider", address.provider().orElseThrow().word());
        members.put("region", address.region().orElseThrow().cloudName());
        return members;
    }

    private static void status(
            Map<String, Object> members, String status, StatusMeaning meaning, Optional<String> message) {
        members.put("status", status);
        members.put("meaning", meaning.meaning());
        message.ifPresent(it -> members.put("errorMessage", it));
    }

    /** Under the names that Atlas has for them. */
    private static void attachments(Map<String, Object> members, ObservedService service) {
        var provider = service.key().provider();
        if (provider == CloudProvider.GCP) {
            members.put("serviceAttachmentNames", service.attachments());
        } else if (!service.attachments().isEmpty()) {
            String name = service.attachments().get(0);
            if (provider == CloudProvider.AWS) {
                members.put("endpointServiceName", name);
            } else {
                members.put("privateLinkServiceResourceId", name);
                members.put("privateLinkServiceName", name.substring(name.lastIndexOf('/') + 1));
            }
        }
    }

    private static Map<String, Object> rule(ObservedEndpoint.Rule rule) {
        var members = new LinkedHashMap<String, Object>();
        members.put("name", rule.name());
        rule.ip().ifPresent(it -> members.put("ip", it));
        members.put("status", rule.status().text());
        rule.attachment().ifPresent(it -> members.put("serviceAttachmentName", it));
        return members;
    }
}
