package dev.linkspan.plan

import static dev.linkspan.model.Samples.IRELAND
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

import dev.linkspan.model.Address
import dev.linkspan.model.BlindSpot
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.RandomWorld
import spock.lang.Rollup
import spock.lang.Specification

/** A declaration of one service with two endpoints, held against Atlas twice. */
class PlanDriftSpec extends Specification {

    static final SERVICE = Address.service(PROJECT, VIRGINIA)
    static final ONE = SERVICE.endpoint(vpce(1))
    static final TWO = SERVICE.endpoint(vpce(2))
    static final FOREIGN = SERVICE.endpoint(vpce(9))

    @Rollup
    def "where nothing has moved there is no drift: seed #seed"() {
        given:
        def plan = plan(new RandomWorld(seed, 2))

        expect:
        PlanDrift.between(plan, plan).none

        where:
        seed << (0..<150)
    }

    def "what a run has done of the plan, or half done, is no drift: #what"() {
        expect:
        moved(then, now) == []

        where:
        what                                       | then                            | now
        'nothing'                                  | []                              | []
        'the service'                              | []                              | [service()]
        'the service, which Atlas still works on'  | []                              | [service(status: 'INITIATING')]
        'an endpoint'                              | []                              | [service(endpoints: [foundEndpoint(1)])]
        'all of it'                                | []                              | [service(endpoints: both())]
        'the wrong half of a replacement'          | [service(endpoints: [failed(1), foundEndpoint(2)])] | [service(endpoints: [foundEndpoint(2)])]
        'a replacement'                            | [service(endpoints: [failed(1), foundEndpoint(2)])] | [service(endpoints: both())]
        'the update'                               | [service(remoteRegions: [])]    | [service(remoteRegions: [IRELAND])]
        'a replaced service'                       | [service(status: 'FAILED')]     | [service(id: 'new')]
        'the first half of one'                    | [service(status: 'FAILED')]     | []
        'the slow half of one'                     | [service(status: 'FAILED')]     | [service(status: 'DELETING')]
        'a service that went with its last endpoint' | [service(endpoints: [failed(1), failed(2)])] | []
        'and was made anew'                        | [service(endpoints: [failed(1), failed(2)])] | [service(id: 'new', endpoints: [foundEndpoint(1)])]
        'an adopted service without its remote regions' | []                         | [service(remoteRegions: [])]
    }

    def "a delete that was done is no drift"() {
        given:
        def found = [service(endpoints: both() + [foundEndpoint(9)]), foundService(region: IRELAND, id: 'b')]

        expect:
        moved(found, now, Guard.allowingDelete()) == []

        where:
        now << [[service(endpoints: both()), foundService(region: IRELAND, id: 'b')],
                [service(endpoints: both() + [foundEndpoint(9, isDeleteRequested: true)])],
                [service(endpoints: both())]]
    }

    def "whatever else has changed is named: #what"() {
        expect:
        moved(then, now) == addresses

        where:
        what                                 | then                            | now                                       || addresses
        'an endpoint failed'                 | [service(endpoints: both())]    | [service(endpoints: [failed(1), foundEndpoint(2)])] || [ONE]
        'an endpoint went'                   | [service(endpoints: both())]    | [service(endpoints: [foundEndpoint(2)])]  || [ONE]
        'a created endpoint failed'          | [service()]                     | [service(endpoints: [failed(1)])]         || [ONE]
        'a created service failed'           | []                              | [service(status: 'FAILED')]               || [SERVICE]
        'everything went'                    | [service(endpoints: both())]    | []                                        || [SERVICE, ONE, TWO]
        'another has other remote regions'   | [service(remoteRegions: [])]    | [service(remoteRegions: [Address.service(PROJECT, dev.linkspan.model.Samples.FRANKFURT).region().get()])] || [SERVICE]
        'another service stands there'       | [service(endpoints: both())]    | [service(id: 'other', endpoints: both())] || [SERVICE]
        'something unmanaged came'           | [service(endpoints: both())]    | [service(endpoints: both() + [foundEndpoint(9)])] || [FOREIGN]
        'something unmanaged went'           | [service(endpoints: both() + [foundEndpoint(9)])] | [service(endpoints: both())] || [FOREIGN]
        'a new failed service failed again'  | [service(status: 'FAILED')]     | [service(status: 'FAILED', id: 'new')]    || [SERVICE]
    }

    def "the step that was and the step that is are told"() {
        when:
        def drift = between([service(endpoints: [])], [service(endpoints: [failed(1)])])

        then:
        drift.moved()*.was()*.get()*.class == [Step.Create]
        drift.moved()*.is()*.get()*.class == [Step.Replace]
        drift.unseen().empty
    }

    def "a delete that would take a service along without saying so is drift"() {
        given: 'endpoints that are ignored keep the service, and stand in no plan'
        def wanted = wantedProject(unmanaged: dev.linkspan.model.UnmanagedPolicy.IGNORE, services: [wantedService(endpoints: [wantedEndpoint(1)])])
        def then = Planner.plan(comparison([wanted], [foundProject(services: [service(endpoints: [failed(1), foundEndpoint(9)])])]), Guard.strict())
        def now = Planner.plan(comparison([wanted], [foundProject(services: [service(endpoints: [failed(1)])])]), Guard.strict())

        expect:
        PlanDrift.between(then, now).moved()*.address() == [ONE]
        PlanDrift.between(now, then).none
    }

    def "what can no longer be read is told apart, and what never could is not told"() {
        given:
        def project = blind(Address.of(PROJECT))
        def endpoint = new BlindSpot(ONE, 'Atlas answered 500', '')

        expect:
        PlanDrift.between(plan([service()]), plan(null, [project])).unseen()*.address().contains(Address.of(PROJECT))
        PlanDrift.between(plan(null, [project]), plan(null, [project])).none
        PlanDrift.between(plan([service(listed: [vpce(1)])], [endpoint]), plan([service(listed: [vpce(1)])], [endpoint])).none
    }

    def "what could not be read and now can be is drift"() {
        when:
        def drift = PlanDrift.between(plan(null, [blind(Address.of(PROJECT))]), plan([service()]))

        then:
        drift.unseen().empty
        drift.moved()*.address().contains(SERVICE)
    }

    private static List<Address> moved(List then, List now, Guard guard = Guard.strict()) {
        between(then, now, guard).moved()*.address()
    }

    private static PlanDrift between(List then, List now, Guard guard = Guard.strict()) {
        PlanDrift.between(plan(then, [], guard), plan(now, [], guard))
    }

    private static Plan plan(RandomWorld world) {
        Planner.plan(comparison(world.wanted, world.found, world.blindSpots), Guard.allowingDelete())
    }

    private static Plan plan(List found, List blindSpots = [], Guard guard = Guard.strict()) {
        def wanted = wantedProject(services: [wantedService(remoteRegions: [IRELAND], endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])
        def atlas = found == null ? [] : [foundProject(services: found, providersRead: [CloudProvider.AWS])]
        Planner.plan(comparison([wanted], atlas, blindSpots), guard)
    }

    private static service(Map options = [:]) {
        foundService([remoteRegions: [IRELAND]] + options)
    }

    private static both() {
        [foundEndpoint(1), foundEndpoint(2)]
    }

    private static failed(int number) {
        foundEndpoint(number, status: 'FAILED')
    }
}
