package dev.linkspan.atlas.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.ConnectionStatus;
import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectEvent;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Region;
import dev.linkspan.model.Regions;
import dev.linkspan.model.ServiceId;
import dev.linkspan.model.ServiceKey;
import dev.linkspan.model.ServiceStatus;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Bodies as they travel. Any field of an answer may be missing or null and unknown ones are passed over; what cannot be done
 * without is refused where the record becomes one of the model's.
 */
final class Wire {

    private Wire() {}

    /**
     * A service. The ids of its endpoints stand in a field of their own on each cloud.
     *
     * @param regionName missing in samples of API v1.0
     */
    record Service(
            String id,
            String regionName,
            String status,
            String endpointServiceName,
            String privateLinkServiceName,
            String privateLinkServiceResourceId,
            List<String> serviceAttachmentNames,
            Boolean portMappingEnabled,
            String errorMessage,
            List<String> supportedRemoteRegions,
            List<String> interfaceEndpoints,
            List<String> privateEndpoints,
            List<String> endpointGroupNames) {

        private static final Pattern AWS_SERVICE_NAME = Pattern.compile("com\\.amazonaws\\.vpce\\.([a-z0-9-]+)\\..*");

        /** The same, its place known from elsewhere if it does not say. */
        Service at(ServiceKey key) {
            return new Service(
                    id,
                    said(regionName).orElse(key.region().atlasName()),
                    status,
                    endpointServiceName,
                    privateLinkServiceName,
                    privateLinkServiceResourceId,
                    serviceAttachmentNames,
                    Optional.ofNullable(portMappingEnabled).orElse(key.isPortMapped()),
                    errorMessage,
                    supportedRemoteRegions,
                    interfaceEndpoints,
                    privateEndpoints,
                    endpointGroupNames);
        }

        /** @throws Refusal when Atlas left out the id or the region */
        ObservedService seen(CloudProvider cloud) {
            return new ObservedService(
                    new ServiceId(id),
                    new ServiceKey(region(cloud), Boolean.TRUE.equals(portMappingEnabled)),
                    new ServiceStatus(said(status).orElse("(no status)")),
                    attachments(cloud),
                    said(privateLinkServiceName),
                    said(errorMessage),
                    Optional.ofNullable(supportedRemoteRegions).map(it -> regions(cloud, it)),
                    endpoints(cloud));
        }

        private Region region(CloudProvider cloud) {
            return said(regionName)
                    .or(this::regionOfServiceName)
                    .map(it -> Regions.shownByAtlas(cloud, it))
                    .orElseThrow(() -> new Refusal("service-without-region", "service " + id + " has no region", ""));
        }

        private Optional<String> regionOfServiceName() {
            return said(endpointServiceName)
                    .map(AWS_SERVICE_NAME::matcher)
                    .filter(Matcher::matches)
                    .map(it -> it.group(1));
        }

        private List<String> attachments(CloudProvider cloud) {
            return switch (cloud) {
                case AWS -> said(endpointServiceName).stream().toList();
                case AZURE -> said(privateLinkServiceResourceId).stream().toList();
                case GCP -> texts(serviceAttachmentNames).toList();
            };
        }

        private SortedSet<EndpointId> endpoints(CloudProvider cloud) {
            return texts(
                            switch (cloud) {
                                case AWS -> interfaceEndpoints;
                                case AZURE -> privateEndpoints;
                                case GCP -> endpointGroupNames;
                            })
                    .map(it -> new EndpointId(cloud, it))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static SortedSet<Region> regions(CloudProvider cloud, List<String> names) {
            return texts(names)
                    .map(it -> Regions.shownByAtlas(cloud, it))
                    .collect(Collectors.toCollection(TreeSet::new));
        }

        private static Stream<String> texts(List<String> texts) {
            return all(texts).filter(it -> !it.isBlank());
        }
    }

    /** An endpoint: AWS says {@code connectionStatus}, Azure and Google Cloud say {@code status}. */
    record Endpoint(
            String connectionStatus,
            String status,
            Boolean deleteRequested,
            String errorMessage,
            String privateEndpointIPAddress,
            String privateEndpointConnectionName,
            String gcpProjectId,
            Boolean portMappingEnabled,
            List<ShownRule> endpoints) {

        /** Azure shows no status right after the create: that is the state before the first one. */
        ObservedEndpoint seen(EndpointId id) {
            return new ObservedEndpoint(
                    id,
                    attributes(),
                    said(connectionStatus)
                            .or(() -> said(status))
                            .map(ConnectionStatus::new)
                            .orElse(ConnectionStatus.NONE),
                    Boolean.TRUE.equals(deleteRequested),
                    said(errorMessage),
                    said(privateEndpointConnectionName),
                    all(endpoints)
                            .filter(it -> it.endpointName() != null)
                            .map(ShownRule::seen)
                            .toList());
        }

        private EndpointAttributes attributes() {
            var rules = all(endpoints)
                    .filter(it -> it.endpointName() != null && it.ipAddress() != null)
                    .collect(Collectors.toMap(
                            ShownRule::endpointName, ShownRule::ipAddress, (one, other) -> one, TreeMap::new));
            boolean isPortMapped = Boolean.TRUE.equals(portMappingEnabled);
            return new EndpointAttributes(
                    isPortMapped ? rules.values().stream().findFirst() : said(privateEndpointIPAddress),
                    said(gcpProjectId),
                    isPortMapped ? Collections.emptySortedMap() : rules);
        }
    }

    /** One address of an endpoint on Google Cloud, as it is shown. */
    record ShownRule(String endpointName, String ipAddress, String status, String serviceAttachmentName) {

        ObservedEndpoint.Rule seen() {
            return new ObservedEndpoint.Rule(
                    endpointName,
                    said(ipAddress),
                    said(status).map(ConnectionStatus::new).orElse(ConnectionStatus.NONE),
                    said(serviceAttachmentName));
        }
    }

    /** The same, as it is sent. */
    record ForwardingRule(String endpointName, String ipAddress) {}

    record RegionalMode(Boolean enabled) {}

    /** A part of a list. */
    interface Page<T> {

        /** How many there are in all; null where Atlas does not say. */
        Integer totalCount();

        /** @throws Refusal when one of them lacks what cannot be done without */
        List<T> seen();

        default boolean isLast(int seenSoFar) {
            return totalCount() != null && seenSoFar >= totalCount();
        }
    }

    record ProjectPage(List<Project> results, Integer totalCount) implements Page<AtlasProject> {

        @Override
        public List<AtlasProject> seen() {
            return all(results)
                    .map(it -> new AtlasProject(
                            new ProjectId(it.id()), said(it.name()).orElse("")))
                    .toList();
        }
    }

    record Project(String id, String name) {}

    /** Atlas refuses fields it does not know, so what is not said is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewService(
            String providerName, String region, Boolean portMappingEnabled, List<String> supportedRemoteRegions) {}

    record ServiceUpdate(String cloudProvider, List<String> supportedRemoteRegions) {}

    /**
     * What is said depends on the cloud. With port mapping, Atlas wants the group's name and passes it over; the rule bears
     * the same.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record NewEndpoint(
            String id,
            String privateEndpointIPAddress,
            String endpointGroupName,
            String gcpProjectId,
            List<ForwardingRule> endpoints) {

        static NewEndpoint of(EndpointId id, EndpointAttributes attributes) {
            return switch (id.provider()) {
                case AWS -> new NewEndpoint(id.value(), null, null, null, null);
                case AZURE -> new NewEndpoint(id.value(), attributes.ip().orElseThrow(), null, null, null);
                case GCP ->
                    new NewEndpoint(
                            null, null, id.value(), attributes.gcpProject().orElseThrow(), rules(id, attributes));
            };
        }

        private static List<ForwardingRule> rules(EndpointId id, EndpointAttributes attributes) {
            return attributes
                    .ip()
                    .map(it -> List.of(new ForwardingRule(id.value(), it)))
                    .orElseGet(() -> attributes.addresses().entrySet().stream()
                            .map(it -> new ForwardingRule(it.getKey(), it.getValue()))
                            .toList());
        }
    }

    /** Newest first. */
    record EventPage(List<Event> results) {
        List<ProjectEvent> seen() {
            return all(results).flatMap(it -> it.seen().stream()).toList();
        }
    }

    /** @param username of a person; another caller has a public key */
    record Event(String eventTypeName, String created, String username, String publicKey, String providerEndpointId) {

        /** Empty where Atlas does not say what happened or when: such an event explains nothing. */
        Optional<ProjectEvent> seen() {
            return said(eventTypeName)
                    .flatMap(type -> moment().map(at -> new ProjectEvent(
                            type, at, said(username).or(() -> said(publicKey)), said(providerEndpointId))));
        }

        private Optional<Instant> moment() {
            try {
                return said(created).map(it -> OffsetDateTime.parse(it).toInstant());
            } catch (DateTimeParseException e) {
                return Optional.empty();
            }
        }
    }

    /** @param accessToken without which the answer is none */
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") Long expiresIn) {
        Token {
            if (accessToken == null || !Headers.isSendable(accessToken)) {
                throw new IllegalArgumentException("no access_token");
            }
        }
    }

