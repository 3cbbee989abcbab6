package dev.linkspan.apply;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ServiceId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the jobs of one run share: Atlas, how long to wait, and what is known of services by now. */
final class Site {

    private final Atlas atlas;
    private final Patience patience;
    private final Map<Address, ServiceId> services = new HashMap<>();
    private final Map<Address, List<String>> attachments = new HashMap<>();

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

    /** Takes down what endpoints of a service connect to, once it is ready. */
    void ready(Address service, List<String> attachments) {
        this.attachments.put(service, attachments);
    }

    /** Empty until this run has seen the service become ready. */
    List<String> attachments(Address service) {
        return attachments.getOrDefault(service, List.of());
    }

    /** Steps that touch Atlas exist only for projects whose id is known. */
    static ProjectId project(Address address) {
        return (ProjectId) address.project();
    }
}
