package dev.linkspan.dsl;

import java.util.List;
import java.util.Optional;

/** The words inside {@code aws}. */
interface AwsWords {

    @Word(
            means = "Regions besides its own from which endpoints may connect, at most 35; [] for none.",
            example = "remoteRegions 'eu-west-1', 'eu-central-1'")
    void remoteRegions(List<Argument<String>> regions);

    @Word(
            means = "An interface endpoint that exists in your VPC, by its id.",
            example = "endpoint 'vpce-0d00c26273372c6ef'")
    void endpoint(Argument<String> id, Optional<Body> body);

    @Word(means = "Refuses to delete or replace the service and its endpoints.", example = "protect()")
    void protect();
}
