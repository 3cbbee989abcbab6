package dev.linkspan.emulator

import dev.linkspan.emulator.faults.Fault
import dev.linkspan.emulator.wire.Admission
import java.net.http.HttpTimeoutException
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

class FaultSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final PE = "/groups/$PROJECT/privateEndpoint"
    static final NEW_SERVICE = '{"providerName":"AWS","region":"us-east-1"}'

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().start()

    def caller = new Caller(emulator)

    def "a fault strikes as often as it says, after as many requests as it says"() {
        given:
        emulator.addFault('503 on GET /groups/*/... times 2 after 1')

        expect:
        (1..5).collect { caller.get("$PE/regionalMode").status } == [200, 503, 503, 200, 200]
        emulator.requests()*.fault()*.present == [false, true, true, false, false]
    }

    def "a fault without a number strikes always, until it is cleared"() {
        given:
        emulator.addFault('500 on * /...')

        expect:
        (1..4).collect { caller.get('/groups').status } == [500] * 4

        when:
        emulator.clearFaults()

        then:
        caller.get('/groups').status == 200
    }

    def "a fault on #method #path meets only what fits"() {
        given:
        emulator.addFault("500 on $method $path")

        expect:
        caller.get("$PE/AWS/endpointService").status == status

        where:
        method | path                                                  || status
        'GET'  | '/groups/*/privateEndpoint/AWS/endpointService'       || 500
        'GET'  | '/groups/...'                                         || 500
        'GET'  | '/groups/.../endpointService'                         || 500
        'GET'  | '/groups/5e22*/...'                                   || 500
        'GET'  | '/api/atlas/v2/groups/...'                            || 500
        '*'    | '/...'                                                || 500
        'POST' | '/groups/...'                                         || 200
        'GET'  | '/groups/*'                                           || 200
        'GET'  | '/groups/*/privateEndpoint/AZURE/endpointService'     || 200
        'GET'  | '/api/atlas/v1.0/groups/...'                          || 200
    }

    def "the handshake of a client does not use a fault up"() {
        given:
        emulator.addFault('503 on GET /groups times 1')
        def digest = new DigestClient(emulator, AtlasEmulator.DEMO_PUBLIC_KEY, AtlasEmulator.DEMO_PRIVATE_KEY)

        expect:
        digest.get('/groups').status == 503
        digest.get('/groups').status == 200
    }

    def "#kind is answered with #status"() {
        given:
        emulator.addFault("$kind on GET /groups times 1")

        when:
        def reply = caller.get('/groups')

        then:
        reply.status == status
        reply.body.contains(text)
        caller.get('/groups').status == 200

        where:
        kind          || status | text
        '402'         || 402    | 'NO_PAYMENT_INFORMATION_FOUND'
        '403'         || 403    | ''
        'access-list' || 403    | 'IP_ADDRESS_NOT_ON_ACCESS_LIST'
        '429'         || 429    | 'RATE_LIMITED'
        '500'         || 500    | 'UNEXPECTED_ERROR'
        '502-html'    || 502    | '<html>'
        '503'         || 503    | 'UNEXPECTED_ERROR'
        'garbage'     || 200    | '<<<'
    }

    def "a 429 carries Retry-After only where it is asked for"() {
        given:
        emulator.addFault('429 on GET /groups times 1')
        emulator.addFault('429 on GET /groups times 1 retry-after 7')

        expect:
        caller.get('/groups').header('Retry-After') == null
        caller.get('/groups').header('Retry-After') == '7'
    }

    def "after #kind the client has no answer, and the service is there: #isDone"() {
        given:
        emulator.addFault("$kind on POST /groups/... times 1")

        when:
        caller.post("$PE/endpointService", NEW_SERVICE)

        then:
        thrown(IOException)
        emulator.requests()*.status() == [status]
        emulator.state().project(PROJECT).services().size() == (isDone ? 1 : 0)

        where:
        kind        || isDone | status
        'reset'     || false  | 0
        'lost'      || true   | 0
        'truncated' || true   | 201
    }

    def "a slow answer comes too late for an impatient client, and the emulator closes at once all the same"() {
        given:
        emulator.addFault('slow 10m on GET /groups')
        caller.patience = Duration.ofMillis(200)

        when:
        caller.get('/groups')

        then:
        thrown(HttpTimeoutException)

        when:
        def start = System.nanoTime()
        emulator.close()

        then:
        Duration.ofNanos(System.nanoTime() - start) < Duration.ofSeconds(5)
    }

    def "stale makes every nonce and token worthless"() {
        given:
        def digest = new DigestClient(emulator, AtlasEmulator.DEMO_PUBLIC_KEY, AtlasEmulator.DEMO_PRIVATE_KEY)
        digest.get('/groups')
        emulator.addFault('stale on GET /groups times 1')

        when:
        def reply = digest.get('/groups')

        then:
        reply.status == 401
        reply.header('WWW-Authenticate').endsWith('stale=true')
        digest.get('/groups').status == 401

        when:
        digest.take(digest.get('/groups'))

        then:
        digest.get('/groups').status == 200
        emulator.requests().last().admission() == Admission.AUTHORISED
    }

    def "the token route can fail too"() {
        given:
        emulator.addFault('500 on POST /api/oauth/token times 1')

        expect:
        caller.post('/api/oauth/token', '').status == 500
    }

    def "a fault that cannot be read is refused with what is wrong and an example: #text"() {
        when:
        Fault.parse(text)

        then:
        def e = thrown(IllegalArgumentException)
        e.message == "The fault '$text' cannot be read: $why. Accepted is, for instance, '503 on GET /groups/*/... times 2 after 1'."

        where:
        text                        || why
        '504 on GET /groups'        || "'504' is no kind of fault; there are 402, 403, access-list, stale, 429, 500, 502-html, 503, reset, lost, slow 5s, garbage, truncated"
        '503 GET /groups'           || "'on' is missing after the kind"
        '503 on get /groups'        || "'get' is no method; there are GET, POST, PATCH, DELETE and *"
        '503 on GET groups'         || "the path 'groups' does not start with a slash"
        '503 on GET'                || "the path '' does not start with a slash"
        '503 on GET /groups twice'  || "after 'twice' stands no number"
        '503 on GET /groups for 2'  || "'for' is neither times, after nor retry-after"
        'slow on GET /groups'       || "'on' is no time; accepted is, for instance, 5s or 200ms"
    }

    def "faults can be given from the start"() {
        given:
        def faulty = AtlasEmulator.builder().fault('503 on GET /groups times 1').start()

        expect:
        new Caller(faulty).get('/groups').status == 503

        cleanup:
        faulty.close()
    }

    def "control routes steer a running emulator"() {
        expect:
        caller.post('/emulator/faults', '503 on GET /groups\nreset on POST /groups/...').json['faults']*.textValue() ==
                ['503 on GET /groups', 'reset on POST /groups/...']
        caller.get('/groups').status == 503
        caller.get('/emulator/requests').json['requests'].toString() ==
                '[{"method":"GET","path":"/api/atlas/v2/groups","query":"","status":503,"admission":"AUTHORISED","fault":"503 on GET /groups"}]'
        caller.delete('/emulator/faults').json['faults'].size() == 0
        caller.delete('/emulator/requests').json['requests'].size() == 0
        caller.get('/emulator/faults').status == 200

        and:
        def id = caller.post("$PE/endpointService", NEW_SERVICE).json['id'].textValue()
        caller.post('/emulator/advance', '3m').json['now'].textValue()
        caller.get('/emulator/state').json['projects'][0]['services'][0]['status'].textValue() == 'AVAILABLE'
        caller.delete('/emulator/state').json['projects'][0]['services'].size() == 0
        caller.get("$PE/AWS/endpointService/$id").status == 404

        and:
        def text = '{"projects": [{"id": "000000000000000000000001", "name": "other"}]}'
        caller.post('/emulator/state', text).json['projects'][0]['name'].textValue() == 'other'
        caller.get('/groups/byName/other').status == 200
    }

    def "a control request that is wrong says what is accepted: #method #path #body"() {
        when:
        def reply = caller.call(method, "/emulator/$path", body)

        then:
        reply.status == 400
        reply.json['error'].textValue().contains(text)

        where:
        method | path       | body          || text
        'POST' | 'faults'   | 'nonsense'    || '503 on GET'
        'POST' | 'advance'  | 'soon'        || '5m or 90s'
        'POST' | 'state'    | '{}'          || 'projects: it is missing'
        'POST' | 'requests' | ''            || 'GET and DELETE /emulator/requests'
        'GET'  | 'nothing'  | null          || 'There is no GET /emulator/nothing'
    }

}
