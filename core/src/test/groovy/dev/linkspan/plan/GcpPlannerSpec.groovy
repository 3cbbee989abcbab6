package dev.linkspan.plan

import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.DeclaredEndpoint
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ObservedEndpoint
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.UnmanagedPolicy
import spock.lang.Specification

/** What is so on Google Cloud only: groups of addresses, and services that take one endpoint. */
class GcpPlannerSpec extends Specification {

    static final EAST = Regions.parse(CloudProvider.GCP, 'us-east4')
    static final OLDER = new ServiceKey(EAST, false)
    static final PORT_MAPPED = new ServiceKey(EAST, true)
    static final SERVICE = Address.service(PROJECT, PORT_MAPPED)
    static final GROUP = Address.service(PROJECT, OLDER).endpoint(EndpointId.gcp('grp'))

    def "a group that has another number of addresses than its ready service has attachments is not sent"() {
        when:
        def plan = plan(
            [wantedService(key: OLDER, endpoints: [group(2)])],
            [foundService(key: OLDER, attachments: attached(6), status: status)])

        then:
        def hold = step(plan, GROUP)
        hold instanceof Step.Hold
        hold.wanted() == Optional.of(Action.CREATE)
        hold.reason() == new Reason('attachment-count',
            'it has 2 addresses and its service 6 service attachments, each of which takes exactly one; ' +
            'add 4 addresses to endpoints:, those of forwarding rules to the attachments that have none')
        plan.hasPending()
        !plan.hasChanges()

        where:
        status << ['AVAILABLE', 'WAITING_FOR_USER']
    }

    def "nor is one taken away that could not be added again"() {
        when:
        def plan = plan(
            [wantedService(key: OLDER, endpoints: [group(wanted)])],
            [foundService(key: OLDER, attachments: attached(6), endpoints: [found(group(found), status: status)])])

        then:
        def hold = step(plan, GROUP)
        hold instanceof Step.Hold
        hold.wanted() == Optional.of(Action.REPLACE)
        hold.reason().id() == 'attachment-count'

        where:
        wanted | found | status
        2      | 6     | 'AVAILABLE'
        2      | 2     | 'FAILED'
    }

    def "a group is created where the numbers match or are not known yet: #what"() {
        expect:
        step(plan([wantedService(key: OLDER, endpoints: [group(2)])], services), GROUP) instanceof Step.Create

        where:
        what                            | services
        'they match'                    | [foundService(key: OLDER, attachments: attached(2))]
        'Atlas is building the service' | [foundService(key: OLDER, status: 'INITIATING')]
        'Atlas shows no attachments'    | [foundService(key: OLDER)]
        'there is no service'           | []
        'the service is replaced'       | [foundService(key: OLDER, status: 'FAILED', attachments: attached(6))]
        'the service is leaving'        | [foundService(key: OLDER, status: 'DELETING', attachments: attached(6))]
    }

    def "a group that is there is not judged by its number"() {
        expect:
        step(plan(
            [wantedService(key: OLDER, endpoints: [group(2)])],
            [foundService(key: OLDER, attachments: attached(6), endpoints: [found(group(2))])]), GROUP) instanceof Step.Keep
    }

    def "while a group is held for its number, no other of its service is deleted"() {
        given:
        def old = EndpointId.gcp('old')

        when:
        def plan = plan(
            [wantedService(key: OLDER, endpoints: [group(2)])],
            [foundService(key: OLDER, attachments: attached(6), endpoints: [foundEndpoint(old)])],
            Guard.allowingDelete())

        then:
        step(plan, Address.service(PROJECT, OLDER).endpoint(old)).reason().id() == 'sibling-held'
    }

    def "on a port-mapped service the old endpoint goes before the new one comes, and the plan says what that means"() {
        when:
        def plan = plan(
            [wantedService(key: PORT_MAPPED, endpoints: [rule('new')])],
            [foundService(key: PORT_MAPPED, endpoints: [found(rule('old'))])],
            Guard.allowingDelete())

        then:
        plan.steps().collect { [it.class.simpleName, it.address().endpoint().map { it.value() }.orElse('-')] } ==
            [['Keep', '-'], ['Delete', 'old'], ['Create', 'new']]
        step(plan, SERVICE.endpoint(EndpointId.gcp('old'))).notes()*.takeBefore(':') ==
            ['A port-mapped service takes one endpoint', "It is the service's last endpoint"]
    }

