package dev.linkspan.apply

import static dev.linkspan.model.Samples.FRANKFURT
import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ConnectionStatus
import dev.linkspan.model.DeclaredProject
import dev.linkspan.model.Declaration
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Health
import dev.linkspan.model.ObservedService
import dev.linkspan.model.Region
import dev.linkspan.model.UnmanagedPolicy
import dev.linkspan.observe.Observer
import dev.linkspan.plan.Guard
import dev.linkspan.plan.Plan
import dev.linkspan.plan.Planner
import dev.linkspan.plan.Step
import dev.linkspan.plan.Subject
import dev.linkspan.time.TestTime
import java.time.Duration

/**
 * A declaration, an Atlas that has little to do with it, and faults, the same for the same seed. It watches every write that comes
 * and every step that is said to be done, and writes down what was wrong.
 */
class FaultyWorld {

    private static final REGIONS = [VIRGINIA, IRELAND, FRANKFURT]
    private static final CALLS = ['services', 'service ', 'endpoint ', 'regionalMode', 'createService', 'createEndpoint',
        'deleteService', 'deleteEndpoint', 'updateRemoteRegions', 'setRegionalMode']

    final List<String> wrongs = []

    private final Random random
    private final TestTime time = new TestTime()
    private final FakeAtlas atlas = new FakeAtlas(time)
    private final DeclaredProject declared
    private final Guard guard
    private final boolean isAlone
    private boolean isSeenInFull
    /** Endpoints that came after the plan was made, so that it cannot have meant them. */
    private Set<EndpointId> newcomers = []
    private boolean isDrifted
    private Patience patience = Patience.standard()

    FaultyWorld(int seed) {
        random = new Random(seed)
        declared = declare()
        guard = new Guard(chance(5), [] as Set)
        REGIONS.findAll { chance(6) }.each { furnish(it) }
        atlas.setRegionalMode(PROJECT, chance(5))
        atlas.removesServiceWithLastEndpoint = chance(5)
        isAlone = chance(7)
    }

    /** One run that may meet faults, be short of time, be cancelled, start from an old plan, or have another run come between. */
    void runWithFaults() {
        (0..<random.nextInt(7)).each { breakSomething() }
        patience = any([Patience.standard(), Patience.standard(), Patience.standard().within(Duration.ofMinutes(2)), Patience.standard().none()])
        def applier = applier(patience)
        int cancelledAt = random.nextInt(80)
        int joinedAt = isAlone ? -1 : random.nextInt(30)
        int number = 0
        atlas.onCall = { String call ->
            judge(call)
            number++
            if (number == cancelledAt) {
                applier.cancel()
            }
            if (number == joinedAt) {
                isolated { run(this.applier()) }
            }
        }
        if (chance(3)) {
            int sleeps = random.nextInt(8)
            time.onSleep = {
                if (sleeps-- == 0) {
                    applier.cancel()
                    Thread.interrupted()
                }
            }
        }
        isDrifted = chance(4)
        run(applier, isDrifted ? { isolated { drift() } } : { })
        time.onSleep = { }
        newcomers = []
        isDrifted = false
        patience = Patience.standard()
    }

    void heal() {
        atlas.heal()
        atlas.onCall = { judge(it) }
    }

    /** Plans and applies until nothing is left to do; returns the last plan. */
    Plan runUntilSettled(int rounds) {
        for (int round = 0; round < rounds; round++) {
            def plan = run(applier())
            if (!plan.hasChanges() && !plan.steps().any { it instanceof Step.Keep && it.isSettling() }) {
                break
            }
        }
        plan()
    }

    Health healthOf(Address address) {
        def service = serviceIn(address.region().orElse(null))
        def endpoint = address.endpoint().orElse(null)
        if (endpoint == null) {
            return service?.health()
        }
        service != null && endpoint in service.endpointIds() ? endpointHealth(endpoint) : null
    }

    /** Whether Atlas is as a step wanted it. */
    boolean isTrue(Step step) {
        if (step.subject() instanceof Subject.RegionalMode) {
            return isolated { atlas.regionalMode(PROJECT) } == step.subject().isEnabled()
        }
        if (step instanceof Step.Delete) {
            return healthOf(step.address()) == null
        }
        boolean hasRegions = step.subject() instanceof Subject.Service ? hasRemoteRegions(step) : true
        healthOf(step.address()) == Health.READY && hasRegions
    }

