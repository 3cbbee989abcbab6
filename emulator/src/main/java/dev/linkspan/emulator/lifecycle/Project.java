package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.Cloud;
import dev.linkspan.emulator.state.ClusterState;
import dev.linkspan.emulator.state.EndpointState;
import dev.linkspan.emulator.state.EventState;
import dev.linkspan.emulator.state.Fate;
import dev.linkspan.emulator.state.ProjectState;
import dev.linkspan.emulator.state.Regions;
import dev.linkspan.emulator.state.ServiceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One project of the emulated Atlas and the rules by which it accepts changes. Safe for use by many threads. */
public final class Project {

    private static final int MOST_REMOTE_REGIONS = 35;

    private final ProjectState made;
    private final WorldClock clock;
    private final Timings timings;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private final Map<String, Integer> generations = new HashMap<>();
    private final Set<String> failedOnce = new HashSet<>();
    private final Clusters clusters;
    private final List<EventState> events;
    private boolean regionalMode;

    Project(ProjectState made, WorldClock clock, Timings timings) {
        this.made = made;
        this.clock = clock;
        this.timings = timings;
        this.regionalMode = made.regionalMode();
        this.events = new ArrayList<>(made.events());
        this.clusters = new Clusters(timings.clusterUpdate());
        made.services().forEach(this::put);
        made.clusters().forEach(this::put);
    }

    public String id() {
        return made.id();
    }

    public String name() {
        return made.name();
    }

    /** How many attachments a Google Cloud service has that is not port-mapped. */
    public int gcpAttachments() {
        return made.gcpAttachments();
    }

    public synchronized ProjectState state() {
        Instant now = settle();
        return new ProjectState(
                made.id(),
                made.name(),
                regionalMode,
                made.gcpAttachments(),
                services.values().stream().map(service -> service.at(now)).toList(),
                clusters.at(now).stream().map(ClusterView::state).toList(),
                made.fates(),
                List.copyOf(events));
    }

    /** What has happened here, oldest first. */
    public synchronized List<EventState> events() {
        return List.copyOf(events);
    }

    /** Takes down that somebody has done something here, just now. */
    public synchronized void happened(String type, String by, Optional<String> endpoint) {
        events.add(new EventState(type, clock.world(), Optional.of(by), endpoint));
    }

    public synchronized List<ServiceState> services(Cloud cloud) {
        Instant now = settle();
        return services.values().stream()
                .filter(service -> service.cloud() == cloud)
                .map(service -> service.at(now))
                .toList();
    }

    public synchronized ServiceState service(Cloud cloud, String id) {
        Instant now = settle();
        return existing(cloud, id).at(now);
    }

    public synchronized EndpointState endpoint(Cloud cloud, String serviceId, String endpointId) {
        Instant now = settle();
        return existing(existing(cloud, serviceId), endpointId).at(now);
    }

    public synchronized List<ClusterView> clusters() {
        return clusters.at(settle());
    }

    public synchronized ClusterView cluster(String name) {
        return clusters.at(name, settle());
    }

    public synchronized boolean regionalMode() {
        return regionalMode;
    }

    /** Switches regional mode; Atlas refuses to switch it off while the endpoints need it. */
    public synchronized boolean setRegionalMode(boolean enabled) {
        settle();
        if (!enabled && needsRegionalMode(services.values(), Optional.empty())) {
            throw restrictedToSingleRegion();
        }
        regionalMode = enabled;
        return enabled;
    }

    /** Creates a service. Atlas keeps one for each cloud, region and, on Google Cloud, architecture. */
    public synchronized ServiceState createService(
            Cloud cloud, String atlasRegion, boolean portMapped, Optional<List<String>> remoteRegions) {
        Instant now = settle();
        checkRemoteRegions(atlasRegion, remoteRegions);
        if (services.values().stream().anyMatch(other -> isSamePlace(other, cloud, atlasRegion, portMapped))) {
            throw new AtlasRefusal(
                    409,
                    "PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION",
                    "A private endpoint service already exists for provider " + cloud + " in region " + atlasRegion
                            + ".",
                    cloud.name(),
                    atlasRegion);
        }
        String place = cloud + "/" + atlasRegion;
        Fate fate = once(place, plannedFate(place, Fate.READY));
        ServiceState state = new ServiceState(
                Optional.empty(),
                cloud,
                atlasRegion,
                "INITIATING",
                Optional.empty(),
                Optional.empty(),
                remoteRegions,
                portMapped,
                List.of());
        Service service = new Service(newId(state), state, course(state, fate).created(now, fate));
        services.put(service.id(), service);
        return service.at(now);
    }

