package dev.linkspan.atlas

import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Cluster
import dev.linkspan.model.ConnectionStatus
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ObservedEndpoint
import dev.linkspan.model.ObservedService
import dev.linkspan.model.ProjectEvent
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Region
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceId
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.ServiceStatus
import java.time.Clock
import java.time.Duration
import java.time.Instant

/**
 * The port, in memory: things become ready and go away by an injected clock. Every call is written down, and any call can be
 * made to fail.
 */
class FakeAtlas implements Atlas {

    static final Map<CloudProvider, Duration> SERVICE_TIMES = [
        (CloudProvider.AWS): Duration.ofSeconds(168),
        (CloudProvider.AZURE): Duration.ofSeconds(59),
        (CloudProvider.GCP): Duration.ofSeconds(275)]
    static final Duration SERVICE_TIME = SERVICE_TIMES[CloudProvider.AWS]
    static final Duration ENDPOINT_TIME = Duration.ofSeconds(12)
    static final Duration DELETE_TIME = Duration.ofSeconds(20)

    private static class Thing {
        EndpointAttributes attributes = EndpointAttributes.NONE
        Instant readyAt
        Instant goneAt
        String status
        String error
    }

    private static class Service extends Thing {
        ServiceId id
        ServiceKey key
        SortedSet<Region> remoteRegions
        SortedSet<Region> formerRegions
        Instant regionsShownAt
        Instant leavesAt
        Map<EndpointId, Thing> endpoints = new TreeMap<>()

        Region getRegion() {
            key.region()
        }
    }

    final Clock clock
    final List<String> calls = Collections.synchronizedList([])
    List<AtlasProject> visible = []
    /** What has been done in every project, newest first. */
    List<ProjectEvent> happened = []
    /** The clusters of a project at the moment. */
    Closure<List<Cluster>> clustersOf = { ProjectId project -> [] }
    /** What a service or endpoint becomes when its time has come, by region or endpoint id. */
    Map<String, String> fates = [:]
    boolean removesServiceWithLastEndpoint = true
    /** How long after its last endpoint is gone a service begins to go. */
    Duration lingering = Duration.ZERO
    /** How long Atlas goes on showing the remote regions of before. */
    Duration regionsLag = Duration.ZERO
    /** How many a service of Google Cloud has that is not port-mapped. */
    int gcpAttachments = 6
    /** Hears of each call before it does anything. */
    Closure<?> onCall = { String call -> }
    private final Map<ProjectId, List<Service>> services = [:].withDefault { [] }
    private final Map<ProjectId, Boolean> regional = [:]
    private final List<Closure<Boolean>> faults = []
    private final Map<String, Integer> overlooked = [:]
    private int serial

    FakeAtlas(Clock clock) {
        this.clock = clock
    }

    // ---- what tests set up

    /** A call that fails before it does anything. */
    void refuse(String call, AtlasProblem problem, int times = 1) {
        faults << faultOf(call, problem, times, false)
    }

    /** A call that is carried out, and whose answer is lost. */
    void lose(String call, int times = 1) {
        faults << faultOf(call, problem(AtlasProblem.Kind.UNREACHABLE, 'the connection was reset', true), times, true)
    }

    /** A look that finds nothing, although there is something: what Atlas shows may lag behind what it has said. */
    void overlook(String call, int times = 1) {
        overlooked[call] = times
    }

    /** No call fails any more. What has failed by now stays so; what comes to be from now on becomes available. */
    void heal() {
        faults.clear()
        overlooked.clear()
        services.values().flatten().each { Service service ->
            service.status = fate(service, service.region.cloudName())
            service.endpoints.each { id, thing -> thing.status = fate(thing, id.value()) }
        }
        fates.clear()
    }

    private String fate(Thing thing, String key) {
        thing.status ?: isPast(thing.readyAt) ? fates[key] : null
    }

    static AtlasProblem problem(AtlasProblem.Kind kind, String message, boolean isAmbiguous = false) {
        new AtlasProblem(kind, message, Optional.empty(), 'do this', isAmbiguous, null)
    }

    ServiceId standing(ProjectId project, String region, List<String> endpoints = [], String status = 'AVAILABLE') {
        def made = add(project, ServiceKey.of(Regions.parse(CloudProvider.AWS, region)), null)
        made.readyAt = clock.instant()
        made.status = status == 'INITIATING' ? null : status
        if (status == 'INITIATING') {
            made.readyAt = clock.instant() + SERVICE_TIME
        }
        endpoints.each { made.endpoints[EndpointId.aws(it)] = new Thing(readyAt: clock.instant(), status: 'AVAILABLE') }
        made.id
    }

