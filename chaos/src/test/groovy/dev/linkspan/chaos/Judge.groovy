package dev.linkspan.chaos

import dev.linkspan.apply.ApplyReport
import dev.linkspan.apply.StepOutcome
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import dev.linkspan.model.Address
import dev.linkspan.model.DeclaredEndpoint
import dev.linkspan.plan.Plan
import dev.linkspan.plan.Step
import dev.linkspan.plan.Subject

/** What must not happen and what must have come about, told from what the emulator has and from nothing that Linkspan says. */
class Judge {

    private static final READY = ['AVAILABLE', 'WAITING_FOR_USER']
    private static final FAILED = ['FAILED', 'REJECTED']

    private final Scene scene
    private final AtlasEmulator emulator
    /** The ids of services that have to stay whatever happens, by their places. */
    private final Map<Place, String> untouchable

    Judge(Scene scene, AtlasEmulator emulator) {
        this.scene = scene
        this.emulator = emulator
        untouchable = Place.ALL.findAll { mustStay(it) }.collectEntries { [it, service(it).id().get()] }
    }

    // ---- requests

    /** Why this service must not be deleted now; null where it may. */
    String againstServiceDelete(String id, boolean isSeenInFull) {
        def service = atlas().services().find { it.id().get() == id }
        def place = Place.ALL.find { service && it.has(service) }
        if (!service) {
            return null
        }
        if (!scene.wanted(place)) {
            return againstSweep(place, isSeenInFull)
        }
        if (scene.isProtected(place) || place in scene.frozen) {
            return 'no run may touch it'
        }
        service.status() in [*FAILED, 'DELETING'] ? null : "it is declared and $service.status"
    }

    String againstEndpointDelete(String serviceId, String id, boolean isSeenInFull) {
        def service = atlas().services().find { it.id().get() == serviceId }
        def endpoint = service?.endpoints()?.find { it.id().equalsIgnoreCase(id) }
        if (!endpoint) {
            return null
        }
        def place = Place.ALL.find { it.has(service) }
        def wanted = wanted(place, id)
        if (!wanted) {
            return againstSweep(place, isSeenInFull)
        }
        if (scene.isProtected(place) || place in scene.frozen) {
            return 'no run may touch it'
        }
        isToGo(place, service, endpoint) ? null : "it is declared, as it should be and $endpoint.status"
    }

    /** Whether a declared endpoint is such that a run that looks at it now would delete it, to create it anew. */
    boolean mayGo(String serviceId, String id) {
        def service = atlas().services().find { it.id().get() == serviceId }
        def endpoint = service?.endpoints()?.find { it.id().equalsIgnoreCase(id) }
        endpoint && isToGo(Place.ALL.find { it.has(service) }, service, endpoint)
    }

    private boolean isToGo(Place place, ServiceState service, EndpointState endpoint) {
        def wanted = wanted(place, endpoint.id())
        boolean isUnfit = endpoint.status() in [*FAILED, 'DELETING'] || wanted && !Place.isAs(wanted.attributes(), endpoint)
        isUnfit || service.status() in FAILED && scene.mayReplace(place)
    }

    private String againstSweep(Place place, boolean isSeenInFull) {
        if (!scene.maySweep(place)) {
            return 'nobody permitted it'
        }
        isSeenInFull ? null : 'the plan had blind spots'
    }

    boolean isServiceThere(String cloud, String atlasRegion, boolean portMapped) {
        atlas().services().any {
            it.cloud().name() == cloud && it.region() == atlasRegion && it.portMapped() == portMapped && it.status() != 'DELETING'
        }
    }

    boolean isEndpointThere(String serviceId, String id) {
        atlas().services().any { it.id().get() == serviceId && it.endpoints().any { it.id().equalsIgnoreCase(id) && it.status() != 'DELETING' } }
    }

    // ---- reports

    /** What a report says that is not so; for a run that nobody disturbed. */
    List<String> untruths(Plan plan, ApplyReport report) {
        def undone = report.outcomes().findAll { !it.isDone() }*.step()*.address()*.parent() as Set
        def lies = report.outcomes()
            // What a sibling's failure left behind is told of the sibling.
            .findAll { it.isDone() && !(it.step().address().parent() in undone) && !isTrue(it.step()) }
            .collect { "said to be done, and is not: ${it.step().class.simpleName} ${it.step().address()}".toString() }
        boolean isWhole = report.isDone() && plan.complete && !plan.steps().any { it instanceof Step.Hold && it.isPending() }
        lies + (isWhole ? unmet().collect { "said to be all done, but $it".toString() } : [])
    }

