package dev.linkspan.model;

import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A private endpoint service as Atlas shows it.
 *
 * @param endpointServiceName AWS: what an interface endpoint connects to; empty until the service is ready
 * @param errorMessage Atlas's own words, untrusted; present means failure whatever the status says
 * @param remoteRegions empty when Atlas does not say (null, or API v1.0)
 * @param endpointIds the ids Atlas lists on the service; their statuses take a call each
 */
public record ObservedService(
        ServiceId id,
        Region region,
        ServiceStatus status,
        Optional<String> endpointServiceName,
        Optional<String> errorMessage,
        Optional<SortedSet<Region>> remoteRegions,
        SortedSet<EndpointId> endpointIds) {

    public ObservedService {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(region, "region");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(endpointServiceName, "endpointServiceName");
        errorMessage = errorMessage.filter(it -> !it.isBlank());
        remoteRegions = remoteRegions.map(it -> Collections.unmodifiableSortedSet(new TreeSet<>(it)));
        endpointIds = Collections.unmodifiableSortedSet(new TreeSet<>(endpointIds));
    }

    /** The status's health, unless Atlas also reports an error: that is a failure even while the status looks pending. */
    public Health health() {
        return errorMessage.isPresent() && status.health() != Health.LEAVING ? Health.FAILED : status.health();
    }
}
