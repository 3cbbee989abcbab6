package dev.linkspan.emulator

import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.EventState
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.time.Duration
import java.time.Instant
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What a project's activity says of who did what. */
class EventSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final PE = "/groups/$PROJECT/privateEndpoint"
    static final EVENTS = "/groups/$PROJECT/events"
    static final A = 'vpce-0aaaaaaaaaaaaaaaa'

    def clock = new HandClock()

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(clock).start()

    def caller = new Caller(emulator)

    def "each change that a caller makes is an event, newest first, with who made it"() {
        given:
        def service = emulator.putService(PROJECT, ServiceState.of(Cloud.AWS, 'us-east-1'))
        def digest = new DigestClient(emulator, AtlasEmulator.DEMO_PUBLIC_KEY, AtlasEmulator.DEMO_PRIVATE_KEY)

        when:
        digest.call('PATCH', "$PE/regionalMode", [:], '{"enabled": true}')
        caller.post("$PE/AWS/endpointService/$service/endpoint", "{\"id\": \"$A\"}")
        emulator.advance(Duration.ofMinutes(5))
        caller.delete("$PE/AWS/endpointService/$service/endpoint/$A")

        then:
        def events = caller.get(EVENTS).json['results']
        events*.get('eventTypeName')*.textValue() ==
            ['INTERFACE_ENDPOINT_DELETED', 'INTERFACE_ENDPOINT_CREATED', 'REGIONALIZED_PRIVATE_ENDPOINT_MODE_ENABLED']
        events*.path('providerEndpointId')*.textValue() == [A, A, null]
        events*.get('publicKey')*.textValue() == ['access-token', 'access-token', 'demo']
        Duration.between(*[events[1], events[0]].collect { Instant.parse(it['created'].textValue()) }) == Duration.ofMinutes(5)
    }

    def "services that come and go are events, which name no endpoint"() {
        when:
        def service = caller.post("$PE/endpointService", '{"providerName": "AZURE", "region": "US_EAST_2"}').json['id'].textValue()
        caller.delete("$PE/AZURE/endpointService/$service")

        then:
        def events = caller.get(EVENTS).json['results']
        events*.get('eventTypeName')*.textValue() == ['ENDPOINT_SERVICE_DELETED', 'ENDPOINT_SERVICE_CREATED']
        events.every { !it.has('providerEndpointId') }
    }

    def "what Atlas refuses is no event"() {
        expect:
        caller.delete("$PE/AWS/endpointService/6a793f68c0eb9e7a17715835").status == 404
        caller.get(EVENTS).json['totalCount'].intValue() == 0
    }

    def "events are chosen by type, which may stand several times, by time and by page: #query"() {
        given:
        def state = AtlasState.of(ProjectState.of(PROJECT, 'demo').withEvents([
            event('CLUSTER_CREATED', 1), event('INTERFACE_ENDPOINT_CREATED', 2), event('INTERFACE_ENDPOINT_DELETED', 3)]))
        def other = AtlasEmulator.builder().state(state).start()

        expect:
        new Caller(other).get("$EVENTS?$query").json['results']*.get('eventTypeName')*.textValue()*.takeRight(7) == found

        cleanup:
        other.close()

        where:
        query                                                                      || found
        ''                                                                         || ['DELETED', 'CREATED', 'CREATED']
        'eventType=CLUSTER_CREATED'                                                || ['CREATED']
        'eventType=CLUSTER_CREATED&eventType=INTERFACE_ENDPOINT_DELETED'           || ['DELETED', 'CREATED']
        'minDate=2026-11-02T00:00:00Z'                                             || ['DELETED', 'CREATED']
        'minDate=2026-11-02T00:00:00Z&maxDate=2026-11-02T12:00:00Z'                || ['CREATED']
        'itemsPerPage=1&pageNum=1'                                                 || ['DELETED']
        'eventType=INTERFACE_ENDPOINT_RETRIED'                                     || []
    }

    def "a moment that is none is refused"() {
        expect:
        caller.get("$EVENTS?minDate=yesterday").status == 400
    }

    def "a person is told as a person, and a reader may look"() {
        given:
        def state = AtlasState.parse("""{"projects": [{"id": "$PROJECT", "name": "demo", "events": [
            {"type": "ENDPOINT_SERVICE_CREATED", "at": "2026-11-20T14:03:00Z", "by": "alice@acme.example"}]}]}""")
        def other = AtlasEmulator.builder().state(state).accessToken('reads', dev.linkspan.emulator.wire.Role.READER).start()

        expect:
        def event = new Caller(other).with(Authorization: 'Bearer reads').get(EVENTS).json['results'][0]
        event['username'].textValue() == 'alice@acme.example'
        !event.has('publicKey')
        AtlasState.parse(other.state().toJson()) == state

        cleanup:
        other.close()
    }

    def "an event of a state file that is none is refused with its place: #event"() {
        when:
        AtlasState.parse("{\"projects\": [{\"id\": \"$PROJECT\", \"name\": \"demo\", \"events\": [$event]}]}")

        then:
        def refusal = thrown(IllegalArgumentException)
        refusal.message.startsWith("projects[0].events[0]$place")

        where:
        event                                                     || place
        '{"at": "2026-11-20T14:03:00Z"}'                          || '.type: it is missing'
        '{"type": "gone", "at": "2026-11-20T14:03:00Z"}'          || '.type: \'gone\' is no type of event'
        '{"type": "ENDPOINT_SERVICE_CREATED", "at": "yesterday"}' || '.at: \'yesterday\' is no moment in UTC'
    }

    private static EventState event(String type, int day) {
        new EventState(type, Instant.parse("2026-11-0${day}T10:00:00Z"), Optional.empty(), Optional.empty())
    }
}
