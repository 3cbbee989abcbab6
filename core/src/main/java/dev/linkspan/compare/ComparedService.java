package dev.linkspan.compare;

import dev.linkspan.model.Address;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredService;
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
}
