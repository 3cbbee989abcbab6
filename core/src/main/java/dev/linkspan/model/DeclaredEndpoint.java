package dev.linkspan.model;

import dev.linkspan.diagnostic.SourceRef;
import java.util.Objects;

/**
 * An endpoint that exists in the user's network and that Atlas should know.
 *
 * @param isProtected whether deleting or replacing it is refused
 */
public record DeclaredEndpoint(EndpointId id, EndpointAttributes attributes, boolean isProtected, SourceRef source) {

    public DeclaredEndpoint {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(attributes, "attributes");
        Objects.requireNonNull(source, "source");
    }
}
