package dev.linkspan.plan

import static dev.linkspan.model.CloudProvider.GCP
import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.compare.Difference
import dev.linkspan.model.Address
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.ServiceId
import dev.linkspan.model.UnmanagedPolicy
import spock.lang.Specification

class PlannerSpec extends Specification {

    static final SERVICE = Address.service(PROJECT, VIRGINIA)

    def "what Atlas lacks is created, services before their endpoints"() {
        when:
        def plan = plan([wantedProject(services: [
            wantedService(endpoints: [wantedEndpoint(1)]), wantedService(region: IRELAND)])], [foundProject()])

        then:
        lines(plan) == [
            'CREATE 5e2211c17a3e5a48f5497de3/aws/eu-west-1 not-in-atlas',
            'CREATE 5e2211c17a3e5a48f5497de3/aws/us-east-1 not-in-atlas',
            'CREATE 5e2211c17a3e5a48f5497de3/aws/us-east-1/vpce-00000000000000001 not-in-atlas']
        plan.steps()*.subject() == [
            new Subject.Service(Optional.empty(), Optional.empty()),
            new Subject.Service(Optional.empty(), Optional.empty()),
            new Subject.Endpoint(Optional.empty(), EndpointAttributes.NONE)]
        plan.summary() == new PlanSummary(3, 0, 0, 0, 0, 0)
        plan.hasChanges()
        !plan.hasPending()
        plan.isComplete()
    }

