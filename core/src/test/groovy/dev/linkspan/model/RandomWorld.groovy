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
                    foundService(region: service.region(), remoteRegions: service.remoteRegions().orElse(null),
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
            services: REGIONS.findAll { chance(6) }.collect { region ->
                wantedService(
                    region: region,
                    remoteRegions: any([null, [], REGIONS - region]),
                    isProtected: chance(1),
                    endpoints: (1..4).findAll { chance(5) }.collect { wantedEndpoint(it, isProtected: chance(1)) })
            })
    }

    private ObservedProject observe(ProjectId id, int blindness) {
        if (chance(blindness)) {
            blindSpots << blind(Address.of(id))
            return null
        }
        boolean isCloudBlind = chance(blindness)
        if (isCloudBlind) {
            blindSpots << blind(Address.provider(id, CloudProvider.AWS))
        }
        foundProject(
            id: id,
            regionalMode: chance(5),
            providersRead: isCloudBlind ? [CloudProvider.AZURE] : [CloudProvider.AWS],
            services: isCloudBlind ? [] : REGIONS.findAll { chance(7) }.collect { observeService(id, it, blindness) })
    }

    private observeService(ProjectId id, Region region, int blindness) {
        def listed = (1..5).findAll { chance(5) }.collect { vpce(it) }
        def unread = listed.findAll { chance(blindness) }
        unread.each { blindSpots << blind(Address.service(id, region).endpoint(it)) }
        def gone = (listed - unread).findAll { chance(1) }
        foundService(
            region: region,
            status: any(SERVICE_STATUSES),
            error: chance(1) ? 'no capacity' : null,
            remoteRegions: any([null, REGIONS - region]),
            listed: listed,
            endpoints: (listed - unread - gone).collect {
                foundEndpoint(it, status: any(ENDPOINT_STATUSES), isDeleteRequested: chance(1),
                    error: chance(1) ? 'rule not found' : null)
            })
    }

    private boolean chance(int inTen) {
        random.nextInt(10) < inTen
    }

    private <T> T any(List<T> choices) {
        choices[random.nextInt(choices.size())]
    }
}
