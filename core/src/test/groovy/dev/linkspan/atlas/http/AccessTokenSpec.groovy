package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Secret
import dev.linkspan.model.ServiceKey
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger
import spock.lang.AutoCleanup

class AccessTokenSpec extends StubbedSpecification {

    AtomicInteger fetched = new AtomicInteger()
    Set<String> revoked = [].toSet().asSynchronized()

    @AutoCleanup
    HttpAtlas account = HttpAtlas.connect(settings(new Credentials.ServiceAccount('mdb_sa_id_1', new Secret('mdb_sa_sk_a+b'))))

    def setup() {
        stub.always { request ->
            if (request.uri == '/api/oauth/token') {
                return json(200, """{"access_token":"t${fetched.incrementAndGet()}","expires_in":3600,"token_type":"Bearer"}""")
            }
            def token = request.headers['authorization']?.minus('Bearer ')
            token ==~ /t\d+/ && !(token in revoked) ? json(200, '[]') : json(401, '{"error":401,"detail":"no"}')
        }
    }

    def 'a token is fetched as Atlas wants to be asked'() {
        when:
        account.services(PROJECT, CloudProvider.AWS)

        then:
        with(stub.received[0]) {
            verb == 'POST'
            uri == '/api/oauth/token'
            body == 'grant_type=client_credentials'
            headers['content-type'] == 'application/x-www-form-urlencoded'
            headers['accept'] == 'application/json'
            headers['authorization'] == 'Basic ' + 'mdb_sa_id_1:mdb_sa_sk_a%2Bb'.bytes.encodeBase64()
        }
    }

    def 'all threads share one token'() {
        given:
        def pool = Executors.newFixedThreadPool(64)

        when:
        pool.invokeAll((1..64).collect { ({ account.services(PROJECT, CloudProvider.AWS) } as Callable) })*.get()

        then:
        fetched.get() == 1
        stub.received.size() == 65

        cleanup:
        pool.shutdownNow()
    }

    def 'a token is renewed a minute before it ends'() {
        given:
        account.services(PROJECT, CloudProvider.AWS)

        when:
        time.pass(Duration.ofSeconds(3539))
        account.services(PROJECT, CloudProvider.AWS)

        then:
        fetched.get() == 1

        when:
        time.pass(Duration.ofSeconds(1))
        account.services(PROJECT, CloudProvider.AWS)

        then:
        fetched.get() == 2
    }

    def 'a revoked token is replaced, once, and the call goes on'() {
        given:
        account.services(PROJECT, CloudProvider.AWS)
        revoked << 't1'

        when:
        account.services(PROJECT, CloudProvider.AWS)

        then:
        stub.received*.uri == ['/api/oauth/token', SERVICES, SERVICES, '/api/oauth/token', SERVICES]
    }

    def 'calls that are refused for another reason do not cost a token each'() {
        given:
        revoked.addAll((1..9).collect { "t$it".toString() })

        when:
        int refused = (1..5).count {
            try {
                account.services(PROJECT, CloudProvider.AWS)
                false
            } catch (AtlasProblem e) {
                e.kind() == Kind.UNAUTHORIZED
            }
        }

        then:
        refused == 5
        fetched.get() == 2
    }

    def 'a missing role costs no token'() {
        given:
        account.services(PROJECT, CloudProvider.AWS)
        stub.always(json(401, '{"error":401,"errorCode":"USER_UNAUTHORIZED"}'))

        when:
        account.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.FORBIDDEN
        fetched.get() == 1
        stub.received.size() == 3
    }

    def 'a wrong client secret is one clear message'() {
        given:
        stub.always(json(401, '{"error":"invalid_client","error_description":"Invalid credentials provided."}'))

        when:
        account.createService(PROJECT, ServiceKey.of(IRELAND), Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNAUTHORIZED
        problem.message == 'POST /api/oauth/token: 401 invalid_client: Invalid credentials provided.'
        !problem.ambiguous
        stub.received.size() == 1
    }

    def 'a token server that stumbles is asked again, and a create that waited for it is not in doubt: #fault'() {
        given:
        stub.first(fault)

        when:
        account.services(PROJECT, CloudProvider.AWS)

        then:
        stub.lines == ['POST /api/oauth/token'] * 2 + ["GET $SERVICES"]

        when:
        stub.always(fault)
        time.pass(Duration.ofHours(1))
        account.createService(PROJECT, ServiceKey.of(IRELAND), Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        !problem.ambiguous

        where:
        fault << [json(503, ''), StubAtlas.html(502), json(429, '{}', ['Retry-After': 1]), StubAtlas.RESET]
    }

    def 'an answer without a token is one clear message: #body'() {
        given:
        stub.always(json(200, body))

        when:
        account.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREADABLE
        problem.message.startsWith('POST /api/oauth/token: 200 with ')

        where:
        body << ['{}', '{"access_token":"a\\nb"}', '{"access_token":""}', '', '<html>', '{"access_token":"t']
    }

    def 'a given token is used as it is, and a refusal is the last word'() {
        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNAUTHORIZED
        stub.lines == ["GET $SERVICES"]
    }
}
