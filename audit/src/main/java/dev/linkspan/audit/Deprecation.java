package dev.linkspan.audit;

import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedService;
import java.util.List;
import java.util.Optional;

/**
 * Services of Google Cloud without port mapping, which Atlas disables on 2027-04-30: no new ones, and those there are stop
 * (MongoDB's page "Learn About Private Endpoints in Atlas").
 */
final class Deprecation {

    static final String LAST_DAY = "2027-04-30";

    private Deprecation() {}

    /** Nothing for a service that stays, or is going anyway. */
    static Optional<Finding> of(Address address, ObservedService service, Advice advice) {
        boolean isOld =
                service.key().provider() == CloudProvider.GCP && !service.key().isPortMapped();
        if (!isOld || service.health() == Health.LEAVING) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Finding.Kind.DEPRECATED,
                Severity.WARNING,
                address,
                "This service has the architecture without port mapping, which Atlas disables on " + LAST_DAY
                        + ": its endpoints stop working then.",
                new Evidence("port-mapped", "not port-mapped", Optional.empty(), Optional.empty(), List.of(), 0),
                advice));
    }
}
