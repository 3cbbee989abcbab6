package dev.linkspan.chaos

import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.Fate
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.DeclaredProject
import dev.linkspan.model.DeclaredService
import dev.linkspan.model.Declaration
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Region
import dev.linkspan.model.UnmanagedPolicy
import dev.linkspan.plan.Guard

/**
 * What one project should be, how Atlas stands at the beginning, and what may be deleted: all drawn by chance, but so that the
 * declaration can be met, or it is known which services no run may touch.
 */
class Scene {

    static final ProjectId PROJECT = new ProjectId('5e2211c17a3e5a48f5497de3')

    private final Chance chance
    final DeclaredProject project
    final Guard guard
    final AtlasState start
    /** Endpoints whose removal has been asked for just before the first run. */
    final Map<Place, List<Integer>> leaving = [:]
    /** Failed services with endpoints, which nobody permitted to replace. */
    final Set<Place> frozen = []

    private final UnmanagedPolicy unmanaged
    private final boolean isProtected
    private final boolean allowsDelete
    private final boolean startsRegional
    private final List<Place> wanted
    private final List<Place> present
    private final Map<Place, List<Integer>> wantedEndpoints = [:]
    private final Set<Place> protectedPlaces = []
    private final Set<Address> replaceable = []
    private final Map<String, Fate> fates = [:]

    Scene(Chance chance) {
        this.chance = chance
        def places = chance.some(55, Place.ALL) ?: [Place.ALL[0]]
        wanted = chance.some(75, places)
        present = chance.some(70, places)
        unmanaged = chance.any(UnmanagedPolicy.values().toList())
        isProtected = chance.of(4)
        startsRegional = chance.of(60)
        allowsDelete = chance.of(50)
        wanted.each { wantedEndpoints[it] = chance.of(15) ? [] : chance.some(60, (1..it.room()).toList()) }
        project = declare()
        start = AtlasState.of(new ProjectState(PROJECT.value(), 'chaos', startsRegional, Place.ATTACHMENTS,
            present.collect { furnish(it) }, [], fates))
        guard = new Guard(allowsDelete, replaceable)
    }

    Declaration declaration() {
        Declaration.of([project])
    }

    DeclaredService wanted(Place place) {
        project.services()[place.key()]
    }

    /** Whether runs look there at all: where a project declares nothing on a cloud, what it has there is nobody's business. */
    boolean isLookedAt(Place place) {
        place.key().provider() in (project.providers() ?: [CloudProvider.AWS])
    }

    /** Whether what no spec declares may be deleted there, by a run that has seen everything. */
    boolean maySweep(Place place) {
        boolean isPermitted = unmanaged == UnmanagedPolicy.DELETE || allowsDelete && unmanaged != UnmanagedPolicy.IGNORE
        isPermitted && !isProtected(place)
    }

    boolean isProtected(Place place) {
        isProtected || place in protectedPlaces
    }

    boolean mayReplace(Place place) {
        address(place) in guard.replaceable()
    }

    static Address address(Place place) {
        Address.service(PROJECT, place.key())
    }

    private DeclaredProject declare() {
        def services = wanted.collect { place ->
            if (chance.of(8)) {
                protectedPlaces << place
            }
            wantedService(
                key: place.key(),
                remoteRegions: place.cloud == 'AWS' ? remoteRegions(place) : null,
                isProtected: place in protectedPlaces,
                endpoints: wantedEndpoints[place].collect { wantedEndpoint(place.id(it), attributes: place.attributes(it, false)) })
        }
        wantedProject(ref: PROJECT, regionalMode: regionalMode(), unmanaged: unmanaged, isProtected: isProtected, services: services)
    }

    /** Atlas takes endpoints in several regions, and several in one of them, only with regional mode. */
    private Boolean regionalMode() {
        if (!startsRegional) {
            return true
        }
        boolean mayGo = (wanted + present).unique().groupBy { [it.cloud, it.portMapped] }.values().every { it.size() == 1 }
        mayGo && chance.of(30) ? false : chance.any([null, true])
    }

    private List<Region> remoteRegions(Place place) {
        chance.any([null, null, [], Place.ALL.findAll { it.cloud == 'AWS' && it != place }.collect { it.key().region() }])
    }

    private ServiceState furnish(Place place) {
        boolean isWhole = isProtected(place)
        def status = isWhole ? 'AVAILABLE' : chance.any(['AVAILABLE'] * 5 + ['WAITING_FOR_USER', 'INITIATING', 'FAILED', 'FAILED', 'DELETING'])
        def endpoints = status == 'INITIATING' ? [] : endpoints(place, status)
        if (status == 'FAILED' && endpoints && place in wanted) {
            if (chance.of(50)) {
                replaceable << address(place)
            } else {
                frozen << place
            }
        }
        def service = ServiceState.of(Cloud.valueOf(place.cloud), place.region).inStatus(status)
        if (place.portMapped) {
            service = service.withPortMapping()
        }
        if (place.cloud == 'AWS' && chance.of(30)) {
            service = service.withRemoteRegions('ap-south-1')
        }
        if (!isWhole && place !in frozen) {
            decideFates(place)
        }
        if (status == 'AVAILABLE' && !isWhole && endpoints && chance.of(20)) {
            // The last one goes, and on AWS the service with it.
            leaving[place] = [endpoints[0]]
            return service.withEndpoints([place.state(endpoints[0], false, 'AVAILABLE')])
        }
        service.withEndpoints(endpoints.collect { state(place, it, isWhole, status) })
    }

    private List<Integer> endpoints(Place place, String status) {
        def own = wantedEndpoints[place] ?: []
        if (status == 'FAILED' && place in wanted) {
            // Others than its own would have to be named, too, or go first.
            return chance.some(50, own)
        }
        boolean mayBeOthers = !place.portMapped || !own || place !in wanted || maySweep(place)
        chance.some(60, mayBeOthers ? (1..place.room()).toList() + (place.portMapped ? [] : [7]) : own)
    }

    private state(Place place, int number, boolean isWhole, String serviceStatus) {
        boolean isOwn = number in (wantedEndpoints[place] ?: [])
        if (isWhole || serviceStatus != 'AVAILABLE' || !isOwn && !chance.of(20)) {
            return place.state(number, false, 'AVAILABLE')
        }
        if (chance.of(15)) {
            leaving.computeIfAbsent(place) { [] } << number
        }
        place.state(number, chance.of(15), chance.any(['AVAILABLE'] * 4 + [place.early(), place.failed(), 'DELETING']))
    }

    private void decideFates(Place place) {
        if (chance.of(15)) {
            fates["$place.cloud/${place.key().region().atlasName()}".toString()] = Fate.FAILS_ONCE
        }
        (1..place.room()).each {
            if (chance.of(10)) {
                fates[place.id(it).value()] = Fate.FAILS_ONCE
            }
        }
    }
}
