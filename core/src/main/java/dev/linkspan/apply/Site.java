package dev.linkspan.apply;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ServiceId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the jobs of one run share: Atlas, how long to wait, and the ids that services have by now. */
final class Site {

    private final Atlas atlas;
    private final Patience patience;
    private final Map<Address, ServiceId> services = new HashMap<>();

    Site(Atlas atlas, Patience patience) {
        this.atlas = atlas;
        this.patience = patience;
    }

    Atlas atlas() {
        return atlas;
    }

    Patience patience() {
        return patience;
    }

    void stands(Address service, ServiceId id) {
        services.put(service, id);
    }

    Optional<ServiceId> service(Address service) {
        return Optional.ofNullable(services.get(service));
    }

    /** Steps that touch Atlas exist only for projects whose id is known. */
    static ProjectId project(Address address) {
        return (ProjectId) address.project();
    }
}
