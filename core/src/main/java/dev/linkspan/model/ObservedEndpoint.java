package dev.linkspan.model;

import java.util.Objects;
import java.util.Optional;

/**
 * An endpoint as Atlas shows it.
 *
 * @param isDeleteRequested whether Atlas has been asked to remove it
 * @param errorMessage Atlas's own words, untrusted; present means failure whatever the status says
 */
public record ObservedEndpoint(
        EndpointId id,
        EndpointAttributes attributes,
        ConnectionStatus status,
        boolean isDeleteRequested,
        Optional<String> errorMessage) {

    public ObservedEndpoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(status, "status");
        errorMessage = errorMessage.filter(it -> !it.isBlank());
    }

    /** The status's health, but leaving once a removal was asked for, and failed once Atlas reports an error. */
    public Health health() {
        if (isDeleteRequested || status.health() == Health.LEAVING) {
            return Health.LEAVING;
        }
        return errorMessage.isPresent() ? Health.FAILED : status.health();
    }
}
