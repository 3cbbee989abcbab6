package dev.linkspan.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * How to connect to a cluster through private endpoints: one address in up to three forms, none of which holds a password.
 * All texts are Atlas's, untrusted.
 *
 * @param srv {@code mongodb+srv://}, which Atlas recommends
 * @param standard {@code mongodb://} with the hosts written out, for drivers that cannot look them up
 * @param shardOptimizedSrv for sharded clusters whose drivers support it
 * @param endpoints those that it leads through: one, or one in each region of the cluster
 */
public record PrivateConnectionString(
        Optional<String> srv, Optional<String> standard, Optional<String> shardOptimizedSrv, List<Passage> endpoints) {

    /**
     * An endpoint that a connection string leads through.
     *
     * @param region where its service is; empty when Atlas does not say
     */
    public record Passage(EndpointId id, Optional<Region> region) {
        public Passage {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(region, "region");
        }
    }

    /** @throws Refusal when there is no text in any form */
    public PrivateConnectionString {
        Objects.requireNonNull(srv, "srv");
        Objects.requireNonNull(standard, "standard");
        Objects.requireNonNull(shardOptimizedSrv, "shardOptimizedSrv");
        endpoints = List.copyOf(endpoints);
        if (srv.isEmpty() && standard.isEmpty() && shardOptimizedSrv.isEmpty()) {
            throw new Refusal("empty-connection-string", "A connection string has no text", "");
        }
    }

    /** The form to hand to people: SRV where there is one. */
    public String text() {
        return srv.or(() -> standard).or(() -> shardOptimizedSrv).orElseThrow();
    }

    public boolean leadsThrough(EndpointId endpoint) {
        return endpoints.stream().anyMatch(it -> it.id().equals(endpoint));
    }
}