    /** Sets the remote regions of an AWS service. */
    public synchronized ServiceState updateRemoteRegions(String serviceId, Optional<List<String>> remoteRegions) {
        Instant now = settle();
        Service service = existing(Cloud.AWS, serviceId);
        checkRemoteRegions(service.region(), remoteRegions);
        service.setRemoteRegions(remoteRegions);
        return service.at(now);
    }

    public synchronized void deleteService(Cloud cloud, String serviceId) {
        Instant now = settle();
        Service service = existing(cloud, serviceId);
        if (service.hasEndpoints()) {
            throw new AtlasRefusal(
                    409,
                    "CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS",
                    "The private endpoint service " + serviceId + " cannot be deleted while it has endpoints.",
                    serviceId);
        }
        service.remove(now, timings.serviceRemoval());
    }

    /** Registers an endpoint; its status and fate are the emulator's to say. */
    public synchronized EndpointState createEndpoint(Cloud cloud, String serviceId, EndpointState wanted) {
        Instant now = settle();
        Service service = existing(cloud, serviceId);
        boolean isFull = service.isPortMapped() && service.liveEndpoints() > 0;
        if (!service.isReady(now) || isFull) {
            throw new AtlasRefusal(
                    409,
                    "PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS",
                    "The private endpoint service " + serviceId + " cannot accept endpoints"
                            + (isFull ? ": it is port-mapped and has one already." : " in its current status."),
                    serviceId);
        }
        if (service.endpoint(wanted.id()).isPresent()) {
            throw new AtlasRefusal(
                    409,
                    "PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS",
                    "The endpoint " + wanted.id() + " is already registered.",
                    wanted.id());
        }
        if (!regionalMode && needsRegionalMode(services.values(), Optional.of(service))) {
            throw restrictedToSingleRegion();
        }
        Fate fate = once(wanted.id(), plannedFate(wanted.id(), Fate.ofEndpointId(wanted.id())));
        Timeline line = Course.ofEndpoint(cloud, timings).created(now, fate);
        Endpoint endpoint = new Endpoint(wanted, line);
        service.put(endpoint);
        return endpoint.at(now);
    }

    public synchronized void deleteEndpoint(Cloud cloud, String serviceId, String endpointId) {
        Instant now = settle();
        Service service = existing(cloud, serviceId);
        service.removeEndpoint(existing(service, endpointId), now, timings.endpointRemoval());
    }

    /** Puts a service there as it is said to be, past all rules. */
    public synchronized String put(ServiceState state) {
        Instant now = settle();
        String id = state.id().orElseGet(() -> newId(state));
        String place = state.cloud() + "/" + state.region();
        Fate fate = once(place, state.fate().orElseGet(() -> plannedFate(place, Fate.READY)));
        Course course = course(state, fate);
        Service service = new Service(
                id, state, course.resumed(now, state.status(), state.errorMessage(), fate, timings.serviceRemoval()));
        services.put(id, service);
        state.endpoints().forEach(endpoint -> put(service, endpoint, now));
        return id;
    }

    /** Puts an endpoint there as it is said to be, past all rules. */
    public synchronized void put(String serviceId, EndpointState state) {
        put(existing(serviceId), state, settle());
    }

    /** Puts a cluster there as it is said to be. */
    public synchronized void put(ClusterState state) {
        Instant now = settle();
        clusters.put(state, services.values(), now);
    }

    /** Takes a service away at once, endpoints and all; false if it was not there. */
    public synchronized boolean dropService(String serviceId) {
        settle();
        return services.remove(serviceId) != null;
    }

    /** Takes an endpoint away at once, from whichever service it is in; false if it was not there. */
    public synchronized boolean dropEndpoint(String endpointId) {
        settle();
        return services.values().stream()
                        .filter(service -> service.drop(endpointId))
                        .count()
                > 0;
    }

    private void put(Service service, EndpointState state, Instant now) {
        Fate fate =
                once(state.id(), state.fate().orElseGet(() -> plannedFate(state.id(), Fate.ofEndpointId(state.id()))));
        Course course = Course.ofEndpoint(service.cloud(), timings);
        service.put(new Endpoint(
                state, course.resumed(now, state.status(), state.errorMessage(), fate, timings.endpointRemoval())));
    }

