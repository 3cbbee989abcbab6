package dev.linkspan.plan

import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService

import dev.linkspan.compare.ComparedProject
import dev.linkspan.compare.Comparison
import dev.linkspan.compare.Pairing
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Health
import dev.linkspan.model.ObservedProject
import dev.linkspan.model.RandomWorld
import dev.linkspan.model.UnmanagedPolicy
import spock.lang.Rollup
import spock.lang.Specification

/** What holds for every declaration and every observation, tried on many that come from seeds. */
@Rollup
class PlannerPropertySpec extends Specification {

    static final SEEDS = 0..<150
    /** It takes luck to have taken over. */
    private static final MANY_SEEDS = 0..<1_000

    def "nothing is deleted without a permission, nor anything declared or protected"() {
        given:
        def world = new RandomWorld(seed)
        def guard = guard(seed)
        def plan = plan(world, guard)

        expect:
        plan.steps().findAll { it instanceof Step.Delete }.every { step ->
            def project = world.wanted.find { it.ref() == step.address().project() }
            def service = project.services()[step.address().service().get()]
            (guard.allowsDelete() || project.unmanaged() == UnmanagedPolicy.DELETE) &&
                project.unmanaged() != UnmanagedPolicy.IGNORE &&
                !project.isProtected() && !service?.isProtected() &&
                !(step.address() in declared(world))
        }

        where:
        seed << SEEDS
    }

    def "nothing is deleted, and no service replaced, in a project with a blind spot"() {
        given:
        def world = new RandomWorld(seed, 3)
        def steps = plan(world, guard(seed)).steps() + Planner.destroy(compared(world)).steps()

        expect:
        steps.findAll { !world.isSeenInFull(it.address().project()) }.every { step ->
            !(step instanceof Step.Delete) &&
                !(step instanceof Step.Replace && step.address().kind() == Address.Kind.SERVICE)
        }

        where:
        seed << SEEDS
    }

    def "everything declared stands in exactly one step, and nothing stands in two"() {
        given:
        def world = new RandomWorld(seed)
        def addresses = plan(world, guard(seed)).steps()*.address()

        expect:
        addresses.toSet().size() == addresses.size()
        addresses.containsAll(declared(world))

        where:
        seed << SEEDS
    }

    def "nothing outside the declared projects is touched"() {
        given:
        def world = new RandomWorld(seed)

        expect:
        world.wanted*.ref().containsAll(plan(world, guard(seed)).steps()*.address()*.project())

        where:
        seed << SEEDS
    }

    def "where Atlas is as declared, nothing changes and nothing is awaited"() {
        given:
        def world = new RandomWorld(seed)
        def plan = Planner.plan(comparison(world.wanted, world.asDeclared()), guard(seed))

        expect:
        !plan.hasChanges()
        !plan.hasPending()
        plan.isComplete()

        where:
        seed << SEEDS
    }

    def "a plan does not depend on the order in which things come"() {
        given:
        def world = new RandomWorld(seed)
        def shuffler = new Random(seed)

        expect:
        Planner.plan(
            comparison(world.wanted.shuffled(shuffler), world.found.shuffled(shuffler), world.blindSpots.shuffled(shuffler)),
            guard(seed)) == plan(world, guard(seed))

        where:
        seed << SEEDS
    }

    def "steps stand in an order in which they can be done"() {
        given:
        def world = new RandomWorld(seed)
        def steps = plan(world, guard(seed)).steps()
        def position = steps.withIndex().collectEntries { step, index -> [step.address(), index] }

        expect: "projects one after the other"
        steps*.address()*.project().unique(false) == steps*.address()*.project().toSet().toSorted()

        and: "a service before what is made on it, and after what is taken from it"
        steps.findAll { it.address().kind() == Address.Kind.ENDPOINT && position[it.address().parent()] != null }.every { step ->
            def service = steps[position[step.address().parent()]]
            def isFirst = position[service.address()] < position[step.address()]
            service instanceof Step.Delete ? !(step instanceof Step.Delete) || !isFirst : isFirst
        }

        and: "new endpoints before others of their service are taken away, but after them where it takes one only"
        steps.findAll { it instanceof Step.Create && it.address().kind() == Address.Kind.ENDPOINT }.every { create ->
            steps.findAll { it instanceof Step.Delete || it instanceof Step.Replace }
                .findAll { it.address().kind() == Address.Kind.ENDPOINT && it.address().parent() == create.address().parent() }
                .every { position[it.address()] > position[create.address()] != create.address().service().get().portMapped }
        }

        where:
        seed << SEEDS
    }

    def "once a plan is carried out, the next one changes only what this one held"() {
        given:
        def world = new RandomWorld(seed, 0)
        def plan = plan(world, guard(seed))

        when:
        def again = Planner.plan(comparison(world.wanted, carriedOut(plan, world)), guard(seed))

        then:
        plan.steps().findAll { it instanceof Step.Hold }*.address()
            .containsAll(again.steps().findAll { it.isChange() }*.address())

        where:
        seed << SEEDS
    }

    def "once any first part of a plan is carried out, nothing has drifted but what that part set free"() {
        given:
        def world = new RandomWorld(seed, 0)
        def plan = plan(world, guard(seed))
        def part = new Plan(plan.projectNames(), plan.steps().take(new Random(seed).nextInt(plan.steps().size() + 1)), plan.blindSpots())

        when:
        def again = Planner.plan(comparison(world.wanted, carriedOut(part, world)), guard(seed))

        then:
        def drift = PlanDrift.between(plan, again)
        drift.moved().every { it.was().get() instanceof Step.Hold && it.is().get().isChange() }
        drift.unseen().empty

        where:
        seed << SEEDS
    }

