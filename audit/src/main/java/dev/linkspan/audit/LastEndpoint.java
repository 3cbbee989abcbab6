package dev.linkspan.audit;

import dev.linkspan.model.Address;
import dev.linkspan.model.ObservedService;
import java.util.List;
import java.util.Optional;

/**
 * The risk that a service goes with its last endpoint. Atlas's own pages disagree about the clouds on which it does, so it counts
 * on all of them.
 */
final class LastEndpoint {

    private LastEndpoint() {}

    /**
     * For an endpoint that is to be removed, or mended by removing it.
     *
     * @param service the one it hangs on
     */
    static Optional<Finding> of(Address endpoint, ObservedService service, Advice advice) {
        if (service.endpointIds().size() != 1) {
            return Optional.empty();
        }
        return Optional.of(finding(
                endpoint,
                "It is the only endpoint of its service. Atlas may remove the service with it, and a new service has another name.",
                "another endpoint beside it",
                advice));
    }

    /** For a declared service whose endpoints Atlas is removing already, all of them. */
    static Finding leaving(Address service, Advice advice) {
        return finding(
                service,
                "Atlas is deleting its last endpoint and may delete the service with it; a new service has another name.",
                "an endpoint that stays",
                advice);
    }

    private static Finding finding(Address address, String summary, String expected, Advice advice) {
        var evidence = new Evidence(expected, "none", Optional.empty(), Optional.empty(), List.of(), 0);
        return new Finding(Finding.Kind.LAST_ENDPOINT, Severity.NOTE, address, summary, evidence, advice);
    }
}
