package dev.linkspan.model

import static dev.linkspan.model.Samples.FRANKFURT
import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

/** A declaration and an observation that have little to do with each other, the same for the same seed. */
class RandomWorld {

    private static final REGIONS = [VIRGINIA, IRELAND, FRANKFURT]
    private static final EAST = Regions.parse(CloudProvider.GCP, 'us-east4')
    /** Both architectures of Google Cloud stand in one region. */
    private static final KEYS = REGIONS.collect { ServiceKey.of(it) } + [new ServiceKey(EAST, false), new ServiceKey(EAST, true)]
    private static final CLOUDS = [CloudProvider.AWS, CloudProvider.GCP]
    private static final SERVICE_STATUSES =
        ['AVAILABLE'] * 4 + ['WAITING_FOR_USER', 'INITIATING', 'FAILED', 'DELETING', 'MIGRATING']
    private static final ENDPOINT_STATUSES =
        ['AVAILABLE'] * 4 + ['NONE', 'PENDING_ACCEPTANCE', 'PENDING', 'REJECTED', 'FAILED', 'DELETING', 'PAUSED']

    final List<DeclaredProject> wanted
    final List<ObservedProject> found
    final List<BlindSpot> blindSpots = []

    private final Random random

    /** @param blindness how many of ten projects, clouds and endpoints cannot be read */
    RandomWorld(int seed, int blindness = 1) {
        random = new Random(seed)
        wanted = [PROJECT, OTHER_PROJECT].findAll { chance(8) }.collect { declare(it) }
        found = [PROJECT, OTHER_PROJECT].collect { observe(it, blindness) }.findAll()
    }

    /** Everything as declared, and nothing besides. */
    List<ObservedProject> asDeclared() {
        wanted.collect { project ->
            foundProject(id: project.ref(), regionalMode: project.regionalMode().orElse(null), services:
                project.services().values().collect { service ->
                    foundService(key: service.key(), remoteRegions: service.remoteRegions().orElse(null),
                        endpoints: service.endpoints().keySet().collect { foundEndpoint(it) })
                })
        }
    }

    boolean isSeenInFull(ProjectRef project) {
        blindSpots.every { it.address().project() != project }
    }

    private DeclaredProject declare(ProjectId id) {
        wantedProject(
            ref: id,
            regionalMode: any([null, true, false]),
            unmanaged: any(UnmanagedPolicy.values().toList()),
            isProtected: chance(1),
            services: KEYS.findAll { chance(6) }.collect { key ->
                wantedService(
                    key: key,
                    remoteRegions: remotes(key, [null, [], REGIONS - key.region()]),
                    isProtected: chance(1),
                    endpoints: ids(key, 4).take(key.portMapped ? 1 : 4).collect { wantedEndpoint(it, isProtected: chance(1)) })
            })
    }

    private ObservedProject observe(ProjectId id, int blindness) {
        if (chance(blindness)) {
            blindSpots << blind(Address.of(id))
            return null
        }
        def hidden = CLOUDS.findAll { chance(blindness) }
        hidden.each { blindSpots << blind(Address.provider(id, it)) }
        foundProject(
            id: id,
            regionalMode: chance(5),
            providersRead: CLOUDS - hidden ?: [CloudProvider.AZURE],
            services: KEYS.findAll { !(it.provider() in hidden) && chance(7) }.collect { observeService(id, it, blindness) })
    }

    private observeService(ProjectId id, ServiceKey key, int blindness) {
        def listed = ids(key, 5)
        def unread = listed.findAll { chance(blindness) }
        unread.each { blindSpots << blind(Address.service(id, key).endpoint(it)) }
        def gone = (listed - unread).findAll { chance(1) }
        foundService(
            key: key,
            status: any(SERVICE_STATUSES),
            error: chance(1) ? 'no capacity' : null,
            remoteRegions: remotes(key, [null, REGIONS - key.region()]),
            listed: listed,
            endpoints: (listed - unread - gone).collect {
                foundEndpoint(it, status: any(ENDPOINT_STATUSES), isDeleteRequested: chance(1),
                    error: chance(1) ? 'rule not found' : null)
            })
    }

    private List<EndpointId> ids(ServiceKey key, int most) {
        (1..most).findAll { chance(5) }.collect { key.provider() == CloudProvider.GCP ? EndpointId.gcp("psc-$it") : vpce(it) }
    }

    private List<Region> remotes(ServiceKey key, List<List<Region>> choices) {
        key.provider() == CloudProvider.AWS ? any(choices) : null
    }

    private boolean chance(int inTen) {
        random.nextInt(10) < inTen
    }

    private <T> T any(List<T> choices) {
        choices[random.nextInt(choices.size())]
    }
}
