package dev.linkspan.audit.activity

import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.atlas.Atlas
import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.audit.ProjectAudit
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectEvent
import dev.linkspan.model.ProjectName
import dev.linkspan.model.Regions
import java.time.Clock
import java.time.Duration
import java.time.Instant
import spock.lang.Specification

class ActivitySpec extends Specification {

    static final NOW = Instant.parse('2026-11-25T03:00:00Z')

    def atlas = Mock(Atlas)
    List<AtlasProblem> refusals = []
    Instant now = NOW
    def clock = Stub(Clock) { instant() >> { now } }
    def activity = Activity.of(atlas, clock, { refusals << it })

    def 'a project that has drifted is asked about once, for thirty days and for what may explain drift'() {
        when:
        activity.explained(audit(
            wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])]), foundProject(services: [foundService()])))

        then:
        1 * atlas.events(PROJECT, Suspects.TYPES, Instant.parse('2026-10-26T03:00:00Z')) >> []
        0 * _
    }

    def 'no project is asked about that #what'() {
        when:
        def explained = activity.explained(audit)

        then:
        explained == audit
        0 * _

        where:
        what                   | audit
        'is as declared'       | audit(wantedProject(services: [wantedService()]), foundProject(services: [foundService()]))
        'is only unhealthy'    | audit(wantedProject(services: [wantedService()]), foundProject(services: [foundService(status: 'FAILED')]))
        'could not be read'    | audit(wantedProject(services: [wantedService()]), foundProject(providersRead: []), [blind(Address.of(PROJECT))])
        'has a name and no id' | ProjectAudit.unseen(blind(Address.of(new ProjectName('invoices'))))
    }

    def 'nobody is asked where nothing is to be asked'() {
        given:
        def drifted = audit(wantedProject(services: [wantedService()]), foundProject())

        expect:
        Activity.unasked().explained(drifted) == drifted
    }

    def 'a finding carries what may explain it: #what'() {
        given:
        atlas.events(*_) >> all()

        expect:
        def finding = activity.explained(audit(wantedProject(regionalMode: mode, services: wanted), foundProject(regionalMode: false, services: found)))
            .findings().find { it.kind().word() == kind }
        finding.evidence().events()*.type() == events

        where:
        what                                       | mode | wanted                                           | found                                           | kind        || events
        'a missing endpoint, its own removal'      | null | [wantedService(endpoints: [wantedEndpoint(1)])]  | [foundService()]                                | 'missing'   || ['INTERFACE_ENDPOINT_DELETED', 'ENDPOINT_SERVICE_DELETED']
        'a missing endpoint that nothing names'    | null | [wantedService(endpoints: [wantedEndpoint(3)])]  | [foundService()]                                | 'missing'   || ['ENDPOINT_SERVICE_DELETED']
        'a missing service'                        | null | [wantedService()]                                | []                                              | 'missing'   || ['INTERFACE_ENDPOINT_DELETED', 'INTERFACE_ENDPOINT_DELETED', 'ENDPOINT_SERVICE_DELETED']
        'an endpoint that somebody added'          | null | [wantedService()]                                | [foundService(endpoints: [foundEndpoint(1)])]   | 'unmanaged' || ['INTERFACE_ENDPOINT_CREATED']
        'a service that somebody added'            | null | []                                               | [foundService()]                                | 'unmanaged' || ['ENDPOINT_SERVICE_CREATED']
        'other remote regions'                     | null | [wantedService(remoteRegions: [IRELAND])]        | [foundService()]                                | 'changed'   || ['INTERFACE_ENDPOINT_PATCHED', 'ENDPOINT_SERVICE_CREATED']
        'regional mode'                            | true | []                                               | []                                              | 'changed'   || ['REGIONALIZED_PRIVATE_ENDPOINT_MODE_DISABLED']
    }

    def 'an Azure id is the same in any case'() {
        given:
        def path = '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers/Microsoft.Network/privateEndpoints/pe-app'
        def endpoint = wantedEndpoint(EndpointId.azure(path), attributes: EndpointAttributes.azure('10.0.3.4'))
        def region = Regions.parse(CloudProvider.AZURE, 'eastus2')
        atlas.events(*_) >> [event('INTERFACE_ENDPOINT_DELETED', 1, path.toUpperCase())]

        expect:
        activity.explained(audit(wantedProject(services: [wantedService(region: region, endpoints: [endpoint])]), foundProject(services: [foundService(region: region)])))
            .findings()[0].evidence().events().size() == 1
    }

    def 'no more than the three newest are told'() {
        given:
        atlas.events(*_) >> (1..9).collect { event('ENDPOINT_SERVICE_CREATED', it, null) }

        expect:
        activity.explained(audit(wantedProject(), foundProject(services: [foundService()])))
            .findings()[0].evidence().events()*.at()*.toString() == ['2026-11-09T10:00:00Z', '2026-11-08T10:00:00Z', '2026-11-07T10:00:00Z']
    }

    def 'a refusal is told once, and findings stand without events'() {
        given:
        def drifted = audit(wantedProject(services: [wantedService()]), foundProject())
        def problem = new AtlasProblem(AtlasProblem.Kind.FORBIDDEN, 'GET /events: 403', Optional.empty(), 'Ask for a role.', false, null)
        atlas.events(*_) >> { throw problem }

        expect:
        activity.explained(drifted) == drifted
        activity.explained(drifted) == drifted
        refusals == [problem]

        when: 'a service audits again the next night'
        now = NOW + Duration.ofDays(1)
        activity.explained(drifted)

        then:
        refusals == [problem, problem]
    }

    private static List<ProjectEvent> all() {
        [event('ENDPOINT_SERVICE_DELETED', 1, null), event('INTERFACE_ENDPOINT_DELETED', 2, vpce(1).value()), event('INTERFACE_ENDPOINT_DELETED', 3, vpce(2).value()),
         event('INTERFACE_ENDPOINT_CREATED', 4, vpce(1).value()), event('INTERFACE_ENDPOINT_CREATED', 4, vpce(2).value()), event('ENDPOINT_SERVICE_CREATED', 5, null),
         event('INTERFACE_ENDPOINT_PATCHED', 6, null), event('REGIONALIZED_PRIVATE_ENDPOINT_MODE_DISABLED', 7, null), event('CLUSTER_CREATED', 8, null)]
    }

    private static ProjectEvent event(String type, int day, String endpoint) {
        new ProjectEvent(type, Instant.parse("2026-11-0${day}T10:00:00Z"), Optional.of('alice@acme.example'), Optional.ofNullable(endpoint))
    }

    private static ProjectAudit audit(wanted, found, spots = []) {
        def compared = comparison([wanted], [found], spots)
        ProjectAudit.of(compared.projects()[0], compared.blindSpots())
    }
}