    def "destroy takes away declared things only, and no service from under an endpoint that stays"() {
        given:
        def world = new RandomWorld(seed)
        def compared = compared(world)
        def steps = Planner.destroy(compared).steps()
        def deleted = steps.findAll { it instanceof Step.Delete }*.address()

        expect:
        steps.every { it instanceof Step.Delete || it instanceof Step.Hold }
        declared(world).containsAll(steps*.address())
        compared.projects()*.services().flatten().findAll { it.address() in deleted }.every { service ->
            service.endpoints().findAll { it.observed().filter { it.health() != Health.LEAVING }.present }
                .every { it.address() in deleted }
        }

        where:
        seed << SEEDS
    }

    def "on the way to port mapping nothing older goes before its successor's endpoint is declared, AVAILABLE and as declared"() {
        given:
        def world = new RandomWorld(seed)
        def compared = compared(world)
        def steps = Planner.plan(compared, guard(seed).migratingGcp()).steps()

        expect:
        steps.findAll { it instanceof Step.Delete && isOlder(it.address()) }.every { step ->
            def project = compared.projects().find { it.declared().ref() == step.address().project() }
            def older = project.services().find { it.address() == step.address().parent() }
            def successor = project.services().find { it.address().region() == step.address().region() && it != older }
            def isLeavingUndeclared = older.service().declared().empty && older.service().found().health() == Health.LEAVING
            isLeavingUndeclared || world.isSeenInFull(step.address().project()) &&
                successor.service().observed().get().health() == Health.READY &&
                successor.endpoints().any { it instanceof Pairing.Matched && it.found().health() == Health.READY && it.differences().empty } &&
                steps.findAll { it.address().service() == successor.address().service() && it.address().project() == step.address().project() }
                    .every { !it.isChange() || it instanceof Step.Delete }
        }

        where:
        seed << MANY_SEEDS
    }

    def "on the way to port mapping no older service is made, and each that concerns anybody has a successor in the plan and a word of where it stands"() {
        given:
        def world = new RandomWorld(seed)
        def plan = Planner.plan(compared(world), guard(seed).migratingGcp())
        def declared = declared(world).findAll { isOlder(it) && it.kind() == Address.Kind.SERVICE }

        expect:
        plan.steps().every { !isOlder(it.address()) || it.address().kind() != Address.Kind.SERVICE || !(it instanceof Step.Create || it instanceof Step.Replace) }
        plan.migrations().get()*.older().containsAll(declared)
        plan.steps()*.address().containsAll(plan.migrations().get()*.successor())
        plan.steps()*.address().toSet().size() == plan.steps().size()

        where:
        seed << SEEDS
    }

    def "the way to port mapping leaves everything else as it was planned"() {
        given:
        def world = new RandomWorld(seed)
        def isOther = { Step it -> it.address().provider().orElse(null) != CloudProvider.GCP }

        expect:
        Planner.plan(compared(world), guard(seed).migratingGcp()).steps().findAll(isOther) == plan(world, guard(seed)).steps().findAll(isOther)

        where:
        seed << SEEDS
    }

    private static boolean isOlder(Address address) {
        address.provider().orElse(null) == CloudProvider.GCP && address.service().filter { !it.portMapped }.present
    }

    private static Guard guard(int seed) {
        seed % 2 ? Guard.strict() : Guard.allowingDelete()
    }

    private static Comparison compared(RandomWorld world) {
        comparison(world.wanted, world.found, world.blindSpots)
    }

    private static Plan plan(RandomWorld world, Guard guard) {
        Planner.plan(compared(world), guard)
    }

    private static Set<Address> declared(RandomWorld world) {
        world.wanted.collectMany { project ->
            def services = project.services().values().collectMany { service ->
                def address = Address.service(project.ref(), service.key())
                [address] + service.endpoints().keySet().collect { address.endpoint(it) }
            }
            services + (project.regionalMode().present ? [Address.regionalMode(project.ref())] : [])
        } as Set
    }

    /** Atlas after the plan's changes, in a plan that may be a part of one: what was made is ready, what was on its way out is gone. */
    private static List<ObservedProject> carriedOut(Plan plan, RandomWorld world) {
        def steps = plan.steps().collectEntries { [it.address(), it] }
        compared(world).projects().collect { carriedOut(it, steps) }
    }

    private static ObservedProject carriedOut(ComparedProject project, Map<Address, Step> steps) {
        def mode = project.regionalMode().map { steps[it.address()] ? steps[it.address()].subject().isEnabled() : it.observed().get() }.orElse(null)
        foundProject(id: project.declared().ref(), regionalMode: mode, services: project.services()
            .findAll { isThere(it.service(), steps[it.address()]) }
            .collect { compared ->
                def step = steps[compared.address()]
                def before = compared.service().observed()
                def remoteRegions = step instanceof Step.Hold || step == null
                    ? before.flatMap { it.remoteRegions() }
                    : compared.service().declared().flatMap { it.remoteRegions() }
                foundService(
                    key: compared.address().service().get(),
                    status: isMade(step) ? 'AVAILABLE' : before.get().status().text(),
                    error: isMade(step) ? null : before.get().errorMessage().orElse(null),
                    remoteRegions: remoteRegions.orElse(null),
                    endpoints: compared.endpoints().findAll {
                        isMade(step) ? isMade(steps[it.address()]) : isThere(it, steps[it.address()])
                    }.collect {
                        isMade(steps[it.address()]) ? foundEndpoint(it.address().endpoint().get()) : it.found()
                    })
            })
    }

    private static boolean isThere(pairing, Step step) {
        isMade(step) || step instanceof Step.Update ||
            !(step instanceof Step.Delete) && pairing.observed().filter { it.health() != Health.LEAVING }.present
    }

    private static boolean isMade(Step step) {
        step instanceof Step.Create || step instanceof Step.Replace
    }
}
