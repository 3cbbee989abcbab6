package dev.linkspan.atlas.http

import static dev.linkspan.atlas.http.StubAtlas.RESET
import static dev.linkspan.atlas.http.StubAtlas.html

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Secret
import java.time.Duration
import java.util.concurrent.CountDownLatch

class RepeatsSpec extends StubbedSpecification {

    static final StubAtlas.Reply LIMITED = json(429, '{"error":429,"errorCode":"RATE_LIMITED","detail":"Slow down."}')

    static final StubAtlas.Reply HALF = new StubAtlas.Reply(200, '[{"id', [:]).tap { missing = 100 }

    def 'a read survives #what'() {
        given:
        stub.first(fault).always(json(200, '[]'))

        when:
        def services = atlas.services(PROJECT, CloudProvider.AWS)

        then:
        services.empty
        stub.received.size() == 2

        where:
        what                  | fault
        'a 429'               | LIMITED
        'a 500'               | json(500, '{"error":500,"errorCode":"UNEXPECTED_ERROR"}')
        'a 503 with no body'  | json(503, '')
        'a 502 in HTML'       | html(502)
        'a 504 of garbage'    | json(504, '{"err')
        'a reset'             | RESET
        'half an answer'      | HALF
        'truncated JSON'      | json(200, '[{"id"')
        'garbage'             | json(200, '<<<')
        'an empty answer'     | json(200, '')
    }

    def 'a #verb is sent again as well, since twice does no harm'() {
        given:
        stub.first(json(503, ''), RESET).always(json(200, BODY))

        when:
        call(atlas)

        then:
        stub.received*.verb == [verb] * 3

        where:
        verb     | call
        'PATCH'  | { HttpAtlas it -> it.updateRemoteRegions(PROJECT, SERVICE, [] as TreeSet) }
        'DELETE' | { HttpAtlas it -> it.deleteService(PROJECT, CloudProvider.AWS, SERVICE) }
    }

    def 'a create is sent again after a 429, which refused it unseen'() {
        given:
        stub.first(LIMITED, LIMITED).always(json(201, BODY))

        when:
        def service = atlas.createService(PROJECT, IRELAND, Optional.empty())

        then:
        service.id() == SERVICE
        stub.received*.verb == ['POST'] * 3
        stub.received*.body.toSet().size() == 1
    }

