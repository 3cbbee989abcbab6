package dev.linkspan.dsl;

import java.util.Optional;

/** The words inside {@code project}. */
interface ProjectWords {

    @Word(
            means = "The private endpoint service of an AWS region, in either spelling.",
            example = "aws('us-east-1') { … }")
    void aws(Argument<String> region, Optional<Body> body);

    @Word(
            means = "The private endpoint service of an Azure region, in either spelling.",
            example = "azure('eastus2') { … }")
    void azure(Argument<String> region, Optional<Body> body);

    @Word(
            means =
                    "A private endpoint service of a Google Cloud region, in either spelling; one with port mapping and one without may stand there.",
            example = "gcp('us-central1') { … }")
    void gcp(Argument<String> region, Optional<Body> body);

    @Word(
            means = "Whether the project's clusters have one connection string for each region.",
            example = "regionalMode true")
    void regionalMode(boolean isOn);

    @Word(
            means =
                    "What becomes of services and endpoints that no spec declares: 'report' (if left out), 'ignore' or 'delete'.",
            example = "unmanaged 'ignore'")
    void unmanaged(Argument<String> policy);

    @Word(means = "Refuses every deletion and replacement in the project.", example = "protect()")
    void protect();
}
