package dev.linkspan.compare;

import dev.linkspan.model.Address;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import java.util.List;
import java.util.Objects;

/**
 * A service and its endpoints.
 *
 * @param endpoints in the order of their addresses
 */
public record ComparedService(
        Pairing<DeclaredService, ObservedService> service,
        List<Pairing<DeclaredEndpoint, ObservedEndpoint>> endpoints) {

    public ComparedService {
        Objects.requireNonNull(service, "service");
        endpoints = List.copyOf(endpoints);
    }

    public Address address() {
        return service.address();
    }

    /**
     * Whether it has endpoints, none of them declared, and Atlas is removing them all: it may go with the last, which Atlas does to some
     * services.
     */
    public boolean isLosingItsLastEndpoint() {
        return !endpoints.isEmpty()
                && endpoints.stream()
                        .allMatch(it -> it.declared().isEmpty()
                                && it.observed()
                                        .filter(endpoint -> endpoint.health() == Health.LEAVING)
                                        .isPresent());
    }
}
