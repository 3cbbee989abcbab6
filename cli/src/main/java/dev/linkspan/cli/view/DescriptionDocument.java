package dev.linkspan.cli.view;

import dev.linkspan.audit.StatusMeaning;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Health;
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

    public static Map<String, Object> of(List<Description> found, Collection<BlindSpot> blindSpots) {
        var document = new LinkedHashMap<String, Object>();
        document.put("format", FORMAT);
        document.put("complete", blindSpots.isEmpty());
        document.put("found", found.stream().map(DescriptionDocument::described).toList());
        document.put(
                "blindSpots",
                blindSpots.stream().sorted().map(PlanDocument::blindSpot).toList());
        return document;
    }

    private static Map<String, Object> described(Description described) {
        var address = described.address();
        var members = described
                .endpoint()
                .map(it -> endpoint(address, it))
                .orElseGet(() -> service(address, described.service()));
        described.projectName().ifPresent(it -> members.put("projectName", it));
        if (described.endpoint().isPresent()) {
            members.put("serviceId", described.service().id().value());
            attachments(members, described.service());
        }
        described.paths().ifPresent(it -> members.put("connections", ConnectionMembers.endpoint(it)));
        return members;
    }

    static Map<String, Object> service(Address address, ObservedService service) {
        var members = place(address);
        members.put("id", service.id().value());
        status(members, service.status().text(), StatusMeaning.of(service.status()), service.errorMessage());
        members.put("health", word(service.health()));
        attachments(members, service);
        service.remoteRegions()
                .ifPresent(it -> members.put(
                        "remoteRegions", it.stream().map(Region::cloudName).toList()));
        members.put(
                "endpointIds",
                service.endpointIds().stream().map(EndpointId::value).toList());
        return members;
    }

    static Map<String, Object> endpoint(Address address, ObservedEndpoint endpoint) {
        var members = place(address);
        members.put("id", endpoint.id().value());
        status(members, endpoint.status().text(), StatusMeaning.of(endpoint.status()), endpoint.errorMessage());
        members.put("health", word(endpoint.health()));
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

    private static String word(Health health) {
        return health.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> place(Address address) {
        var members = new LinkedHashMap<String, Object>();
        members.put("address", address.toString());
        members.put("kind", address.kind().name().toLowerCase(Locale.ROOT));
        members.put("project", address.project().value());
        members.put("provider", address.provider().orElseThrow().word());
        members.put("region", address.region().orElseThrow().cloudName());
        members.put("portMapped", address.service().orElseThrow().isPortMapped());
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
        var first = service.attachments().stream().findFirst();
        switch (service.key().provider()) {
            case AWS -> first.ifPresent(it -> members.put("endpointServiceName", it));
            case AZURE -> {
                service.linkName().ifPresent(it -> members.put("privateLinkServiceName", it));
                first.ifPresent(it -> members.put("privateLinkServiceResourceId", it));
            }
            case GCP -> members.put("serviceAttachmentNames", service.attachments());
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