    private boolean isTrue(Step step) {
        if (step.subject() instanceof Subject.RegionalMode) {
            return atlas().regionalMode() == step.subject().isEnabled()
        }
        def place = Place.ALL.find { it.key() == step.address().service().get() }
        def endpoint = step.address().endpoint().orElse(null)
        if (step instanceof Step.Delete) {
            return endpoint ? !this.endpoint(place, endpoint.value()) : !service(place)
        }
        def lacks = endpoint ? lacks(place, wanted(place, endpoint.value())) : lacks(place)
        lacks == null
    }

    // ---- the end

    /** In what Atlas is not as declared; what is frozen need not be. */
    List<String> unmet() {
        def wanted = Place.ALL.findAll { scene.wanted(it) && !(it in scene.frozen) }
        def lacking = wanted.collectMany { place ->
            [lacks(place)] + scene.wanted(place).endpoints().values().collect { lacks(place, it) }
        }
        def mode = scene.project.regionalMode().orElse(null)
        (lacking + (mode == null || mode == atlas().regionalMode() ? null : "regional mode is ${!mode}")).findAll()*.toString()
    }

    /** What there is that should not be, and what has gone that should be there. */
    List<String> harm() {
        def swept = Place.ALL.findAll { scene.isLookedAt(it) && scene.maySweep(it) && !(it in scene.frozen) }
        def left = swept.collectMany { place -> services(place).collectMany { leftovers(place, it) } }
        def twice = Place.ALL.findAll { services(it).size() > 1 }.collect { "${Scene.address(it)} is there twice" }
        def gone = untouchable.findAll { place, id -> service(place)?.id()?.orElse(null) != id }.keySet()
            .collect { "${Scene.address(it)} is no longer what it was" }
        (left + twice + gone)*.toString()
    }

    private List<String> leftovers(Place place, ServiceState service) {
        def left = scene.wanted(place) ? service.endpoints().findAll { !wanted(place, it.id()) }*.id() : [service.id().get()]
        left.collect { "${Scene.address(place)}: $it is still there".toString() }
    }

    private String lacks(Place place) {
        def service = service(place)
        def regions = scene.wanted(place).remoteRegions().orElse(null)
        if (!service || !(service.status() in READY)) {
            return "${Scene.address(place)} is ${service?.status() ?: 'missing'}"
        }
        regions == null || regions*.atlasName().toSet() == service.remoteRegions().orElse([]).toSet() ? null :
            "${Scene.address(place)} has remote regions ${service.remoteRegions()}"
    }

    private String lacks(Place place, DeclaredEndpoint wanted) {
        def found = endpoint(place, wanted.id().value())
        found && found.status() == 'AVAILABLE' && Place.isAs(wanted.attributes(), found) ? null :
            "${Scene.address(place).endpoint(wanted.id())} is ${found ?: 'missing'}"
    }

    /** Whether the service stays what it is: nobody may touch it, or it has a declared endpoint that is well. */
    private boolean mustStay(Place place) {
        def service = service(place)
        if (!service || service.status() == 'DELETING' || place in scene.leaving.keySet() || service.endpoints()*.status().contains('DELETING')) {
            return false
        }
        boolean isWell = service.status() in READY && service.endpoints().any {
            it.status() == 'AVAILABLE' && wanted(place, it.id()) && Place.isAs(wanted(place, it.id()).attributes(), it)
        }
        place in scene.frozen || isWell || !scene.wanted(place) && !scene.maySweep(place)
    }

    private DeclaredEndpoint wanted(Place place, String id) {
        scene.wanted(place)?.endpoints()?.values()?.find { it.id().value().equalsIgnoreCase(id) }
    }

    private EndpointState endpoint(Place place, String id) {
        service(place)?.endpoints()?.find { it.id().equalsIgnoreCase(id) }
    }

    private ServiceState service(Place place) {
        services(place).min { it.status() == 'DELETING' ? 1 : 0 }
    }

    private List<ServiceState> services(Place place) {
        atlas().services().findAll { place.has(it) }
    }

    private ProjectState atlas() {
        emulator.state().project(Scene.PROJECT.value())
    }
}
