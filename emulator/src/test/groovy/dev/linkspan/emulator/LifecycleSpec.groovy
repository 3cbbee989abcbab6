package dev.linkspan.emulator

import dev.linkspan.emulator.lifecycle.Timings
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.Fate
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** How services and endpoints come and go, by a clock that the test holds. */
class LifecycleSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final PE = "/groups/$PROJECT/privateEndpoint"
    static final ID = '6a793f68c0eb9e7a17715835'
    static final VPCE = 'vpce-0d00c26273372c6ef'

    def clock = new HandClock()

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(clock).start()

    def caller = new Caller(emulator)

    def "a service of #provider is ready after #seconds seconds and not before"() {
        given:
        def id = create(provider, region)

        when:
        clock.move(Duration.ofSeconds(seconds).minusMillis(1))

        then:
        status(provider, id) == 'INITIATING'

        when:
        clock.move(Duration.ofMillis(1))

        then:
        status(provider, id) == 'AVAILABLE'

        where:
        provider | region        || seconds
        'AWS'    | 'us-east-1'   || 168
        'AZURE'  | 'US_EAST_2'   || 59
        'GCP'    | 'us-central1' || 275
    }

    def "speed makes the same way shorter"() {
        given:
        def fast = AtlasEmulator.builder().clock(clock).speed(60).start()
        def client = new Caller(fast)
        def id = client.post("$PE/endpointService", '{"providerName":"AWS","region":"us-east-1"}').json['id'].textValue()

        when:
        clock.move(Duration.ofMillis(2799))

        then:
        client.get("$PE/AWS/endpointService/$id").json['status'].textValue() == 'INITIATING'

        when:
        clock.move(Duration.ofMillis(1))

        then:
        client.get("$PE/AWS/endpointService/$id").json['status'].textValue() == 'AVAILABLE'

        cleanup:
        fast.close()
    }

    def "time can be advanced by hand, and other timings be given"() {
        given:
        def quick = AtlasEmulator.builder().clock(clock).timings(Timings.none()).start()
        def client = new Caller(quick)

        when:
        def id = create('AWS', 'us-east-1')
        emulator.advance(Duration.ofSeconds(168))

        then:
        status('AWS', id) == 'AVAILABLE'
        client.post("$PE/endpointService", '{"providerName":"AWS","region":"us-east-1"}').json['status'].textValue() == 'AVAILABLE'

        cleanup:
        quick.close()
    }

    def "an AWS endpoint goes from PENDING_ACCEPTANCE by PENDING to AVAILABLE within a minute"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID))
        register(VPCE)

        expect:
        [30, 29, 1].collect {
            clock.move(Duration.ofSeconds(it))
            endpoint(VPCE).json['connectionStatus'].textValue()
        } == ['PENDING', 'PENDING', 'AVAILABLE']
    }

    def "a service that is deleted is DELETING for a minute and then gone"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID))

        when:
        caller.delete("$PE/AWS/endpointService/$ID")

        then:
        status('AWS', ID) == 'DELETING'
        create409('AWS', 'us-east-1') == 'PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION'

        when:
        clock.move(Duration.ofMinutes(1))

        then:
        with(caller.get("$PE/AWS/endpointService/$ID")) {
            status == 404
            errorCode == 'PRIVATE_ENDPOINT_SERVICE_NOT_FOUND'
        }
        create('AWS', 'us-east-1') != ID
    }

    def "an AWS service goes with its last endpoint"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', VPCE, VPCE.reverse()).withId(ID))

        when: 'one of two goes'
        emulator.removeEndpoint(PROJECT, VPCE.reverse())
        clock.move(Duration.ofHours(1))

        then:
        status('AWS', ID) == 'AVAILABLE'

        when: 'the last one is asked to go'
        caller.delete("$PE/AWS/endpointService/$ID/endpoint/$VPCE")

        then:
        with(endpoint(VPCE).json) {
            it['connectionStatus'].textValue() == 'DELETING'
            it['deleteRequested'].booleanValue()
        }
        status('AWS', ID) == 'AVAILABLE'

        when:
        clock.move(Duration.ofSeconds(30))

        then:
        endpoint(VPCE).status == 404
        status('AWS', ID) == 'DELETING'

        when:
        clock.move(Duration.ofSeconds(60))

        then:
        caller.get("$PE/AWS/endpointService/$ID").status == 404
        emulator.state().project(PROJECT).services().empty
    }

    def "an AWS service stays if another endpoint came before its last one went"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', VPCE).withId(ID))

        when:
        caller.delete("$PE/AWS/endpointService/$ID/endpoint/$VPCE")
        register('vpce-11111111111111111')
        clock.move(Duration.ofHours(1))

        then:
        caller.get("$PE/AWS/endpointService/$ID").json['interfaceEndpoints'].toString() == '["vpce-11111111111111111"]'
        status('AWS', ID) == 'AVAILABLE'
    }

    def "an Azure service stays without endpoints"() {
        given:
        def name = '/subscriptions/4e133d35-e734-4380-a565-c0945535da37/resourceGroups/a/providers/Microsoft.Network/privateEndpoints/p'
        emulator.putService(PROJECT, ServiceState.of(Cloud.AZURE, 'eastus2').withId(ID)
                .withEndpoints([EndpointState.azure(name, '10.0.0.4')]))

        when:
        def reply = caller.delete("$PE/AZURE/endpointService/$ID/endpoint/${URLEncoder.encode(name, 'UTF-8')}")
        clock.move(Duration.ofHours(1))

        then:
        reply.status == 202
        caller.get("$PE/AZURE/endpointService/$ID").json['privateEndpoints'].size() == 0
        status('AZURE', ID) == 'AVAILABLE'
    }

    def "an endpoint's id says how it ends: #id"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID))

        when:
        register(id)
        clock.move(Duration.ofHours(1))

        then:
        endpoint(id).json['connectionStatus'].textValue() == first
        endpoint(id).json['errorMessage'].isNull() == (first != 'REJECTED')

        when: 'it is deleted and added again, beside another one that keeps the service'
        register('vpce-22222222222222222')
        caller.delete("$PE/AWS/endpointService/$ID/endpoint/$id")
        clock.move(Duration.ofHours(1))
        register(id)
        clock.move(Duration.ofHours(1))

        then:
        endpoint(id).json['connectionStatus'].textValue() == second

        where:
        id                       || first                | second
        'vpce-00000000000000bad' || 'REJECTED'           | 'REJECTED'
        'vpce-0000000000000bad1' || 'REJECTED'           | 'AVAILABLE'
        'vpce-0000000000000dead' || 'PENDING_ACCEPTANCE' | 'PENDING_ACCEPTANCE'
        'vpce-0d00c26273372c6ef' || 'AVAILABLE'          | 'AVAILABLE'
    }

    def "a project's fates say how later things end"() {
        given:
        def fates = ['AWS/US_EAST_1': Fate.FAILS_ONCE, 'AWS/EU_WEST_1': Fate.HANGS, 'AWS/US_WEST_2': Fate.WAITS_FOR_USER,
                     (VPCE)         : Fate.FAILS]
        def fated = AtlasEmulator.builder().clock(clock)
                .state(AtlasState.of(ProjectState.of(PROJECT, 'demo').withFates(fates)))
                .start()
        caller = new Caller(fated)

        when:
        def east = create('AWS', 'us-east-1')
        def west = create('AWS', 'eu-west-1')
        def user = create('AWS', 'us-west-2')
        clock.move(Duration.ofHours(1))

        then:
        status('AWS', east) == 'FAILED'
        status('AWS', west) == 'INITIATING'
        status('AWS', user) == 'WAITING_FOR_USER'
        caller.post("$PE/AWS/endpointService/$east/endpoint", "{\"id\":\"$VPCE\"}").status == 409
        caller.post("$PE/AWS/endpointService/$user/endpoint", "{\"id\":\"$VPCE\"}").status == 201

        when:
        caller.delete("$PE/AWS/endpointService/$east")
        clock.move(Duration.ofMinutes(1))
        def again = create('AWS', 'us-east-1')
        clock.move(Duration.ofHours(1))

        then:
        status('AWS', again) == 'AVAILABLE'
        caller.get("$PE/AWS/endpointService/$user/endpoint/$VPCE").json['connectionStatus'].textValue() == 'REJECTED'

        cleanup:
        fated.close()
    }

    def "what is put stays as it is said to be, or goes on from there"() {
        given:
        def endpoints = [EndpointState.aws('vpce-11111111111111111').inStatus('REJECTED').withError('no such endpoint'),
                         EndpointState.aws('vpce-22222222222222222').inStatus('PENDING'),
                         EndpointState.aws('vpce-33333333333333333').inStatus('PENDING').withFate(Fate.HANGS),
                         EndpointState.aws('vpce-44444444444444444').inStatus('DELETING'),
                         EndpointState.aws('vpce-55555555555555555').inStatus('SOMETHING_NEW')]
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID).withEndpoints(endpoints))

        when:
        clock.move(Duration.ofHours(1))
        def service = emulator.state().project(PROJECT).services()[0]

        then:
        service.endpoints().collectEntries { [it.id()[5], it.status()] } ==
                ['1': 'REJECTED', '2': 'AVAILABLE', '3': 'PENDING', '5': 'SOMETHING_NEW']
        endpoint('vpce-11111111111111111').json['errorMessage'].textValue() == 'no such endpoint'
    }

    def "somebody can act behind the caller's back"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', VPCE).withId(ID))

        when:
        emulator.removeEndpoint(PROJECT, VPCE)

        then:
        endpoint(VPCE).status == 404
        status('AWS', ID) == 'AVAILABLE'

        when:
        emulator.putEndpoint(PROJECT, ID, EndpointState.aws(VPCE).inStatus('REJECTED'))

        then:
        endpoint(VPCE).json['connectionStatus'].textValue() == 'REJECTED'

        when:
        def wasThere = emulator.removeService(PROJECT, ID)

        then:
        wasThere
        caller.get("$PE/AWS/endpointService").body == '[]'
        !emulator.removeService(PROJECT, ID)
    }

    def "the same creations get the same ids in every run"() {
        given:
        def other = AtlasEmulator.builder().start()

        expect:
        create('AWS', 'us-east-1') == new Caller(other)
                .post("$PE/endpointService", '{"providerName":"AWS","region":"US_EAST_1"}').json['id'].textValue()

        cleanup:
        other.close()
    }

    private String create(String provider, String region) {
        def reply = caller.post("$PE/endpointService", """{"providerName":"$provider","region":"$region"}""")
        assert reply.status == 201
        reply.json['id'].textValue()
    }

    private String create409(String provider, String region) {
        def reply = caller.post("$PE/endpointService", """{"providerName":"$provider","region":"$region"}""")
        assert reply.status == 409
        reply.errorCode
    }

    private void register(String id) {
        assert caller.post("$PE/AWS/endpointService/$ID/endpoint", """{"id":"$id"}""").status == 201
    }

    private Caller.Reply endpoint(String id) {
        caller.get("$PE/AWS/endpointService/$ID/endpoint/$id")
    }

    private String status(String provider, String id) {
        caller.get("$PE/$provider/endpointService/$id").json['status'].textValue()
    }
}
