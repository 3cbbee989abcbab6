package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.ServiceState
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectEvent
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Regions
import dev.linkspan.model.Secret
import dev.linkspan.model.ServiceId
import dev.linkspan.model.ServiceKey
import java.time.Instant

/** What is made of a project's activity. */
class EventsSpec extends StubbedSpecification {

    static final SINCE = Instant.parse('2026-10-25T08:00:00.123Z')

    def 'one call asks for the types that are wanted, and nothing older'() {
        given:
        stub.always(json(200, '{"results":[]}'))

        expect:
        atlas.events(PROJECT, ['INTERFACE_ENDPOINT_DELETED', 'ENDPOINT_SERVICE_DELETED'] as TreeSet, SINCE) == []
        stub.lines == ["GET /api/atlas/v2/groups/$PROJECT/events?eventType=ENDPOINT_SERVICE_DELETED&eventType=INTERFACE_ENDPOINT_DELETED" +
            '&minDate=2026-10-25T08%3A00%3A00Z&includeCount=false&itemsPerPage=500']
        stub.received[0].headers['accept'] == 'application/vnd.atlas.2023-01-01+json'
    }

    def 'an event says what was done, when, by whom and to what: #json'() {
        given:
        stub.always(StubbedSpecification.json(200, "{\"results\":[$json]}"))

        expect:
        atlas.events(PROJECT, ['A'] as TreeSet, SINCE) == found.collect {
            new ProjectEvent(it[0], Instant.parse(it[1]), Optional.ofNullable(it[2]), Optional.ofNullable(it[3]))
        }

        where:
        json                                                                                            || found
        '{"eventTypeName":"A","created":"2026-11-20T14:03:00Z","username":"alice@acme.example"}'        || [['A', '2026-11-20T14:03:00Z', 'alice@acme.example', null]]
        '{"eventTypeName":"A","created":"2026-11-20T14:03:00+01:00","publicKey":"abcdefgh"}'            || [['A', '2026-11-20T13:03:00Z', 'abcdefgh', null]]
        '{"eventTypeName":"A","created":"2026-11-20T14:03:00Z","providerEndpointId":"vpce-1","new":1}'  || [['A', '2026-11-20T14:03:00Z', null, 'vpce-1']]
        '{"eventTypeName":"A"}, {"created":"2026-11-20T14:03:00Z"}, null, {"eventTypeName":"A","created":"once"}' || []
    }

    def 'a refusal is a problem'() {
        given:
        stub.always(json(403, '{"errorCode":"USER_UNAUTHORIZED","detail":"no"}'))

        when:
        atlas.events(PROJECT, ['A'] as TreeSet, SINCE)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.FORBIDDEN
    }

    def 'what is done through the API stands among the events of the emulated Atlas'() {
        given:
        def emulator = AtlasEmulator.builder().start()
        def demo = new ProjectId(AtlasEmulator.DEMO_PROJECT)
        def real = HttpAtlas.connect(AtlasSettings.of(URI.create(emulator.baseUrl()),
            new Credentials.ApiKey(AtlasEmulator.DEMO_PUBLIC_KEY, new Secret(AtlasEmulator.DEMO_PRIVATE_KEY))))
        def service = emulator.putService(demo.value(), ServiceState.of(Cloud.AWS, 'us-east-1'))
        real.createEndpoint(demo, new ServiceId(service), EndpointId.aws('vpce-0d00c26273372c6ef'), EndpointAttributes.NONE)
        real.createService(demo, ServiceKey.of(Regions.parse(CloudProvider.AWS, 'eu-west-1')), Optional.empty())

        when:
        def found = real.events(demo, ['INTERFACE_ENDPOINT_CREATED', 'INTERFACE_ENDPOINT_DELETED'] as TreeSet, Instant.EPOCH)

        then:
        found*.type() == ['INTERFACE_ENDPOINT_CREATED']
        found*.by() == [Optional.of('demo')]
        found*.endpoint() == [Optional.of('vpce-0d00c26273372c6ef')]

        cleanup:
        real?.close()
        emulator?.close()
    }
}
