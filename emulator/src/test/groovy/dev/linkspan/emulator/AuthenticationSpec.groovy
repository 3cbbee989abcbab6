package dev.linkspan.emulator

import static dev.linkspan.emulator.wire.Admission.AUTHORISED
import static dev.linkspan.emulator.wire.Admission.CHALLENGED
import static dev.linkspan.emulator.wire.Admission.OPEN
import static dev.linkspan.emulator.wire.Admission.REFUSED
import static dev.linkspan.emulator.wire.Admission.REPLAYED
import static dev.linkspan.emulator.wire.Admission.STALE

import dev.linkspan.emulator.wire.DigestAlgorithm
import dev.linkspan.emulator.wire.Role
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Specification

class AuthenticationSpec extends Specification {

    static final PE = "/groups/$AtlasEmulator.DEMO_PROJECT/privateEndpoint"

    def clock = new HandClock()

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(clock).start()

    def digest = new DigestClient(emulator, AtlasEmulator.DEMO_PUBLIC_KEY, AtlasEmulator.DEMO_PRIVATE_KEY)

    def "without credentials the answer is Atlas's challenge"() {
        when:
        def reply = new Caller(emulator).with(Authorization: null).get('/groups')

        then:
        reply.status == 401
        reply.header('WWW-Authenticate') ==~
                $/Digest realm="MMS Public API", domain="", nonce="[A-Za-z0-9+/]{32}", algorithm=MD5, qop="auth", stale=false/$
        reply.body == '{"detail":"You are not authorized for this resource.","error":401,' +
                '"errorCode":"UNEXPECTED_ERROR","parameters":[],"reason":"Unauthorized"}'
        emulator.requests()*.admission() == [CHALLENGED]
        emulator.requests().every { it.challenge() && !it.authorised() }
    }

    def "one nonce serves as long as its count rises"() {
        expect:
        (1..5).collect { digest.get('/groups').status } == [200] * 5
        emulator.requests()*.admission() == [CHALLENGED] + [AUTHORISED] * 5

        when: 'the count jumps ahead'
        digest.count += 10

        then:
        digest.send('GET', '/groups').status == 200

        when: 'the count stands still'
        digest.count -= 1

        then:
        digest.send('GET', '/groups').status == 401
        emulator.requests().last().admission() == REPLAYED
    }

    def "a header that does not fit the request is refused: #what"() {
        given:
        digest.spoil = spoil

        when:
        def reply = digest.get('/groups?itemsPerPage=3')

        then:
        reply.status == 401
        reply.header('WWW-Authenticate').endsWith('stale=false')
        emulator.requests()*.admission() == [CHALLENGED, REFUSED]

        where:
        what                | spoil
        'another response'  | { it.response = '0' * 32 }
        'another path'      | { it.uri = '/api/atlas/v2/groups' }
        'another count'     | { it.nc = '00000002' }
        'no count'          | { it.remove('nc') }
        'a bad count'       | { it.nc = 'zzzzzzzz' }
        'another realm'     | { it.realm = 'elsewhere' }
        'another user'      | { it.username = 'nobody' }
        'another nonce'     | { it.nonce = 'A' * 32 }
        'another cnonce'    | { it.cnonce = 'beef' }
        'no cnonce'         | { it.cnonce = '' }
        'no qop'            | { it.remove('qop') }
        'another algorithm' | { it.algorithm = 'SHA-256' }
    }

    def "a header made for another method is refused"() {
        given:
        digest.get('/groups')

        when:
        digest.count++
        def stolen = digest.authorization('GET', '/groups')

        then:
        new Caller(emulator).with(Authorization: stolen).post('/groups', '{}').status == 401
    }

    def "a wrong private key is refused"() {
        given:
        digest.privateKey = 'wrong'

        expect:
        digest.get('/groups').status == 401
        emulator.requests()*.admission() == [CHALLENGED, REFUSED]
    }

    def "an old nonce is told to be stale, and the new one works"() {
        given:
        digest.get('/groups')

        when:
        clock.move(Duration.ofMinutes(5))
        def reply = digest.send('GET', '/groups')

        then:
        reply.status == 401
        reply.header('WWW-Authenticate').endsWith('stale=true')
        emulator.requests().last().admission() == STALE

        when:
        digest.take(reply)

        then:
        digest.send('GET', '/groups').status == 200
    }

    def "SHA-256, two challenges at once and opaque are there on request"() {
        given:
        def gov = AtlasEmulator.builder()
                .digest(DigestAlgorithm.SHA_256, DigestAlgorithm.MD5)
                .opaque('abc123')
                .start()
        def client = new DigestClient(gov, AtlasEmulator.DEMO_PUBLIC_KEY, AtlasEmulator.DEMO_PRIVATE_KEY)

        expect: 'the first challenge is the better one'
        client.get('/groups').status == 200
        client.challenge.algorithm == 'SHA-256'

        and: 'the second one works too'
        client.take(new Caller(gov).with(Authorization: null).get('/groups'), 1)
        client.challenge.algorithm == 'MD5'
        client.send('GET', '/groups').status == 200

        when: 'opaque does not come back as it went'
        client.spoil = { it.opaque = 'other' }

        then:
        client.send('GET', '/groups').status == 401

        cleanup:
        gov.close()
    }

