package dev.linkspan.observe;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Cluster;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectId;
import dev.linkspan.model.ServiceKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** The reading of one project, by several calls at once. */
final class ProjectReading {

    private final Atlas atlas;
    private final Executor lanes;
    private final Sought sought;
    private final ProjectId id;

    private Optional<Boolean> regionalMode = Optional.empty();
    private final SortedSet<CloudProvider> providersRead = new TreeSet<>();
    private final SortedMap<ServiceKey, ObservedService> services = new TreeMap<>();
    private final SortedMap<Address, ObservedEndpoint> endpoints = new TreeMap<>();
    private Optional<List<Cluster>> clusters = Optional.empty();
    private final List<BlindSpot> blindSpots = new ArrayList<>();

    ProjectReading(Atlas atlas, Executor lanes, Sought sought) {
        this.atlas = atlas;
        this.lanes = lanes;
        this.sought = sought;
        this.id = sought.id();
    }

    /** Begins; the future ends when all is read, or fails on a fault that is not Atlas's. */
    CompletableFuture<Void> start() {
        var parts = new ArrayList<CompletableFuture<?>>();
        sought.clouds().forEach(it -> parts.add(services(it)));
        if (sought.readsRegionalMode()) {
            parts.add(looked(Address.regionalMode(id), () -> {
                boolean enabled = atlas.regionalMode(id);
                synchronized (this) {
                    regionalMode = Optional.of(enabled);
                }
                return List.of();
            }));
        }
        return all(parts)
                .thenCompose(nothing -> readsClusters() ? clusters() : CompletableFuture.completedFuture(null));
    }

    /** Only what is ready can lead to a cluster. */
    private synchronized boolean readsClusters() {
        return sought.readsClusters() && endpoints.values().stream().anyMatch(it -> it.health() == Health.READY);
    }

    private CompletableFuture<Void> clusters() {
        return looked(Address.clusters(id), () -> {
            var listed = atlas.clusters(id);
            synchronized (this) {
                clusters = Optional.of(listed);
            }
            return List.of();
        });
    }

    private static CompletableFuture<Void> all(List<? extends CompletableFuture<?>> parts) {
        return CompletableFuture.allOf(parts.toArray(CompletableFuture[]::new));
    }

    synchronized Sighting sighting() {
        return new Sighting(
                new ObservedProject(id, sought.name(), regionalMode, providersRead, services, endpoints, clusters),
                blindSpots);
    }

    private CompletableFuture<Void> services(CloudProvider provider) {
        return looked(Address.provider(id, provider), () -> {
            var listed = atlas.services(id, provider);
            synchronized (this) {
                providersRead.add(provider);
                listed.forEach(it -> services.merge(it.key(), it, ProjectReading::staying));
                return services.values().stream()
                        .filter(it -> it.region().provider() == provider)
                        .map(this::endpoints)
                        .toList();
            }
        });
    }

    /** While a service is being deleted its successor may already stand in the same region: that one counts. */
    private static ObservedService staying(ObservedService one, ObservedService other) {
        return one.health() == Health.LEAVING ? other : one;
    }

    private CompletableFuture<Void> endpoints(ObservedService service) {
        var address = Address.service(id, service.key());
        return all(service.endpointIds().stream()
                .filter(it -> sought.isInScope(address.endpoint(it)))
                .map(it -> endpoint(service, it, address.endpoint(it)))
                .toList());
    }

    private CompletableFuture<Void> endpoint(ObservedService service, EndpointId endpoint, Address address) {
        return looked(address, () -> {
            var found = atlas.endpoint(id, service.id(), endpoint);
            synchronized (this) {
                found.ifPresent(it -> endpoints.put(address, it));
            }
            return List.of();
        });
    }

    /** One look, then whatever looks it leads to; Atlas's refusal makes the address a blind spot. */
    private CompletableFuture<Void> looked(Address address, Look look) {
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return look.take();
                            } catch (AtlasProblem problem) {
                                synchronized (this) {
                                    blindSpots.add(new BlindSpot(address, problem.getMessage(), problem.remedy()));
                                }
                                return List.<CompletableFuture<Void>>of();
                            }
                        },
                        lanes)
                .thenCompose(ProjectReading::all);
    }

    @FunctionalInterface
    private interface Look {
        List<CompletableFuture<Void>> take();
    }
}
