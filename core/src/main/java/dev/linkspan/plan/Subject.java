package dev.linkspan.plan;

import dev.linkspan.model.EndpointAttributes;
import dev.linkspan.model.Region;
import dev.linkspan.model.ServiceId;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;

/** What a step is about, beyond its address: all that carrying it out needs to know. */
public sealed interface Subject {

    /** Regional mode, as it should be. */
    record RegionalMode(boolean isEnabled) implements Subject {}

    /**
     * A private endpoint service.
     *
     * @param id Atlas's id for it; empty while there is none
     * @param remoteRegions as it should have them; empty when specs leave them out
     */
    record Service(Optional<ServiceId> id, Optional<SortedSet<Region>> remoteRegions) implements Subject {
        public Service {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(remoteRegions, "remoteRegions");
        }
    }

    /**
     * An endpoint.
     *
     * @param service Atlas's id for the service it hangs on; empty while there is none
     * @param attributes as it should have them; of one that is only deleted, none
     */
    record Endpoint(Optional<ServiceId> service, EndpointAttributes attributes) implements Subject {
        public Endpoint {
            Objects.requireNonNull(service, "service");
            Objects.requireNonNull(attributes, "attributes");
        }
    }
}