    private Instant settle() {
        Instant now = clock.world();
        clusters.settle(services.values(), now);
        services.values().forEach(service -> service.settle(now, timings.serviceRemoval()));
        services.values().removeIf(service -> service.isOver(now));
        return now;
    }

    private Service existing(Cloud cloud, String serviceId) {
        Service service = existing(serviceId);
        if (service.cloud() != cloud) {
            throw noService(serviceId);
        }
        return service;
    }

    private Service existing(String serviceId) {
        return Optional.ofNullable(services.get(serviceId)).orElseThrow(() -> noService(serviceId));
    }

    private static Endpoint existing(Service service, String endpointId) {
        return service.endpoint(endpointId)
                .orElseThrow(() -> new AtlasRefusal(
                        404,
                        "PRIVATELINK_INTERFACE_ENDPOINT_NOT_FOUND",
                        "No endpoint " + endpointId + " exists in the private endpoint service " + service.id() + ".",
                        endpointId));
    }

    private static AtlasRefusal noService(String serviceId) {
        return new AtlasRefusal(
                404,
                "PRIVATE_ENDPOINT_SERVICE_NOT_FOUND",
                "No private endpoint service with ID " + serviceId + " exists.",
                serviceId);
    }

    private static boolean isSamePlace(Service other, Cloud cloud, String region, boolean portMapped) {
        return other.cloud() == cloud && other.region().equals(region) && other.isPortMapped() == portMapped;
    }

    /**
     * Without regional mode a project has either several regions with one endpoint each or several endpoints in one
     * region. Counted for each cloud and each architecture by itself, which Atlas's documents leave open.
     */
    private static boolean needsRegionalMode(Collection<Service> services, Optional<Service> growing) {
        Map<String, Map<String, Long>> counts = services.stream()
                .collect(Collectors.groupingBy(
                        service -> service.cloud() + (service.isPortMapped() ? " with port mapping" : ""),
                        Collectors.groupingBy(
                                Service::region,
                                Collectors.summingLong(service -> service.liveEndpoints()
                                        + growing.filter(service::equals)
                                                .map(any -> 1L)
                                                .orElse(0L)))));
        return counts.values().stream().anyMatch(regions -> {
            List<Long> used =
                    regions.values().stream().filter(count -> count > 0).toList();
            return used.size() > 1 && used.stream().anyMatch(count -> count > 1);
        });
    }

    private static AtlasRefusal restrictedToSingleRegion() {
        return new AtlasRefusal(
                409,
                "MULTIPLE_PRIVATE_ENDPOINTS_RESTRICTED_TO_SINGLE_REGION",
                "Without regional mode, a project has either one endpoint in each of several regions or several"
                        + " endpoints in one region.");
    }

    private static void checkRemoteRegions(String own, Optional<List<String>> remoteRegions) {
        List<String> regions = remoteRegions.orElse(List.of());
        if (regions.size() > MOST_REMOTE_REGIONS) {
            throw new AtlasRefusal(
                    400,
                    "INVALID_ATTRIBUTE",
                    "Invalid attribute supportedRemoteRegions specified: more than " + MOST_REMOTE_REGIONS
                            + " regions.",
                    "supportedRemoteRegions");
        }
        for (String region : regions) {
            if (region.equals(own)) {
                throw new AtlasRefusal(
                        400,
                        "CROSS_REGION_PRIVATE_LINK_SELF_REGION",
                        "The service's own region " + own + " must not be one of its remote regions.",
                        own);
            }
            if (!Regions.isAtlasName(Cloud.AWS, region)) {
                throw new AtlasRefusal(
                        400,
                        "INVALID_ATTRIBUTE",
                        "Invalid attribute supportedRemoteRegions specified: " + region + ".",
                        "supportedRemoteRegions");
            }
        }
    }

    private Fate plannedFate(String key, Fate otherwise) {
        return made.fates().getOrDefault(key, otherwise);
    }

    /** One that fails once fails now and has failed then. */
    private Fate once(String key, Fate fate) {
        if (fate != Fate.FAILS_ONCE) {
            return fate;
        }
        return failedOnce.add(key) ? Fate.FAILS : Fate.READY;
    }

    private Course course(ServiceState state, Fate fate) {
        return Course.ofService(state.cloud(), fate, timings);
    }

    /** A new one for each service that ever stood in this place. */
    private String newId(ServiceState state) {
        String place = made.id() + "/" + state.cloud() + "/" + state.region() + "/" + state.portMapped();
        return Identifiers.hex(24, place + "/" + generations.merge(place, 1, Integer::sum));
    }
}