    private boolean hasRemoteRegions(Step step) {
        def found = serviceIn(step.address().region().get())
        step.subject().remoteRegions().map { it == found?.remoteRegions()?.orElse(new TreeSet<>()) }.orElse(true)
    }

    // ---- what there is

    private DeclaredProject declare() {
        wantedProject(
            regionalMode: any([null, true, false]),
            unmanaged: any(UnmanagedPolicy.values().toList()),
            isProtected: random.nextInt(20) == 0,
            services: REGIONS.findAll { chance(7) }.collect { region ->
                wantedService(
                    region: region,
                    remoteRegions: any([null, null, [], REGIONS - region]),
                    isProtected: chance(1),
                    endpoints: ids(region).collect { wantedEndpoint(it, isProtected: chance(1)) })
            })
    }

    private void furnish(Region region) {
        def status = any(['AVAILABLE'] * 5 + ['WAITING_FOR_USER', 'INITIATING', 'FAILED'])
        def endpoints = status == 'INITIATING' ? [] : ids(region).collect { vpce(it).value() }
        def id = atlas.standing(PROJECT, region.cloudName(), endpoints, status)
        endpoints.each {
            if (chance(4)) {
                def fate = any(['REJECTED', 'FAILED', 'PENDING', 'PONDERING', 'AVAILABLE'])
                atlas.mark(PROJECT, it, fate, fate in ['PENDING', 'AVAILABLE'] ? 'rule not found' : null)
            } else if (chance(1)) {
                atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(it))
            }
        }
        if (endpoints.isEmpty() && chance(2)) {
            atlas.deleteService(PROJECT, CloudProvider.AWS, id)
        }
    }

    private List<Integer> ids(Region region) {
        (1..4).findAll { chance(4) }.collect { 10 * REGIONS.indexOf(region) + it }
    }

    private void breakSomething() {
        def call = any(CALLS)
        int times = 1 + random.nextInt(4)
        switch (random.nextInt(4)) {
            case 0 -> atlas.lose(call, times)
            case 1 -> atlas.fates[any(REGIONS).cloudName()] = 'FAILED'
            case 2 -> atlas.fates[vpce(any(REGIONS.collectMany { ids(it) } + 1)).value()] = any(['FAILED', 'REJECTED', 'PONDERING'])
            default -> atlas.refuse(call, refusal(), times)
        }
    }

    /** What may happen between a plan and somebody's yes to it. */
    private void drift() {
        def service = any([*shown(), null])
        def endpoint = any([*(service?.endpointIds() ?: []), null])
        switch (random.nextInt(4)) {
            case 0 -> shown().findAll { it.health() == Health.FAILED }.each { atlas.markService(PROJECT, it.id(), 'AVAILABLE') }
            case 1 -> shown()*.endpointIds().flatten().each { atlas.mark(PROJECT, it.value(), 'AVAILABLE') }
            case 2 -> attempted { endpoint && atlas.deleteEndpoint(PROJECT, service.id(), endpoint) }
            default -> service && attempted {
                def newcomer = vpce(90)
                atlas.createEndpoint(PROJECT, service.id(), newcomer, EndpointAttributes.NONE)
                newcomers << newcomer
            }
        }
    }

    private static void attempted(Closure<?> work) {
        try {
            work.call()
        } catch (AtlasProblem ignored) {
            // There is nothing it could be done to.
        }
    }

    private AtlasProblem refusal() {
        def kind = any([AtlasProblem.Kind.CONFLICT, AtlasProblem.Kind.RATE_LIMITED, AtlasProblem.Kind.UNAVAILABLE,
            AtlasProblem.Kind.UNREACHABLE, AtlasProblem.Kind.FORBIDDEN, AtlasProblem.Kind.UNREADABLE])
        boolean isLost = kind in [AtlasProblem.Kind.UNAVAILABLE, AtlasProblem.Kind.UNREACHABLE, AtlasProblem.Kind.UNREADABLE]
        FakeAtlas.problem(kind, "$kind was asked for", isLost)
    }

    // ---- how it runs

    private Applier applier(Patience patience = Patience.standard()) {
        new Applier(atlas, { it.run() }, time, time, patience)
    }

    private Plan plan() {
        def survey = new Observer(atlas, { it.run() }).survey(Declaration.of([declared]))
        Planner.plan(survey.comparison(), guard)
    }

    private Plan run(Applier applier, Closure<?> meanwhile = { }) {
        def plan = plan()
        meanwhile()
        boolean before = isSeenInFull
        isSeenInFull = plan.complete
        def report = applier.apply(plan, { })
        isSeenInFull = before
        report.outcomes().findAll { it.isDone() }.each { outcome ->
            boolean mayHaveChanged = !isAlone || report.outcomes().any {
                !it.isDone() && it.step().address().parent() == outcome.step().address()
            }
            if (!mayHaveChanged && !isTrue(outcome.step())) {
                wrongs << "said to be done, and is not: ${outcome.step()}".toString()
            }
        }
        plan
    }

    // ---- what must not be

    private void judge(String call) {
        def words = call.tokenize(' ')
        switch (words[0]) {
            case 'createService' -> refuseIf(isUndisturbed() && isThere(serviceIn(region(words[2]))?.health()), "$call although it is there")
            case 'createEndpoint' -> refuseIf(isUndisturbed() && isThere(endpointHealth(EndpointId.aws(words[2]))), "$call although it is there")
            case 'deleteService' -> refuseIf(!mayDeleteService(words[2]), "$call without permission")
            case 'deleteEndpoint' -> refuseIf(!mayDeleteEndpoint(EndpointId.aws(words[2])), "$call without permission")
        }
    }

    private boolean isUndisturbed() {
        isAlone && !isDrifted
    }

    private void refuseIf(boolean isWrong, CharSequence what) {
        if (isWrong) {
            wrongs << what.toString()
        }
    }

    private boolean mayDeleteService(String id) {
        def service = shown().find { it.id().value() == id }
        if (service == null) {
            return true
        }
        def wanted = declared.services()[service.key()]
        wanted ? service.health() in [Health.FAILED, Health.LEAVING] && !wanted.isProtected() && !declared.isProtected() : mayDeleteUnmanaged()
    }

    private boolean mayDeleteEndpoint(EndpointId id) {
        def service = shown().find { id in it.endpointIds() }
        if (service == null) {
            return true
        }
        def wanted = declared.services()[service.key()]
        def endpoint = wanted?.endpoints()?.get(id)
        if (declared.isProtected() || wanted?.isProtected() || endpoint?.isProtected()) {
            return false
        }
        if (endpoint && patience.isNone()) {
            return false
        }
        endpoint ? !isAlone || !mayCarryTraffic(id) : id !in newcomers && mayDeleteUnmanaged()
    }

    private boolean mayCarryTraffic(EndpointId id) {
        new ConnectionStatus(atlas.statusOf(PROJECT, id.value())).health() in [Health.READY, Health.UNKNOWN]
    }

    private boolean mayDeleteUnmanaged() {
        boolean isPermitted = declared.unmanaged() == UnmanagedPolicy.DELETE ||
            guard.allowsDelete() && declared.unmanaged() != UnmanagedPolicy.IGNORE
        isPermitted && !declared.isProtected() && isSeenInFull
    }

    private static boolean isThere(Health health) {
        health != null && health != Health.LEAVING
    }

    private Health endpointHealth(EndpointId id) {
        def status = atlas.statusOf(PROJECT, id.value())
        if (status == null) {
            return null
        }
        def health = new ConnectionStatus(status).health()
        atlas.errorOf(PROJECT, id.value()) && health != Health.LEAVING ? Health.FAILED : health
    }

    private ObservedService serviceIn(Region region) {
        shown().findAll { it.region() == region }.min { it.health() == Health.LEAVING ? 1 : 0 }
    }

    private List<ObservedService> shown() {
        atlas.show(PROJECT)
    }

    private static Region region(String word) {
        REGIONS.find { it.toString() == word }
    }

    /** Does something without being watched for it. */
    private <T> T isolated(Closure<T> work) {
        def watcher = atlas.onCall
        atlas.onCall = { String call -> }
        try {
            work.call()
        } finally {
            atlas.onCall = watcher
        }
    }

    private boolean chance(int ofTen) {
        random.nextInt(10) < ofTen
    }

    private <T> T any(List<T> choices) {
        choices[random.nextInt(choices.size())]
    }
}
