package dev.linkspan.readiness

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

import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Observation
import dev.linkspan.readiness.Readiness.Verdict
import spock.lang.Specification

class ReadinessSpec extends Specification {

    static final SERVICE = Address.service(PROJECT, VIRGINIA)

    def 'a declared service that is #status, with error #error, is #state'() {
        given:
        def found = foundProject(services: [foundService(status: status, error: error)])

        expect:
        states(of([wantedProject(services: [wantedService()])], [found])) == [state]

        where:
        status             | error || state
        'AVAILABLE'        | null  || State.READY
        'WAITING_FOR_USER' | null  || State.READY
        'INITIATING'       | null  || State.SETTLING
        'INITIATING'       | 'no'  || State.FAILED
        'PONDERING'        | null  || State.SETTLING
        'FAILED'           | null  || State.FAILED
        'DELETING'         | null  || State.LEAVING
    }

    def 'a declared endpoint that is #status, with error #error, is #state'() {
        given:
        def found = foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: status, error: error)])])

        expect:
        states(of([wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])], [found])) == [State.READY, state]

        where:
        status               | error || state
        'AVAILABLE'          | null  || State.READY
        'AVAILABLE'          | 'no'  || State.FAILED
        'PENDING_ACCEPTANCE' | null  || State.SETTLING
        'NONE'               | null  || State.SETTLING
        'REJECTED'           | null  || State.FAILED
        'DELETING'           | null  || State.LEAVING
    }

    def 'a declared service that has #endpoints of which it wants none is #verdict'() {
        given:
        def found = foundProject(services: [foundService(endpoints: statuses.withIndex().collect { status, number -> foundEndpoint(number, status: status) })])

        expect:
        of([wantedProject(services: [wantedService()])], [found]).verdict() == verdict

        where:
        endpoints                | statuses                  || verdict
        'no endpoint'            | []                        || Verdict.READY
        'one on its way out'     | ['DELETING']              || Verdict.PENDING
        'two on their way out'   | ['DELETING', 'DELETING']  || Verdict.PENDING
        'one that stays'         | ['AVAILABLE', 'DELETING'] || Verdict.READY
    }

    def 'what Atlas lacks is missing, what it has otherwise is changed, and what could not be read is not seen'() {
        given:
        def wanted = wantedProject(regionalMode: true, services: [
            wantedService(remoteRegions: [IRELAND]), wantedService(region: IRELAND, endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])
        def found = foundProject(regionalMode: false, services: [foundService(), foundService(region: IRELAND, listed: [vpce(2)])])
        def hidden = blind(Address.service(PROJECT, IRELAND).endpoint(vpce(2)))

        when:
        def readiness = of([wanted], [found], [hidden])

        then:
        readiness.standings().collectEntries { [it.address().toString() - "$PROJECT/", it.state()] } == [
            'regional-mode': State.CHANGED,
            ('aws/eu-west-1'): State.READY,
            ("aws/eu-west-1/${vpce(1)}".toString()): State.MISSING,
            ("aws/eu-west-1/${vpce(2)}".toString()): State.UNSEEN,
            ('aws/us-east-1'): State.CHANGED]
        readiness.standings().findAll { it.differences() }*.differences().flatten()*.attribute() == ['regionalMode', 'remoteRegions']
    }

    def 'what is on its way is not held against what is declared yet'() {
        given:
        def wanted = wantedProject(services: [wantedService(remoteRegions: [IRELAND])])

        expect:
        states(of([wanted], [foundProject(services: [foundService(status: 'INITIATING')])])) == [State.SETTLING]
    }

    def 'what nobody declares is not waited for'() {
        given:
        def found = foundProject(services: [
            foundService(endpoints: [foundEndpoint(1, status: 'PENDING'), foundEndpoint(2, status: 'DELETING')]),
            foundService(region: IRELAND, status: 'FAILED')])

        expect:
        states(of([wantedProject(services: [wantedService()])], [found])) == [State.READY]
    }

    def 'an address names #what'() {
        given:
        def found = foundProject(services: [
            foundService(endpoints: [foundEndpoint(1), foundEndpoint(2, status: 'PENDING')]), foundService(region: IRELAND, status: 'DELETING')])
        def observed = Observation.of([found, foundProject(id: OTHER_PROJECT, services: [foundService(status: 'FAILED')])], [])

        expect:
        states(Readiness.of(observed, addresses)) == expected

        where:
        what                           | addresses                                                 || expected
        'a whole project'              | [Address.of(PROJECT)]                                     || [State.LEAVING, State.READY, State.READY, State.SETTLING]
        'one cloud of it'              | [Address.provider(PROJECT, CloudProvider.AWS)]            || [State.LEAVING, State.READY, State.READY, State.SETTLING]
        'another, where nothing is'    | [Address.provider(PROJECT, CloudProvider.GCP)]            || []
        'a service and its endpoints'  | [SERVICE]                                                 || [State.READY, State.READY, State.SETTLING]
        'one endpoint'                 | [SERVICE.endpoint(vpce(2))]                               || [State.SETTLING]
        'two, one within the other'    | [SERVICE, SERVICE.endpoint(vpce(2))]                      || [State.READY, State.READY, State.SETTLING]
        'a service that is not there'  | [Address.service(OTHER_PROJECT, IRELAND)]                 || [State.ABSENT]
        'an endpoint that is not there' | [SERVICE.endpoint(vpce(3))]                              || [State.ABSENT]
    }

    def 'a service whose list could not be read is not seen, not absent'() {
        given:
        def observed = Observation.of([foundProject()], [blind(Address.provider(PROJECT, CloudProvider.AWS))])

        when:
        def readiness = Readiness.of(observed, [SERVICE])

        then:
        states(readiness) == [State.UNSEEN]
        readiness.verdict() == Verdict.INCOMPLETE
    }

    def 'the verdict of #statuses is #verdict'() {
        given:
        def regions = [VIRGINIA, IRELAND]
        def found = foundProject(services: [statuses, regions].transpose().findAll { it[0] }
            .collect { status, region -> foundService(region: region, status: status) })
        def wanted = wantedProject(services: regions.collect { wantedService(region: it) })

        expect:
        of([wanted], [found], blindSpots).verdict() == verdict

        where:
        statuses                    | blindSpots                  || verdict
        ['AVAILABLE', 'AVAILABLE']  | []                          || Verdict.READY
        ['AVAILABLE', 'INITIATING'] | []                          || Verdict.PENDING
        ['AVAILABLE', null]         | []                          || Verdict.PENDING
        ['AVAILABLE', 'AVAILABLE']  | [blind(Address.of(PROJECT))] || Verdict.INCOMPLETE
        ['AVAILABLE', null]         | [blind(Address.of(PROJECT))] || Verdict.INCOMPLETE
        ['INITIATING', 'FAILED']    | []                          || Verdict.FAILED
        ['AVAILABLE', 'FAILED']     | [blind(Address.of(PROJECT))] || Verdict.FAILED
    }

    private static Readiness of(Collection wanted, Collection found, Collection blindSpots = []) {
        Readiness.of(comparison(wanted, found, blindSpots))
    }

    private static List<State> states(Readiness readiness) {
        readiness.standings()*.state()
    }
}
