package dev.linkspan.model;

import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A private endpoint service as Atlas shows it.
 *
 * @param attachments what endpoints in the user's network connect to, empty until the service is ready: on AWS the endpoint
 *     service's name, on Azure the private link service's resource id, on Google Cloud the names of service attachments
 * @param linkName Azure: the private link service's name, empty until the service is ready
 * @param errorMessage Atlas's own words, untrusted; present means failure whatever the status says
 * @param remoteRegions empty when Atlas does not say (null, or API v1.0)
 * @param endpointIds the ids Atlas lists on the service; their statuses take a call each
 */
public record ObservedService(
        ServiceId id,
        ServiceKey key,
        ServiceStatus status,
        List<String> attachments,
        Optional<String> linkName,
        Optional<String> errorMessage,
        Optional<SortedSet<Region>> remoteRegions,
        SortedSet<EndpointId> endpointIds) {

    public ObservedService {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(status, "status");
        attachments = List.copyOf(attachments);
        Objects.requireNonNull(linkName, "linkName");
        errorMessage = errorMessage.filter(it -> !it.isBlank());
        remoteRegions = remoteRegions.map(it -> Collections.unmodifiableSortedSet(new TreeSet<>(it)));
        endpointIds = Collections.unmodifiableSortedSet(new TreeSet<>(endpointIds));
    }

    /** The status's health, unless Atlas also reports an error: that is a failure even while the status looks pending. */
    public Health health() {
        return errorMessage.isPresent() && status.health() != Health.LEAVING ? Health.FAILED : status.health();
    }

    public Region region() {
        return key.region();
    }
}
