package dev.linkspan.cli.view;

import dev.linkspan.connect.EndpointPaths;
import dev.linkspan.model.Address;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import java.util.Objects;
import java.util.Optional;

/**
 * One service or endpoint as Atlas shows it.
 *
 * @param address of the endpoint where there is one, else of the service
 * @param projectName where it was looked up
 * @param service the thing itself, or what the endpoint hangs on
 * @param paths through the endpoint, where clusters could be read
 */
public record Description(
        Address address,
        Optional<String> projectName,
        ObservedService service,
        Optional<ObservedEndpoint> endpoint,
        Optional<EndpointPaths> paths) {

    public Description {
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(projectName, "projectName");
        Objects.requireNonNull(service, "service");
        Objects.requireNonNull(endpoint, "endpoint");
        Objects.requireNonNull(paths, "paths");
    }
}
