package dev.linkspan.compare

import static dev.linkspan.model.CloudProvider.AWS
import static dev.linkspan.model.CloudProvider.AZURE
import static dev.linkspan.model.Samples.FRANKFURT
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
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Health
import dev.linkspan.model.ProjectName
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import spock.lang.Specification

class ComparerSpec extends Specification {

    static final SERVICE = Address.service(PROJECT, VIRGINIA)

    def "what is declared and there is matched, without differences"() {
        when:
        def project = compared(
            wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])]),
            foundProject(services: [foundService(endpoints: [foundEndpoint(1)])]))

        then:
        def service = project.services()[0]
        service.address() == SERVICE
        service.service() instanceof Pairing.Matched
        service.service().differences().isEmpty()
        service.endpoints()*.class == [Pairing.Matched]
        service.endpoints()*.address() == [SERVICE.endpoint(vpce(1))]
    }

    def "what is declared and was seen not to be there is only declared"() {
        when:
        def project = compared(
            wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])]),
            foundProject())

        then:
        def service = project.services()[0]
        service.service() instanceof Pairing.OnlyDeclared
        service.endpoints()*.class == [Pairing.OnlyDeclared]
    }

    def "what is there and not declared is only observed, endpoints of declared services too"() {
        when:
        def project = compared(
            wantedProject(services: [wantedService()]),
            foundProject(services: [
                foundService(endpoints: [foundEndpoint(1)]),
                foundService(region: IRELAND, endpoints: [foundEndpoint(2)])]))

        then:
        def (ireland, virginia) = project.services()
        ireland.service() instanceof Pairing.OnlyObserved
        ireland.endpoints()*.class == [Pairing.OnlyObserved]
        virginia.service() instanceof Pairing.Matched
        virginia.endpoints()*.class == [Pairing.OnlyObserved]
    }

    def "a thing in any status is matched: what its status means is for others to say"() {
        when:
        def project = compared(
            wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])]),
            foundProject(services: [foundService(status: serviceStatus, endpoints: [foundEndpoint(1, status: status)])]))

        then:
        def service = project.services()[0]
        service.service() instanceof Pairing.Matched
        service.service().found().health() == serviceHealth
        service.endpoints()[0] instanceof Pairing.Matched
        service.endpoints()[0].found().health() == health

        where:
        serviceStatus | status     || serviceHealth  | health
        'FAILED'      | 'REJECTED' || Health.FAILED  | Health.FAILED
        'DELETING'    | 'DELETING' || Health.LEAVING | Health.LEAVING
        'INITIATING'  | 'PENDING'  || Health.PENDING | Health.PENDING
        'MIGRATING'   | 'PAUSED'   || Health.UNKNOWN | Health.UNKNOWN
    }

    def "an endpoint service name that is not there yet is no difference"() {
        when:
        def project = compared(
            wantedProject(services: [wantedService(remoteRegions: [])]),
            foundProject(services: [foundService(status: 'INITIATING', attachments: [])]))

        then:
        project.services()[0].service().differences().isEmpty()
    }

    def "remote regions are compared as sets, and only where specs speak of them"() {
        when:
        def project = compared(
            wantedProject(services: [wantedService(remoteRegions: wanted)]),
            foundProject(services: [foundService(remoteRegions: found)]))

        then:
        project.services()[0].service().differences() == differences

        where:
        wanted               | found                || differences
        null                 | [IRELAND]            || []
        []                   | null                 || []
        [IRELAND, FRANKFURT] | [FRANKFURT, IRELAND] || []
        [IRELAND]            | null                 || [new Difference('remoteRegions', '[eu-west-1]', '[]')]
        []                   | [IRELAND, FRANKFURT] || [new Difference('remoteRegions', '[]', '[eu-central-1, eu-west-1]')]
        [IRELAND, FRANKFURT] | [IRELAND]            || [new Difference('remoteRegions', '[eu-central-1, eu-west-1]', '[eu-west-1]')]
    }

    def "regional mode is compared only where specs speak of it"() {
        when:
        def project = compared(wantedProject(regionalMode: wanted), foundProject(regionalMode: found))

        then:
        project.regionalMode().map { it.differences() }.orElse(null) == differences

        where:
        wanted | found || differences
        null   | true  || null
        true   | true  || []
        true   | false || [new Difference('regionalMode', 'true', 'false')]
        false  | true  || [new Difference('regionalMode', 'false', 'true')]
    }

    def "Azure ids match whatever their case"() {
        given:
        def eastus = Regions.parse(AZURE, 'eastus')
        def id = '/subscriptions/4e133d35-2a1f-4d9f-a4a7-d92ec1fd0b6f/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/app'

        when:
        def project = compared(
            wantedProject(services: [wantedService(region: eastus, endpoints: [wantedEndpoint(new EndpointId(AZURE, id))])]),
            foundProject(services: [
                foundService(region: eastus, endpoints: [foundEndpoint(new EndpointId(AZURE, id.toLowerCase()))])]))

        then:
        project.services()[0].endpoints()*.class == [Pairing.Matched]
    }

    def "what a blind spot hides is unseen, neither missing nor well"() {
        given:
        def spot = blind(hidden)
        def wanted = wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])], regionalMode: true)

        when:
        def comparison = comparison([wanted], [], [spot])

        then:
        def project = comparison.projects()[0]
        project.services()[0].service() == new Pairing.Unseen(SERVICE, Optional.of(wanted.services()[ServiceKey.of(VIRGINIA)]), spot)
        project.services()[0].endpoints()*.class == [Pairing.Unseen]
        project.services()[0].endpoints()[0].blindSpot() == spot
        project.regionalMode().get() instanceof Pairing.Unseen

        where:
        hidden << [Address.of(PROJECT), Address.provider(PROJECT, AWS)]
    }

    def "a blind spot on one cloud leaves what was seen of another"() {
        given:
        def eastus = Regions.parse(AZURE, 'eastus')

        when:
        def comparison = comparison(
            [wantedProject(services: [wantedService(), wantedService(region: eastus)])],
            [foundProject(services: [foundService(region: eastus)], providersRead: [AZURE])],
            [blind(Address.provider(PROJECT, AWS))])

        then:
        comparison.projects()[0].services()*.service()*.class == [Pairing.Unseen, Pairing.Matched]
    }

    def "an endpoint that is listed and could not be read is unseen, declared or not"() {
        given:
        def spots = [1, 2].collect { blind(SERVICE.endpoint(vpce(it))) }

        when:
        def comparison = comparison(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(listed: [vpce(1), vpce(2)])])],
            spots)

        then:
        def service = comparison.projects()[0].services()[0]
        service.service() instanceof Pairing.Matched
        service.endpoints()*.class == [Pairing.Unseen, Pairing.Unseen]
        service.endpoints()*.declared()*.isPresent() == [true, false]
        comparison.blindSpots().toList() == spots
    }

    def "an endpoint that went away between the list and the look is missing if declared, and nothing if not"() {
        when:
        def project = compared(
            wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])]),
            foundProject(services: [foundService(listed: [vpce(1), vpce(2)])]))

        then:
        project.services()[0].endpoints()*.class == [Pairing.OnlyDeclared]
        project.services()[0].endpoints()*.address() == [SERVICE.endpoint(vpce(1))]
    }

    def "what is declared and nobody looked at is a blind spot, never missing"() {
        when:
        def comparison = comparison([wantedProject(regionalMode: true, services: [wantedService()])], found)

        then:
        comparison.projects()[0].services()[0].service() instanceof Pairing.Unseen
        comparison.projects()[0].regionalMode().get() instanceof Pairing.Unseen
        comparison.blindSpots()*.address() == [Address.regionalMode(PROJECT), Address.provider(PROJECT, AWS)]

        where:
        found << [[], [foundProject(providersRead: [AZURE])]]
    }

    def "a project whose name could not be looked up is unseen under its name"() {
        given:
        def name = new ProjectName('payments')

        when:
        def comparison = comparison(
            [wantedProject(ref: name, services: [wantedService()])], [foundProject()], [blind(Address.of(name))])

        then:
        comparison.projects()[0].services()[0].service() instanceof Pairing.Unseen
        comparison.blindSpots()*.address()*.toString() == ['payments']
    }

    def "projects that no spec names are left out"() {
        expect:
        comparison([], [foundProject()]).projects().isEmpty()
    }

    def "everything stands in the order of its address"() {
        when:
        def comparison = comparison(
            [wantedProject(ref: OTHER_PROJECT), wantedProject(services: [wantedService(endpoints: [wantedEndpoint(2)])])],
            [foundProject(name: 'payments', services: [
                foundService(region: IRELAND), foundService(endpoints: [foundEndpoint(3), foundEndpoint(1)])])])

        then:
        comparison.projects()*.address()*.toString() == ['5e2211c17a3e5a48f5497de3', '6f3322d28b4f6b59a6508ef4']
        comparison.projects()[0].name() == Optional.of('payments')
        comparison.projects()[0].services()*.address() == [Address.service(PROJECT, IRELAND), SERVICE]
        comparison.projects()[0].services()[1].endpoints()*.address()*.endpoint()*.get() == [vpce(1), vpce(2), vpce(3)]
    }

    private static ComparedProject compared(wanted, found) {
        comparison([wanted], [found]).projects()[0]
    }
}
