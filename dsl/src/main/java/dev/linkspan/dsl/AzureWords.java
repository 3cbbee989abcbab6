package dev.linkspan.dsl;

import java.util.Optional;

/** The words inside {@code azure}. */
interface AzureWords {

    @Word(
            means = "A private endpoint that exists in your network, by its resource id, and its private address.",
            example = "endpoint('/subscriptions/…/privateEndpoints/pe-app', ip: '10.0.3.4')")
    void endpoint(Argument<String> resourceId, @Named("ip") Argument<String> ip, Optional<Body> body);

    @Word(means = "Refuses to delete or replace the service and its endpoints.", example = "protect()")
    void protect();
}
