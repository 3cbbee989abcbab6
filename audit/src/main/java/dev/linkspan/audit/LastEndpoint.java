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
        return Optional.of(new Finding(
                Finding.Kind.LAST_ENDPOINT,
                Severity.NOTE,
                endpoint,
                "It is the only endpoint of its service. Atlas may remove the service with it, and a new service has another name.",
                new Evidence("another endpoint beside it", "none", Optional.empty(), Optional.empty(), List.of(), 0),
                advice));
    }
}
