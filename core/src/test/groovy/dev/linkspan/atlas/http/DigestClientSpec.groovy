package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Secret
import dev.linkspan.model.ServiceKey
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import spock.lang.AutoCleanup

class DigestClientSpec extends StubbedSpecification {

    DigestGate gate = new DigestGate()

    @AutoCleanup
    HttpAtlas signed = HttpAtlas.connect(settings(new Credentials.ApiKey('public', new Secret('private-key'))))

    def setup() {
        stub.always { gate.answer(it) { json(200, '[]') } }
    }

    def 'one challenge serves all calls of one thread, with #algorithm'() {
        given:
        gate.algorithm = algorithm

        when:
        100.times { signed.services(PROJECT, CloudProvider.AWS) }

        then:
        stub.received.size() == 101
        gate.good.get() == 100
        gate.replays.get() == 0

        where:
        algorithm << ['MD5', 'SHA-256']
    }

    def '64 threads on #lanes lanes cost #lanes challenges, and counts never fall'() {
        given:
        gate.bare = new CountDownLatch(lanes)
        def wide = HttpAtlas.connect(settings(new Credentials.ApiKey('public', new Secret('private-key'))).withLanes(lanes))

        when:
        together(64, 20) { wide.services(PROJECT, CloudProvider.AWS) }

        then:
        gate.challenges.get() == lanes
        gate.good.get() == 1280
        gate.replays.get() == 0
        stub.received.size() == 1280 + lanes

        cleanup:
        wide.close()

        where:
        lanes << [8, 64]
    }

    def 'nonces that live for 10 uses are replaced where they end, whether the server calls them stale (#isStaleSaid) or not'() {
        given:
        gate.life = 10
        gate.isStaleSaid = isStaleSaid

        when:
        together(64, 10) { signed.services(PROJECT, CloudProvider.AWS) }

        then:
        gate.good.get() == 640
        gate.replays.get() == 0
        gate.challenges.get() in 64..72
        stub.received.size() == 640 + gate.challenges.get()

        where:
        isStaleSaid << [true, false]
    }

    def 'a nonce that is stale when it is new is asked for again, but not for ever'() {
        given:
        gate.life = 0

        when:
        signed.services(PROJECT, CloudProvider.AWS)

        then:
        thrown(AtlasProblem)
        stub.received.size() == 4
    }

    def 'a wrong key takes #requests requests and one message'() {
        given:
        gate.password = 'another'

        when:
        call(signed)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNAUTHORIZED
        problem.message.endsWith(': 401: You are not authorized for this resource.')
        problem.remedy().startsWith('Check that the key or token is right')
        stub.received.size() == requests

        where:
        requests | call
        2        | { HttpAtlas it -> it.createService(PROJECT, ServiceKey.of(IRELAND), Optional.empty()) }
        3        | { HttpAtlas it -> it.services(PROJECT, CloudProvider.AWS) }
    }

    def 'an answer that is lost after the nonce was counted is asked for again: #uses uses before'() {
        given:
        uses.times { signed.services(PROJECT, CloudProvider.AWS) }
        int lost = 1
        stub.always { request ->
            gate.answer(request) {
                lost-- > 0 ? null : json(200, '[]')
            }
        }

        expect:
        signed.services(PROJECT, CloudProvider.AWS).empty

        where:
        uses << [0, 1]
    }

    def 'a 401 without a challenge is the last word'() {
        given:
        stub.always(json(401, '{"error":401}'))

        when:
        signed.services(PROJECT, CloudProvider.AWS)

        then:
        thrown(AtlasProblem)
        stub.received.size() == 1
    }

    def 'a body is sent again with the answer to the challenge'() {
        given:
        stub.always { gate.answer(it) { json(201, BODY) } }

        when:
        signed.createService(PROJECT, ServiceKey.of(IRELAND), Optional.empty())

        then:
        stub.received*.body == ['{"providerName":"AWS","region":"eu-west-1"}'] * 2
    }

    def 'a reset does not cost another challenge'() {
        given:
        signed.services(PROJECT, CloudProvider.AWS)
        stub.first(StubAtlas.RESET)

        when:
        signed.services(PROJECT, CloudProvider.AWS)

        then:
        gate.good.get() == 2
        gate.challenges.get() == 1
        gate.replays.get() == 0
    }

    private static void together(int threads, int times, Closure<?> work) {
        def pool = Executors.newFixedThreadPool(threads)
        try {
            def tasks = (1..threads).collect { ({ times.times { work() } } as Callable) }
            pool.invokeAll(tasks)*.get()
        } finally {
            pool.shutdownNow()
        }
    }
}