    /**
     * Why Atlas refused.
     *
     * @param error the HTTP status in the API's faults, the code in those of OAuth
     * @param parameters of a full token bucket: resource, seconds to wait, capacity, refill, seconds per refill
     */
    record Fault(
            String errorCode,
            String detail,
            JsonNode error,
            @JsonProperty("error_description") String errorDescription,
            List<JsonNode> parameters,
            BadRequest badRequestDetail) {

        static final Fault NONE = new Fault(null, null, null, null, null, null);

        Optional<String> code() {
            return said(errorCode)
                    .or(() -> Optional.ofNullable(error)
                            .filter(JsonNode::isTextual)
                            .map(JsonNode::textValue));
        }

        /** Atlas's own sentence, and the fields it found wanting. */
        Optional<String> words() {
            var fields = Stream.ofNullable(badRequestDetail)
                    .flatMap(it -> all(it.fields()))
                    .map(it -> it.field() + ": " + it.description());
            return said(Stream.concat(said(detail).or(() -> said(errorDescription)).stream(), fields)
                    .collect(Collectors.joining("; ")));
        }
    }

    record BadRequest(List<BadField> fields) {}

    record BadField(String field, String description) {}

    /** The elements that are there. */
    static <T> Stream<T> all(List<T> list) {
        return Stream.ofNullable(list).flatMap(List::stream).filter(Objects::nonNull);
    }

    static Optional<String> said(String text) {
        return Optional.ofNullable(text).filter(it -> !it.isBlank());
    }
}
