package dev.linkspan.audit.activity;

import dev.linkspan.audit.Finding;
import dev.linkspan.model.Address;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ProjectEvent;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which events may explain a finding. Atlas says of an event its type, and of some the endpoint, but not the region: what is told of a
 * service, or of an endpoint that the event does not name, is near it and no more.
 */
final class Suspects {

    private static final String SERVICE_CREATED = "ENDPOINT_SERVICE_CREATED";
    private static final String SERVICE_DELETED = "ENDPOINT_SERVICE_DELETED";
    private static final String ENDPOINT_CREATED = "INTERFACE_ENDPOINT_CREATED";
    private static final String ENDPOINT_DELETED = "INTERFACE_ENDPOINT_DELETED";
    private static final String ENDPOINT_PATCHED = "INTERFACE_ENDPOINT_PATCHED";
    private static final String REGIONAL_MODE_ON = "REGIONALIZED_PRIVATE_ENDPOINT_MODE_ENABLED";
    private static final String REGIONAL_MODE_OFF = "REGIONALIZED_PRIVATE_ENDPOINT_MODE_DISABLED";

    /** All that is ever asked for. */
    static final SortedSet<String> TYPES = Collections.unmodifiableSortedSet(new TreeSet<>(Set.of(
            SERVICE_CREATED,
            SERVICE_DELETED,
            ENDPOINT_CREATED,
            ENDPOINT_DELETED,
            ENDPOINT_PATCHED,
            REGIONAL_MODE_ON,
            REGIONAL_MODE_OFF)));

    /** More would be a feed, and no explanation. */
    private static final int MOST = 3;

    private Suspects() {}

    /** Whether somebody must have changed something for it. */
    static boolean isDrift(Finding finding) {
        return switch (finding.kind()) {
            case MISSING, UNMANAGED, CHANGED -> true;
            default -> false;
        };
    }

    /** The newest of those that may explain a finding of drift. */
    static List<ProjectEvent> of(Finding finding, List<ProjectEvent> events) {
        var types = types(finding);
        return events.stream()
                .filter(it -> types.contains(it.type()) && isNotAboutAnother(it, finding.address()))
                .sorted(Comparator.comparing(ProjectEvent::at).reversed())
                .limit(MOST)
                .toList();
    }

    private static Set<String> types(Finding finding) {
        return switch (finding.address().kind()) {
            case REGIONAL_MODE -> Set.of(REGIONAL_MODE_ON, REGIONAL_MODE_OFF);
            case SERVICE -> ofService(finding.kind());
            case ENDPOINT -> ofEndpoint(finding.kind());
            default -> Set.of();
        };
    }

    private static Set<String> ofService(Finding.Kind kind) {
        return switch (kind) {
            // It may have gone with its last endpoint.
            case MISSING -> Set.of(SERVICE_DELETED, ENDPOINT_DELETED);
            case UNMANAGED -> Set.of(SERVICE_CREATED);
            default -> Set.of(SERVICE_CREATED, ENDPOINT_PATCHED);
        };
    }

    private static Set<String> ofEndpoint(Finding.Kind kind) {
        return switch (kind) {
            case MISSING -> Set.of(ENDPOINT_DELETED, SERVICE_DELETED);
            case UNMANAGED -> Set.of(ENDPOINT_CREATED);
            // Atlas changes none in place: somebody has removed it and added it again.
            default -> Set.of(ENDPOINT_DELETED, ENDPOINT_CREATED, ENDPOINT_PATCHED);
        };
    }

    private static boolean isNotAboutAnother(ProjectEvent event, Address address) {
        return event.endpoint()
                .flatMap(named -> address.endpoint().map(it -> new EndpointId(it.provider(), named).equals(it)))
                .orElse(true);
    }
}