    def "64 threads with a nonce of their own each are all let in"() {
        given:
        def pool = Executors.newFixedThreadPool(64)
        def work = (1..64).collect {
            { ->
                def client = new DigestClient(emulator, AtlasEmulator.DEMO_PUBLIC_KEY, AtlasEmulator.DEMO_PRIVATE_KEY)
                (1..10).collect { client.get('/groups').status }
            } as Callable
        }

        expect:
        pool.invokeAll(work)*.get().flatten().every { it == 200 }
        emulator.requests().countBy { it.admission() } == [(CHALLENGED): 64, (AUTHORISED): 640]

        cleanup:
        pool.shutdownNow()
    }

    def "a service account gets a token that opens both APIs for an hour"() {
        when:
        def reply = token(AtlasEmulator.DEMO_CLIENT_ID, AtlasEmulator.DEMO_CLIENT_SECRET)

        then:
        reply.status == 200
        reply.json['token_type'].textValue() == 'Bearer'
        reply.json['expires_in'].intValue() == 3600
        emulator.requests()*.admission() == [OPEN]

        when:
        def bearer = new Caller(emulator).with(Authorization: "Bearer ${reply.json['access_token'].textValue()}" as String)

        then:
        bearer.get('/groups').status == 200
        bearer.with(Accept: 'application/json').get('/api/atlas/v1.0/groups').status == 200

        when:
        clock.move(Duration.ofHours(1))

        then:
        bearer.get('/groups').status == 401
    }

    def "a token that was revoked opens nothing"() {
        given:
        def text = token(AtlasEmulator.DEMO_CLIENT_ID, AtlasEmulator.DEMO_CLIENT_SECRET).json['access_token'].textValue()

        when:
        def revoked = oauth('/api/oauth/revoke', AtlasEmulator.DEMO_CLIENT_ID, AtlasEmulator.DEMO_CLIENT_SECRET,
                "token=$text&token_type_hint=access_token")

        then:
        revoked.status == 200
        new Caller(emulator).with(Authorization: "Bearer $text" as String).get('/groups').status == 401
    }

    def "the token route refuses as OAuth says"() {
        expect:
        with(token('mdb_sa_id_demo', 'wrong')) {
            status == 401
            json['error'].textValue() == 'invalid_client'
        }
        oauth('/api/oauth/token', 'mdb_sa_id_demo', 'mdb_sa_sk_demo', 'grant_type=password').json['error'].textValue() ==
                'unsupported_grant_type'
        oauth('/api/oauth/token', 'mdb_sa_id_demo', 'mdb_sa_sk_demo', '').json['error'].textValue() == 'invalid_request'
    }

    def "a service account has no more than a hundred tokens"() {
        when:
        def replies = (1..101).collect { token(AtlasEmulator.DEMO_CLIENT_ID, AtlasEmulator.DEMO_CLIENT_SECRET) }

        then:
        replies[99].status == 200
        replies[100].status == 403
        replies[100].json['error'].textValue() == 'access_denied'
    }

    def "a credential that may only read reads, and is told so when it writes"() {
        given:
        def reader = new DigestClient(emulator, AtlasEmulator.READER_PUBLIC_KEY, AtlasEmulator.READER_PRIVATE_KEY)

        expect:
        reader.get("$PE/AWS/endpointService").status == 200

        when:
        def reply = reader.call('POST', "$PE/endpointService", [:], '{"providerName":"AWS","region":"us-east-1"}')

        then:
        reply.status == 401
        reply.errorCode == 'USER_UNAUTHORIZED'
        emulator.state().project(AtlasEmulator.DEMO_PROJECT).services().empty
    }

    def "credentials that are given take the place of the demo ones"() {
        given:
        def own = AtlasEmulator.builder().apiKey('mine', 'my-key').accessToken('t0ken', Role.READER).start()

        expect:
        new DigestClient(own, 'mine', 'my-key').get('/groups').status == 200
        new DigestClient(own, AtlasEmulator.DEMO_PUBLIC_KEY, AtlasEmulator.DEMO_PRIVATE_KEY).get('/groups').status == 401
        new Caller(own).get('/groups').status == 401
        new Caller(own).with(Authorization: 'Bearer t0ken').get('/groups').status == 200

        cleanup:
        own.close()
    }

    private Caller.Reply token(String id, String secret) {
        oauth('/api/oauth/token', id, secret, 'grant_type=client_credentials')
    }

    private Caller.Reply oauth(String path, String id, String secret, String form) {
        def basic = "$id:$secret".bytes.encodeBase64().toString()
        new Caller(emulator)
                .with(Authorization: "Basic $basic" as String, Accept: 'application/json',
                        'Content-Type': 'application/x-www-form-urlencoded')
                .post(path, form)
    }
}