    void mark(ProjectId project, String endpoint, String status, String error = null) {
        services[project].each { service ->
            def thing = service.endpoints[EndpointId.aws(endpoint)]
            if (thing) {
                thing.status = status
                thing.error = error
            }
        }
    }

    void markService(ProjectId project, ServiceId id, String status) {
        services[project].find { it.id == id }.status = status
    }

    List<ObservedService> show(ProjectId project) {
        sweep(project)
        services[project].collect { observed(it) }
    }

    String statusOf(ProjectId project, String endpoint) {
        sweep(project)
        services[project].collectMany { service ->
            def thing = service.endpoints[EndpointId.aws(endpoint)]
            thing ? [phase(thing, 'PENDING_ACCEPTANCE', endpoint)] : []
        }[0]
    }

    String errorOf(ProjectId project, String endpoint) {
        services[project]*.endpoints.findResult { it[EndpointId.aws(endpoint)]?.error }
    }

    // ---- the port

    @Override
    List<AtlasProject> projects() {
        called('projects') { visible }
    }

    @Override
    List<ProjectEvent> events(ProjectId project, SortedSet<String> types, Instant since) {
        called("events $project") { happened.findAll { it.type() in types && !it.at().isBefore(since) } }
    }

    @Override
    List<Cluster> clusters(ProjectId project) {
        called("clusters $project") { clustersOf.call(project) }
    }

    @Override
    List<ObservedService> services(ProjectId project, CloudProvider provider) {
        called("services $project $provider") {
            isOverlooked('services') ? [] : show(project).findAll { it.region().provider() == provider }
        }
    }

    @Override
    Optional<ObservedService> service(ProjectId project, CloudProvider provider, ServiceId service) {
        called("service $project $provider $service") {
            Optional.ofNullable(show(project).find { it.id() == service })
        }
    }

    @Override
    Optional<ObservedEndpoint> endpoint(ProjectId project, ServiceId service, EndpointId endpoint) {
        called("endpoint $project $endpoint") {
            sweep(project)
            def thing = services[project].find { it.id == service }?.endpoints?.get(endpoint)
            Optional.ofNullable(thing && !isOverlooked('endpoint') ? observed(endpoint, thing) : null)
        }
    }

    @Override
    boolean regionalMode(ProjectId project) {
        called("regionalMode $project") { regional.getOrDefault(project, false) }
    }

    @Override
    ObservedService createService(ProjectId project, ServiceKey key, Optional<SortedSet<Region>> remoteRegions) {
        called("createService $project $key") {
            sweep(project)
            if (services[project].any { it.key == key }) {
                throw problem(AtlasProblem.Kind.CONFLICT, "POST answered 409: a service exists in $key")
            }
            observed(add(project, key, remoteRegions.orElse(null)))
        }
    }

    @Override
    ObservedService updateRemoteRegions(ProjectId project, ServiceId service, SortedSet<Region> remoteRegions) {
        called("updateRemoteRegions $project $service $remoteRegions") {
            def found = services[project].find { it.id == service }
            found.formerRegions = found.remoteRegions
            found.remoteRegions = remoteRegions
            found.regionsShownAt = clock.instant() + regionsLag
            observed(found)
        }
    }

    @Override
    boolean deleteService(ProjectId project, CloudProvider provider, ServiceId service) {
        called("deleteService $project $service") {
            sweep(project)
            def found = services[project].find { it.id == service }
            if (found?.endpoints) {
                throw problem(AtlasProblem.Kind.CONFLICT, 'DELETE answered 409: endpoints remain')
            }
            if (found && !found.goneAt) {
                found.goneAt = clock.instant() + DELETE_TIME
            }
            found != null
        }
    }

    @Override
    ObservedEndpoint createEndpoint(ProjectId project, ServiceId service, EndpointId endpoint, EndpointAttributes attributes) {
        called("createEndpoint $project $endpoint") {
            sweep(project)
            def found = services[project].find { it.id == service }
            if (found == null || !(phase(found, 'INITIATING', found.region.cloudName()) in ['AVAILABLE', 'WAITING_FOR_USER'])) {
                throw problem(AtlasProblem.Kind.CONFLICT, 'POST answered 409: the service is not ready')
            }
            if (found.endpoints.containsKey(endpoint)) {
                throw problem(AtlasProblem.Kind.CONFLICT, 'POST answered 409: the endpoint exists')
            }
            if (found.key.portMapped && found.endpoints) {
                throw problem(AtlasProblem.Kind.CONFLICT, 'POST answered 409: the service has its endpoint')
            }
            def thing = new Thing(readyAt: clock.instant() + ENDPOINT_TIME, attributes: attributes)
            found.endpoints[endpoint] = thing
            observed(endpoint, thing)
        }
    }