    def "while another endpoint has the only place of a port-mapped service, the declared one is held: #what"() {
        when:
        def plan = plan(
            [wantedService(key: PORT_MAPPED, endpoints: [rule('new')], isProtected: isProtected)],
            [foundService(key: PORT_MAPPED, endpoints: isRead ? [found(rule('old'))] : [], listed: [EndpointId.gcp('old')])],
            guard, policy, isRead ? [] : [blind(SERVICE.endpoint(EndpointId.gcp('old')))])

        then:
        def hold = step(plan, SERVICE.endpoint(EndpointId.gcp('new')))
        hold instanceof Step.Hold
        hold.wanted() == Optional.of(Action.CREATE)
        hold.reason() == new Reason('occupied', "a port-mapped service takes one endpoint, and this one has old, which $why")
        !plan.hasChanges()

        where:
        what                      | policy                 | isProtected | isRead | guard                   || why
        'its delete is held'      | UnmanagedPolicy.REPORT | false       | true   | Guard.strict()          || 'no spec declares and nothing permits to delete'
        'nobody mentions it'      | UnmanagedPolicy.IGNORE | false       | true   | Guard.allowingDelete()  || 'no spec declares and nothing permits to delete'
        'protect() refuses'       | UnmanagedPolicy.DELETE | true        | true   | Guard.allowingDelete()  || 'no spec declares and nothing permits to delete'
        'it could not be read'    | UnmanagedPolicy.DELETE | false       | false  | Guard.allowingDelete()  || 'could not be read'
    }

    def "an endpoint that is on its way out, or goes with its service, leaves room"() {
        expect:
        step(plan([wantedService(key: PORT_MAPPED, endpoints: [rule('new')])], [service]), SERVICE.endpoint(EndpointId.gcp('new'))) instanceof Step.Create

        where:
        service << [
            foundService(key: PORT_MAPPED, endpoints: [found(rule('old'), isDeleteRequested: true)]),
            foundService(key: PORT_MAPPED, status: 'DELETING', endpoints: [found(rule('old'))])]
    }

    def "what is done to one architecture of a region is not done to the other: #key"() {
        given:
        def wanted = [OLDER, PORT_MAPPED].collectEntries { [it, wantedService(key: it, endpoints: [it.portMapped ? rule('same') : group(2, 'same')])] }
        def present = wanted.collect { other, service -> foundService(key: other, endpoints: service.endpoints().values().collect { found(it) }) }

        when:
        def plan = plan([wanted[kept]], present, Guard.allowingDelete())

        then:
        plan.steps().findAll { it instanceof Step.Delete }*.address()*.toString() == [address(key) + '/same', address(key)]
        plan.steps().findAll { it instanceof Step.Keep }*.address()*.toString() == [address(kept), address(kept) + '/same']

        and:
        def destroyed = Planner.destroy(comparison([wantedProject(services: [wanted[key]])], [foundProject(services: present)]))
        destroyed.steps().collect { [it.class.simpleName, it.address().toString()] } ==
            [['Delete', address(key) + '/same'], ['Delete', address(key)]]

        where:
        key         | kept
        OLDER       | PORT_MAPPED
        PORT_MAPPED | OLDER
    }

    private static String address(ServiceKey key) {
        Address.service(PROJECT, key)
    }

    private static DeclaredEndpoint rule(String name) {
        wantedEndpoint(EndpointId.gcp(name), attributes: EndpointAttributes.portMapped('acme-net', '10.10.0.5'))
    }

    private static Plan plan(
            List services, List found, Guard guard = Guard.strict(), UnmanagedPolicy policy = UnmanagedPolicy.REPORT, List blindSpots = []) {
        Planner.plan(comparison([wantedProject(unmanaged: policy, services: services)], [foundProject(services: found)], blindSpots), guard)
    }

    private static Step step(Plan plan, Address address) {
        plan.steps().find { it.address() == address }
    }

    private static DeclaredEndpoint group(int size, String name = 'grp') {
        wantedEndpoint(EndpointId.gcp(name), attributes: EndpointAttributes.group('acme-net',
            (0..<size).collectEntries { ["grp-$it".toString(), "10.10.1.${it + 5}".toString()] } as TreeMap))
    }

    private static ObservedEndpoint found(Map options = [:], DeclaredEndpoint endpoint) {
        foundEndpoint([attributes: endpoint.attributes()] + options, endpoint.id())
    }

    private static List<String> attached(int count) {
        (0..<count).collect { "projects/p-v5pcdiyuzgkbs9nznvlrgpyp/regions/us-east4/serviceAttachments/sa-us-east4-$it".toString() }
    }
}
