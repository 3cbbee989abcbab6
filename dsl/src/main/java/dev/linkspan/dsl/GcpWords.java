package dev.linkspan.dsl;

import java.util.List;
import java.util.Optional;

/** The words inside {@code gcp}. */
interface GcpWords {

    @Word(
            means =
                    "The service is port-mapped: one endpoint with one address. Without it, Atlas disables it on 2027-04-30.",
            example = "portMapped()")
    void portMapped();

    @Word(
            means =
                    "The endpoint of a port-mapped service: its forwarding rule, and that one's project and private address.",
            example = "endpoint('psc-app', gcpProject: 'acme-net', ip: '10.10.0.5')")
    void endpoint(
            Argument<String> rule,
            @Named("gcpProject") Argument<String> gcpProject,
            @Named("ip") Argument<String> ip,
            Optional<Body> body);

    @Word(
            means = "An endpoint of a service without port mapping: as many addresses as it has service attachments.",
            example =
                    "endpointGroup('grp', gcpProject: 'acme-net', endpoints: ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6'])")
    void endpointGroup(
            Argument<String> name,
            @Named("gcpProject") Argument<String> gcpProject,
            @Named("endpoints") Argument<List<Argument.Pair>> endpoints,
            Optional<Body> body);

    @Word(means = "Refuses to delete or replace the service and its endpoints.", example = "protect()")
    void protect();
}