    @Override
    boolean deleteEndpoint(ProjectId project, ServiceId service, EndpointId endpoint) {
        called("deleteEndpoint $project $endpoint") {
            sweep(project)
            def thing = services[project].find { it.id == service }?.endpoints?.get(endpoint)
            if (thing && !thing.goneAt) {
                thing.goneAt = clock.instant() + DELETE_TIME
            }
            thing != null
        }
    }

    @Override
    void setRegionalMode(ProjectId project, boolean enabled) {
        called("setRegionalMode $project $enabled") { regional[project] = enabled }
    }

    // ---- how it works

    private synchronized <T> T called(String call, Closure<T> work) {
        calls << call
        onCall.call(call)
        faults.find { it.call(call, false) }
        T answer = work.call()
        faults.find { it.call(call, true) }
        answer
    }

    private static Closure<Boolean> faultOf(String prefix, AtlasProblem problem, int times, boolean isAfterWork) {
        int left = times;
        { String call, boolean isAfter ->
            if (isAfter == isAfterWork && left > 0 && call.startsWith(prefix)) {
                left--
                throw problem
            }
            false
        }
    }

    private boolean isOverlooked(String call) {
        int left = overlooked.getOrDefault(call, 0)
        overlooked[call] = Math.max(0, left - 1)
        left > 0
    }

    private Service add(ProjectId project, ServiceKey key, SortedSet<Region> remoteRegions) {
        def made = new Service(
                id: new ServiceId(String.format('6a793f68c0eb9e7a177158%02x', ++serial)),
                key: key,
                remoteRegions: remoteRegions,
                readyAt: clock.instant() + SERVICE_TIMES[key.provider()])
        services[project] << made
        made
    }

    /** What has been deleted long enough ago is gone; an AWS service goes with its last endpoint. */
    private void sweep(ProjectId project) {
        services[project].each { service ->
            def gone = service.endpoints.findAll { id, thing -> isPast(thing.goneAt) }.keySet()
            service.endpoints.keySet().removeAll(gone)
            if (gone && !service.endpoints && removesServiceWithLastEndpoint) {
                service.leavesAt = service.leavesAt ?: clock.instant() + lingering
            }
            if (isPast(service.leavesAt)) {
                service.goneAt = service.goneAt ?: service.leavesAt + DELETE_TIME
            }
        }
        services[project].removeAll { isPast(it.goneAt) }
    }

    private boolean isPast(Instant moment) {
        moment != null && !moment.isAfter(clock.instant())
    }

    private String phase(Thing thing, String pending, String key) {
        thing.goneAt ? 'DELETING' : thing.status ?: isPast(thing.readyAt) ? fates.getOrDefault(key, 'AVAILABLE') : pending
    }

    private ObservedService observed(Service it) {
        def status = phase(it, 'INITIATING', it.region.cloudName())
        new ObservedService(
                it.id,
                it.key,
                new ServiceStatus(status),
                status == 'AVAILABLE' ? attachments(it) : [],
                Optional.empty(),
                Optional.ofNullable(it.error),
                Optional.ofNullable(it.regionsShownAt == null || isPast(it.regionsShownAt) ? it.remoteRegions : it.formerRegions),
                new TreeSet<>(it.endpoints.keySet()))
    }

    private List<String> attachments(Service it) {
        switch (it.key.provider()) {
            case CloudProvider.AWS: return ["com.amazonaws.vpce.${it.region}.vpce-svc-${it.id}".toString()]
            case CloudProvider.AZURE: return ["/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/rg/providers/Microsoft.Network/privateLinkServices/pls_${it.id}".toString()]
            default: return (0..<(it.key.portMapped ? 1 : gcpAttachments)).collect { i ->
                "projects/p-v5pcdiyuzgkbs9nznvlrgpyp/regions/${it.region}/serviceAttachments/sa-${it.region}-${it.id}-$i".toString()
            }
        }
    }

    private ObservedEndpoint observed(EndpointId id, Thing thing) {
        new ObservedEndpoint(
                id,
                thing.attributes,
                new ConnectionStatus(phase(thing, 'PENDING_ACCEPTANCE', id.value())),
                thing.goneAt != null,
                Optional.ofNullable(thing.error))
    }
}
