package dev.linkspan.model;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * The name by which plans, reports and people point at a thing: {@code 5e22…/aws/us-east-1/vpce-0d00…}.
 *
 * <p>Regions stand in the cloud's spelling. A regional mode is {@code 5e22…/regional-mode}, and all of a
 * project's services on one cloud are {@code 5e22…/aws}.
 *
 * @param project as declared or as Atlas shows it; before names are resolved this may be a name
 * @param provider empty for a project, its regional mode or its clusters
 * @param service only for a service or an endpoint
 * @param endpoint only for an endpoint
 */
public record Address(
        ProjectRef project,
        Kind kind,
        Optional<CloudProvider> provider,
        Optional<ServiceKey> service,
        Optional<EndpointId> endpoint)
        implements Comparable<Address> {

    /** What an address points at; declared in the order in which things stand in a plan. */
    public enum Kind {
        PROJECT,
        REGIONAL_MODE,
        /** A project's clusters, which one list call reads. */
        CLUSTERS,
        PROVIDER,
        SERVICE,
        ENDPOINT
    }

    private static final String REGIONAL_MODE_WORD = "regional-mode";
    private static final String CLUSTERS_WORD = "clusters";
    private static final Comparator<Address> ORDER = Comparator.comparing(
                    (Address it) -> it.project().value())
            .thenComparing((Address it) -> it.provider().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing((Address it) -> it.service().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()))
            .thenComparing(Address::kind)
            .thenComparing(
                    (Address it) -> it.endpoint().orElse(null), Comparator.nullsFirst(Comparator.naturalOrder()));

    public Address {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(kind, "kind");
        boolean fits = provider.isPresent() == (kind.compareTo(Kind.PROVIDER) >= 0)
                && service.isPresent() == (kind.compareTo(Kind.SERVICE) >= 0)
                && endpoint.isPresent() == (kind == Kind.ENDPOINT);
        if (!fits) {
            throw new IllegalArgumentException(
                    kind + " has other parts than " + provider + ", " + service + ", " + endpoint);
        }
    }

    /**
     * Reads an address as it is printed: {@code PROJECT/CLOUD/REGION/ENDPOINT}, or less of it from the left.
     *
     * @throws Refusal for a text that is no address
     */
    public static Address parse(String text) {
        var parts = text.split("/", 4);
        var project = ProjectRef.parse(parts[0]);
        if (parts.length == 1) {
            return of(project);
        }
        if (parts.length == 2 && parts[1].equals(REGIONAL_MODE_WORD)) {
            return regionalMode(project);
        }
        if (parts.length == 2 && parts[1].equals(CLUSTERS_WORD)) {
            return clusters(project);
        }
        var cloud = CloudProvider.of(parts[1])
                .orElseThrow(() -> new Refusal(
                        "malformed-address",
                        "'" + text + "' is not an address",
                        "Copy it from a plan, for example 5e2211c17a3e5a48f5497de3/aws/us-east-1."));
        if (parts.length == 2) {
            return provider(project, cloud);
        }
        var service = service(project, ServiceKey.parse(parts[2], it -> Regions.parse(cloud, it)));
        return parts.length == 3 ? service : service.endpoint(new EndpointId(cloud, parts[3]));
    }

    public static Address of(ProjectRef project) {
        return new Address(project, Kind.PROJECT, Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Address regionalMode(ProjectRef project) {
        return new Address(project, Kind.REGIONAL_MODE, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** All clusters of a project. */
    public static Address clusters(ProjectRef project) {
        return new Address(project, Kind.CLUSTERS, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** All services of a project on one cloud, which one list call reads. */
    public static Address provider(ProjectRef project, CloudProvider provider) {
        return new Address(project, Kind.PROVIDER, Optional.of(provider), Optional.empty(), Optional.empty());
    }

    public static Address service(ProjectRef project, ServiceKey key) {
        return new Address(project, Kind.SERVICE, Optional.of(key.provider()), Optional.of(key), Optional.empty());
    }

    /** The address of the service in a region, unless it is a port-mapped one. */
    public static Address service(ProjectRef project, Region region) {
        return service(project, ServiceKey.of(region));
    }

    /** Only for a service or an endpoint. */
    public Optional<Region> region() {
        return service.map(ServiceKey::region);
    }

    /** The address of an endpoint of the service at this address. */
    public Address endpoint(EndpointId id) {
        return new Address(project, Kind.ENDPOINT, provider, service, Optional.of(id));
    }

    /** The same in a project whose id is known by now. */
    public Address in(ProjectId id) {
        return new Address(id, kind, provider, service, endpoint);
    }

    /** The service that an endpoint hangs on; any other address itself. */
    public Address parent() {
        return kind == Kind.ENDPOINT ? service(project, service.orElseThrow()) : this;
    }

    /** Whether the other address is this one or lies below it. */
    public boolean covers(Address other) {
        return switch (kind) {
            case PROJECT -> project.equals(other.project);
            case PROVIDER -> project.equals(other.project) && provider.equals(other.provider);
            case SERVICE -> equals(other.parent());
            default -> equals(other);
        };
    }

    @Override
    public int compareTo(Address other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return switch (kind) {
            case PROJECT -> project.value();
            case REGIONAL_MODE -> project.value() + "/" + REGIONAL_MODE_WORD;
            case CLUSTERS -> project.value() + "/" + CLUSTERS_WORD;
            default ->
                project.value()
                        + provider.map(it -> "/" + it.word()).orElse("")
                        + service.map(it -> "/" + it).orElse("")
                        + endpoint.map(it -> "/" + it).orElse("");
        };
    }
}
