package dev.linkspan.audit;

import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectRef;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A project as a picture shows it: its services and their endpoints, each with its state. */
public record Shape(ProjectRef project, Optional<String> name, List<Service> services) {

    public Shape {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(name, "name");
        services = List.copyOf(services);
    }

    /** @param status Atlas's word, untrusted; empty where Atlas showed none */
    public record Service(Address address, State state, String status, List<Endpoint> endpoints) {
        public Service {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(status, "status");
            endpoints = List.copyOf(endpoints);
        }
    }

    /** @param status Atlas's word, untrusted; empty where Atlas showed none */
    public record Endpoint(Address address, State state, String status) {
        public Endpoint {
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(state, "state");
            Objects.requireNonNull(status, "status");
        }
    }

    /** How many services and endpoints it has. */
    int size() {
        return services.stream().mapToInt(it -> 1 + it.endpoints().size()).sum();
    }
}