    def "an endpoint that is created on a service that is there knows that service"() {
        when:
        def plan = plan(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(id: '6a793f68c0eb9e7a17715835')])])

        then:
        step(plan, SERVICE.endpoint(vpce(1))).subject() ==
            new Subject.Endpoint(Optional.of(new ServiceId('6a793f68c0eb9e7a17715835')), EndpointAttributes.NONE)
    }

    def "what is as declared is kept, and an empty plan changes nothing"() {
        when:
        def plan = plan(
            [wantedProject(regionalMode: true, services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(regionalMode: true, services: [foundService(endpoints: [foundEndpoint(1)])])])

        then:
        plan.steps()*.class.unique() == [Step.Keep]
        plan.steps()*.reason()*.id() == ['as-declared'] * 3
        plan.steps()*.status() == ['enabled', 'AVAILABLE', 'AVAILABLE']
        !plan.hasChanges()
        !plan.hasPending()
    }

    def "what Atlas is still working on, or may be, is kept and waited for"() {
        when:
        def plan = plan(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(status: serviceStatus, endpoints: [foundEndpoint(1, status: status)])])])

        then:
        plan.steps().every { it instanceof Step.Keep }
        plan.steps()*.isSettling() == settling
        plan.steps()*.reason()*.id() == reasons
        plan.hasPending() == settling.any()

        where:
        serviceStatus      | status               || settling      | reasons
        'INITIATING'       | 'NONE'               || [true, true]  | ['settling', 'settling']
        'AVAILABLE'        | 'PENDING'            || [false, true] | ['as-declared', 'settling']
        'WAITING_FOR_USER' | 'PENDING_ACCEPTANCE' || [false, true] | ['as-declared', 'settling']
        'MIGRATING'        | 'PAUSED'             || [true, true]  | ['unknown-status', 'unknown-status']
        'AVAILABLE'        | 'PAUSED'             || [false, true] | ['as-declared', 'unknown-status']
    }

    def "remote regions are updated in place"() {
        when:
        def plan = plan(
            [wantedProject(services: [wantedService(remoteRegions: [IRELAND])])],
            [foundProject(services: [foundService()])])

        then:
        def update = step(plan, SERVICE)
        update instanceof Step.Update
        update.reason().id() == 'differs'
        update.differences() == [new Difference('remoteRegions', '[eu-west-1]', '[]')]
        update.subject().remoteRegions().get().toList() == [IRELAND]
    }

    def "regional mode is switched on before all else and off after all else, with a word on connection strings"() {
        when:
        def plan = plan(
            [wantedProject(regionalMode: wanted, services: [wantedService()])],
            [foundProject(regionalMode: !wanted)])

        then:
        plan.steps()*.address() == order
        def update = step(plan, Address.regionalMode(PROJECT))
        update instanceof Step.Update
        update.subject() == new Subject.RegionalMode(wanted)
        update.notes()[0].contains('connection strings')

        where:
        wanted || order
        true   || [Address.regionalMode(PROJECT), SERVICE]
        false  || [SERVICE, Address.regionalMode(PROJECT)]
    }

    def "a failed endpoint is replaced, with Atlas's own words for why"() {
        when:
        def plan = plan(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])],
            [foundProject(services: [foundService(
                endpoints: [foundEndpoint(1, status: status, error: error), foundEndpoint(2)])])])

        then:
        def replace = step(plan, SERVICE.endpoint(vpce(1)))
        replace instanceof Step.Replace
        replace.reason() == new Reason('failed', reason)
        replace.notes() == []

        where:
        status     | error              || reason
        'FAILED'   | null               || 'its status is FAILED'
        'REJECTED' | null               || 'its status is REJECTED'
        'PENDING'  | 'rule not found'   || 'its status is PENDING: rule not found'
    }

    def "an endpoint of status #status with an error message may carry traffic, and is replaced only where it is named"() {
        given:
        def wanted = [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])]
        def found = [foundProject(services: [foundService(
            endpoints: [foundEndpoint(1, status: status, error: 'rule not found')])])]
        def address = SERVICE.endpoint(vpce(1))

        when:
        def held = step(plan(wanted, found), address) as Step.Hold

        then:
        held.wanted() == Optional.of(Action.REPLACE)
        held.reason().id() == 'may-carry-traffic'
        held.reason().text().startsWith("its status is $status: rule not found; ")
        held.reason().text().contains("--replace $address")

        and:
        step(plan(wanted, found, new Guard(false, [address] as Set)), address) instanceof Step.Replace

        where:
        status << ['AVAILABLE', 'PONDERING']
    }

    def "a failed service is not replaced with a protected endpoint, nor with one that is to be ignored"() {
        when:
        def plan = plan([wanted], [foundProject(services: [foundService(status: 'FAILED', endpoints: [foundEndpoint(1)])])],
            new Guard(true, [SERVICE] as Set))

        then:
        step(plan, SERVICE).reason().id() == reason

        where:
        wanted                                                                                      || reason
        wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1, isProtected: true)])]) || 'protected'
        wantedProject(unmanaged: UnmanagedPolicy.IGNORE, services: [wantedService()])               || 'foreign-endpoints'
    }

    def "a protected failed endpoint is held"() {
        when:
        def plan = plan([project], [foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: 'FAILED')])])])

        then:
        def hold = step(plan, SERVICE.endpoint(vpce(1)))
        hold instanceof Step.Hold
        hold.wanted() == Optional.of(Action.REPLACE)
        hold.reason().id() == 'protected'
        !plan.hasChanges()
        plan.hasPending()

        where:
        project << [
            wantedProject(isProtected: true, services: [wantedService(endpoints: [wantedEndpoint(1)])]),
            wantedProject(services: [wantedService(isProtected: true, endpoints: [wantedEndpoint(1)])]),
            wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1, isProtected: true)])])]
    }

    def "what no spec declares is deleted only where somebody permits it"() {
        when:
        def plan = plan(
            [wantedProject(unmanaged: unmanaged, services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [
                foundService(region: IRELAND), foundService(endpoints: [foundEndpoint(1), foundEndpoint(2)])])],
            guard)

        then:
        lines(plan).findAll { !it.startsWith('KEEP') } == expected

        where:
        unmanaged              | guard                    || expected
        UnmanagedPolicy.REPORT | Guard.strict()           || unmanagedLines('HOLD', 'delete-not-allowed').reverse()
        UnmanagedPolicy.REPORT | Guard.allowingDelete()   || unmanagedLines('DELETE', 'unmanaged')
        UnmanagedPolicy.DELETE | Guard.strict()           || unmanagedLines('DELETE', 'unmanaged')
        UnmanagedPolicy.IGNORE | Guard.strict()           || []
        UnmanagedPolicy.IGNORE | Guard.allowingDelete()   || []
    }

    private static List<String> unmanagedLines(String action, String reason) {
        [SERVICE.endpoint(vpce(2)), Address.service(PROJECT, IRELAND)].collect { "$action $it $reason" as String }
    }

    def "a delete that nobody permitted leaves the declaration met"() {
        when:
        def plan = plan([wantedProject()], [foundProject(services: [foundService()])])

        then:
        step(plan, SERVICE) instanceof Step.Hold
        step(plan, SERVICE).wanted() == Optional.of(Action.DELETE)
        !plan.hasPending()
    }

    def "protect keeps what no spec declares, even where deletes are permitted"() {
        when:
        def plan = plan([project], [foundProject(services: [foundService(endpoints: [foundEndpoint(2)])])],
            Guard.allowingDelete())

        then:
        step(plan, SERVICE.endpoint(vpce(2))).reason().id() == 'protected'
        plan.summary().deletes() == 0

        where:
        project << [
            wantedProject(isProtected: true, unmanaged: UnmanagedPolicy.DELETE),
            wantedProject(unmanaged: UnmanagedPolicy.DELETE, services: [wantedService(isProtected: true)])]
    }

    def "what is on its way out anyway is not deleted again"() {
        when:
        def plan = plan([wantedProject(unmanaged: UnmanagedPolicy.DELETE)], [foundProject(services: [
            foundService(status: 'DELETING', endpoints: [foundEndpoint(1, isDeleteRequested: true)])])])

        then:
        plan.steps() == []
    }

    def "a blind spot anywhere in a project blocks its deletes, and no other project's"() {
        given:
        def found = { [foundService(endpoints: [foundEndpoint(2)])] }

        when:
        def plan = plan(
            [wantedProject(unmanaged: UnmanagedPolicy.DELETE), wantedProject(ref: OTHER_PROJECT, unmanaged: UnmanagedPolicy.DELETE)],
            [foundProject(services: found()), foundProject(id: OTHER_PROJECT, services: found())],
            Guard.allowingDelete(),
            [blind(hidden)])

        then:
        plan.steps().findAll { it.address().project() == PROJECT }*.reason()*.id() == ['project-unseen'] * 2
        plan.steps().findAll { it.address().project() == OTHER_PROJECT }*.class == [Step.Delete] * 2
        !plan.isComplete()

        where:
        hidden << [
            Address.regionalMode(PROJECT),
            Address.provider(PROJECT, GCP),
            Address.service(PROJECT, IRELAND).endpoint(vpce(3))]
    }

    def "what could not be seen is held, with why"() {
        when:
        def plan = plan(
            [wantedProject(regionalMode: true, services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [],
            Guard.strict(),
            [blind(Address.of(PROJECT), 'Atlas answered 403')])

        then:
        plan.steps()*.class == [Step.Hold] * 3
        plan.steps()*.reason().unique() == [new Reason('unseen', 'it could not be read')]
        plan.steps()*.wanted().unique() == [Optional.empty()]
        plan.hasPending()
    }

    def "an endpoint that no spec declares and that could not be read gets no step"() {
        when:
        def plan = plan(
            [wantedProject(services: [wantedService()])],
            [foundProject(services: [foundService(listed: [vpce(2)])])],
            Guard.strict(),
            [blind(SERVICE.endpoint(vpce(2)))])

        then:
        plan.steps()*.address() == [SERVICE]
        !plan.isComplete()
    }

    def "a removal that may take the service along says so"() {
        when:
        def plan = plan([wantedProject(unmanaged: UnmanagedPolicy.DELETE, services: [wantedService(endpoints: wanted)])],
            [foundProject(services: [foundService(endpoints: found)])])

        then:
        def step = step(plan, SERVICE.endpoint(vpce(2)))
        step.isChange()
        step.notes().any { it.contains('last endpoint') } == warns

        where:
        wanted                                 | found                                                        || warns
        []                                     | [foundEndpoint(2)]                                           || true
        [wantedEndpoint(2)]                    | [foundEndpoint(2, status: 'FAILED')]                         || true
        [wantedEndpoint(1)]                    | [foundEndpoint(1), foundEndpoint(2)]                         || false
        [wantedEndpoint(1)]                    | [foundEndpoint(2)]                                           || false
        [wantedEndpoint(2)]                    | [foundEndpoint(1), foundEndpoint(2, status: 'FAILED')]       || true
        [wantedEndpoint(2)]                    | [foundEndpoint(1, status: 'DELETING'), foundEndpoint(2, status: 'FAILED')] || true
        [wantedEndpoint(1), wantedEndpoint(2)] | [foundEndpoint(1, status: 'DELETING'), foundEndpoint(2, status: 'FAILED')] || false
    }

    def "a service whose endpoints are all on their way out is not at rest"() {
        when:
        def plan = plan([wantedProject(services: [wantedService(endpoints: wanted)])], [foundProject(services: [foundService(endpoints: found)])])

        then:
        def service = step(plan, SERVICE)
        service.isPending() == isPending
        service.reason().id() == (isPending ? 'last-endpoint-leaving' : 'as-declared')

        where:
        wanted              | found                                                                          || isPending
        []                  | [foundEndpoint(2, status: 'DELETING')]                                         || true
        []                  | [foundEndpoint(1, status: 'DELETING'), foundEndpoint(2, status: 'DELETING')]   || true
        []                  | [foundEndpoint(1), foundEndpoint(2, status: 'DELETING')]                       || false
        []                  | []                                                                             || false
        [wantedEndpoint(2)] | [foundEndpoint(2, status: 'DELETING')]                                         || false
    }

    def "an endpoint that stays though no spec declares it keeps the service, so nothing is said of it"() {
        when:
        def plan = plan([wantedProject(unmanaged: unmanaged, services: [wantedService(endpoints: [wantedEndpoint(2)])])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1), foundEndpoint(2, status: 'FAILED')])])])

        then:
        step(plan, SERVICE.endpoint(vpce(2))).notes() == []

        where:
        unmanaged << [UnmanagedPolicy.REPORT, UnmanagedPolicy.IGNORE]
    }

    def "a service that goes takes its endpoints along, so nothing is said of the last one"() {
        when:
        def plan = plan([wantedProject(unmanaged: UnmanagedPolicy.DELETE)],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(2)])])])

        then:
        plan.steps()*.notes() == [[], []]
    }

    def "new endpoints come before failed ones are taken away and added again"() {
        when:
        def plan = plan(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: 'FAILED')])])])

        then:
        lines(plan) == [
            "KEEP $SERVICE as-declared",
            "CREATE ${SERVICE.endpoint(vpce(2))} not-in-atlas",
            "REPLACE ${SERVICE.endpoint(vpce(1))} failed"]
    }

    def "a failed service without endpoints is replaced"() {
        when:
        def plan = plan(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(status: 'FAILED', error: 'no capacity')])])

        then:
        lines(plan) == ["REPLACE $SERVICE failed", "CREATE ${SERVICE.endpoint(vpce(1))} not-in-atlas"]
        step(plan, SERVICE).reason().text() == 'its status is FAILED: no capacity'
        step(plan, SERVICE).notes()[0].contains('another name')
    }

    def "a failed service with endpoints is held, and so is all that hangs on it, until its address is named"() {
        given:
        def wanted = [wantedProject(services: [wantedService(
            endpoints: [wantedEndpoint(1), wantedEndpoint(2), wantedEndpoint(3), wantedEndpoint(4)])])]
        def found = [foundProject(services: [foundService(status: 'FAILED', endpoints: [
            foundEndpoint(1), foundEndpoint(2, status: 'REJECTED'), foundEndpoint(3, status: 'DELETING')])])]

        when:
        def held = plan(wanted, found)
        def named = plan(wanted, found, new Guard(false, [SERVICE] as Set))

        then:
        lines(held) == [
            "HOLD $SERVICE live-endpoints",
            "KEEP ${SERVICE.endpoint(vpce(1))} as-declared",
            "HOLD ${SERVICE.endpoint(vpce(2))} service-held",
            "HOLD ${SERVICE.endpoint(vpce(3))} service-held",
            "HOLD ${SERVICE.endpoint(vpce(4))} service-held"]
        step(held, SERVICE).wanted() == Optional.of(Action.REPLACE)
        step(held, SERVICE).reason().text().contains("3 endpoints hang on it")
        step(held, SERVICE).reason().text().contains("--replace $SERVICE")
        held.steps().findAll { it instanceof Step.Hold }*.wanted()*.get() ==
            [Action.REPLACE, Action.REPLACE, Action.CREATE, Action.CREATE]

        and:
        lines(named) == [
            "REPLACE $SERVICE failed",
            "CREATE ${SERVICE.endpoint(vpce(1))} service-replaced",
            "CREATE ${SERVICE.endpoint(vpce(2))} service-replaced",
            "CREATE ${SERVICE.endpoint(vpce(3))} service-replaced",
            "CREATE ${SERVICE.endpoint(vpce(4))} not-in-atlas"]
        named.steps().tail()*.subject().unique() == [new Subject.Endpoint(Optional.empty(), EndpointAttributes.NONE)]
    }

    def "a failed service is held whenever something speaks against its delete, named or not"() {
        when:
        def plan = plan([wanted], [foundProject(services: [foundService(status: 'FAILED', endpoints: endpoints)])],
            new Guard(false, [SERVICE] as Set), spots)

        then:
        step(plan, SERVICE) instanceof Step.Hold
        step(plan, SERVICE).reason().id() == reason

        where:
        wanted                                                       | endpoints          | spots                           || reason
        wantedProject(isProtected: true, services: [wantedService()]) | []                 | []                              || 'protected'
        wantedProject(services: [wantedService(isProtected: true)])  | []                 | []                              || 'protected'
        wantedProject(services: [wantedService()])                   | [foundEndpoint(2)] | []                              || 'foreign-endpoints'
        wantedProject(services: [wantedService()])                   | []                 | [blind(Address.regionalMode(PROJECT))] || 'project-unseen'
    }

    def "what is being deleted although it is declared is created again, with whatever hung on it"() {
        when:
        def plan = plan(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(status: serviceStatus, endpoints: [foundEndpoint(1, status: status)])])])

        then:
        lines(plan) == [
            "$serviceAction $SERVICE $serviceReason" as String,
            "CREATE ${SERVICE.endpoint(vpce(1))} $reason" as String]

        where:
        serviceStatus | status      || serviceAction | serviceReason   | reason
        'AVAILABLE'   | 'DELETING'  || 'KEEP'        | 'as-declared'   | 'being-deleted'
        'DELETING'    | 'DELETING'  || 'CREATE'      | 'being-deleted' | 'service-replaced'
        'DELETING'    | 'AVAILABLE' || 'CREATE'      | 'being-deleted' | 'service-replaced'
    }

    def "Atlas's names of projects are carried along, where they were looked up"() {
        when:
        def plan = plan([wantedProject(), wantedProject(ref: OTHER_PROJECT)],
            [foundProject(name: 'payments'), foundProject(id: OTHER_PROJECT)])

        then:
        plan.projectNames() == [(PROJECT): 'payments']
    }

    def "projects stand one after the other, each in its own order"() {
        when:
        def plan = plan(
            [wantedProject(ref: OTHER_PROJECT, services: [wantedService()]),
             wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(id: OTHER_PROJECT), foundProject()])

        then:
        plan.steps()*.address() == [SERVICE, SERVICE.endpoint(vpce(1)), Address.service(OTHER_PROJECT, VIRGINIA)]
    }

    private static Plan plan(wanted, found, guard = Guard.strict(), spots = []) {
        Planner.plan(comparison(wanted, found, spots), guard)
    }

    private static Step step(Plan plan, Address address) {
        plan.steps().find { it.address() == address }
    }

    private static List<String> lines(Plan plan) {
        plan.steps().collect { "${it.class.simpleName.toUpperCase()} ${it.address()} ${it.reason().id()}" as String }
    }
}