    def 'a create goes out once and is in doubt after #what'() {
        given:
        stub.always(fault)

        when:
        atlas.createService(PROJECT, IRELAND, Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.ambiguous
        problem.kind() == kind
        stub.received.size() == 1
        time.slept.empty

        where:
        what                 | fault                                                         || kind
        'a 500'              | json(500, '{"error":500,"errorCode":"UNEXPECTED_ERROR"}')     || Kind.UNAVAILABLE
        'a 503 that says so' | json(503, '', ['Retry-After': 1])                             || Kind.UNAVAILABLE
        'a 502 in HTML'      | html(502)                                                     || Kind.UNAVAILABLE
        'a reset'            | RESET                                                         || Kind.UNREACHABLE
        'half an answer'     | new StubAtlas.Reply(201, '{"id', [:]).tap { missing = 100 }   || Kind.UNREACHABLE
        'truncated JSON'     | json(201, '{"id":"6a79')                                      || Kind.UNREADABLE
        'an empty answer'    | json(201, '')                                                 || Kind.UNREADABLE
    }

    def 'a create goes out once on a connection that was used before, too'() {
        given:
        stub.first(json(200, '[]')).always(RESET)
        atlas.services(PROJECT, CloudProvider.AWS)

        when:
        atlas.createService(PROJECT, IRELAND, Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.ambiguous
        stub.received*.verb == ['GET', 'POST']
    }

    def 'a create that Atlas refused is not in doubt: #status'() {
        given:
        stub.always(json(status, """{"error":$status,"errorCode":"SOME_CODE","detail":"No."}"""))

        when:
        atlas.createService(PROJECT, IRELAND, Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        !problem.ambiguous
        stub.received.size() == 1

        where:
        status << [400, 401, 402, 403, 404, 406, 409, 410]
    }

    def 'a create on a connection that never stood is not in doubt'() {
        given:
        stub.close()

        when:
        atlas.createService(PROJECT, IRELAND, Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREACHABLE
        !problem.ambiguous
        problem.message.contains("no connection to localhost:$stub.url.port")
    }

    def 'the server is not called again before it said, in #form'() {
        given:
        stub.first(json(429, body, header ? ['Retry-After': header] : [:])).always(json(200, '[]'))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        time.slept == [Duration.ofSeconds(seconds)]

        where:
        form                 | header                           | body                                                                                            || seconds
        'seconds'            | '30'                             | '{}'                                                                                            || 30
        'a date'             | 'Sun, 22 Nov 2026 03:00:45 GMT'  | '{}'                                                                                            || 45
        'body parameters'    | null                             | '{"errorCode":"RATE_LIMITED_TOKEN_BUCKET","parameters":["api/atlas/v2/orgs",55,10,5,60]}'       || 55
        'both, header first' | '3'                              | '{"errorCode":"RATE_LIMITED_TOKEN_BUCKET","parameters":["api/atlas/v2/orgs",55,10,5,60]}'       || 3
        'neither'            | null                             | '{"errorCode":"RATE_LIMITED","parameters":["/api/oauth/token",50,1]}'                           || 10
        'nonsense'           | 'soon'                           | '{"errorCode":"RATE_LIMITED_TOKEN_BUCKET","parameters":["x","y"]}'                              || 10
    }

    def 'pauses grow: #status'() {
        given:
        stub.always(json(status, '{}'))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == kind
        time.slept*.toSeconds() == pauses
        stub.received.size() == pauses.size() + 1

        where:
        status || kind              | pauses
        503    || Kind.UNAVAILABLE  | [1, 2, 4, 8, 16]
        429    || Kind.RATE_LIMITED | [10, 20, 40, 40, 40, 40, 40, 40]
    }

    def 'a server that asks for an hour is not waited for'() {
        given:
        stub.always(json(status, '{"errorCode":"X","detail":"Later."}', ['Retry-After': 3600]))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        thrown(AtlasProblem)
        stub.received.size() == 1

        where:
        status << [429, 503]
    }

    def 'no answer in time is asked for thrice'() {
        given:
        def never = new CountDownLatch(1)
        stub.always {
            never.await()
            json(200, '[]')
        }
        def hasty = HttpAtlas.connect(settings(new Credentials.AccessToken(new Secret('t')))
            .with(new AtlasSettings.Timeouts(Duration.ofSeconds(1), Duration.ofMillis(150))))

        when:
        hasty.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREACHABLE
        problem.message.endsWith("no answer within 150 ms from localhost:$stub.url.port (3 attempts)")
        stub.received.size() == 3

        cleanup:
        never.countDown()
        hasty.close()
    }

    def 'an answer that stops in the middle is no answer in time'() {
        given:
        def never = new CountDownLatch(1)
        def socket = new ServerSocket(0, 50, InetAddress.loopbackAddress)
        def server = Thread.start {
            try {
                while (true) {
                    def client = socket.accept()
                    client.outputStream << 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{'
                    client.outputStream.flush()
                }
            } catch (SocketException closed) {
                never.countDown()
            }
        }
        def hasty = HttpAtlas.connect(AtlasSettings.of(
            URI.create("http://127.0.0.1:$socket.localPort"), new Credentials.AccessToken(new Secret('t')))
            .with(new AtlasSettings.Surroundings(time, time, withoutJitter()))
            .with(new AtlasSettings.Timeouts(Duration.ofSeconds(1), Duration.ofMillis(150))))

        when:
        hasty.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREACHABLE

        cleanup:
        hasty.close()
        socket.close()
        never.await()
        server.join()
    }

    def 'a run that is cancelled while it waits stops at once'() {
        given:
        stub.always(json(503, ''))
        def interrupted = HttpAtlas.connect(settings(new Credentials.AccessToken(new Secret('t')))
            .with(new AtlasSettings.Surroundings(time, { throw new InterruptedException() }, withoutJitter())))

        when:
        interrupted.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.message.endsWith('not sent, the run was cancelled')
        Thread.interrupted()
        stub.received.size() == 1

        cleanup:
        interrupted.close()
    }

    def 'a run that is cancelled while a create is under way says that it is in doubt'() {
        given:
        def caller = Thread.currentThread()
        def never = new CountDownLatch(1)
        stub.always {
            caller.interrupt()
            never.await()
            json(200, '[]')
        }

        when:
        atlas.createService(PROJECT, IRELAND, Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.ambiguous
        problem.message.endsWith('the run was cancelled before an answer came')
        Thread.interrupted()

        cleanup:
        never.countDown()
    }

    def 'the log hears of each attempt'() {
        given:
        stub.first(HALF, json(503, '{}')).always(json(200, '[]'))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        log*.verb() == ['GET'] * 3
        log*.path() == [SERVICES] * 3
        log*.attempt() == [1, 2, 3]
        log*.status() == [OptionalInt.empty(), OptionalInt.of(503), OptionalInt.of(200)]
        log[0].failure().present
    }
}
