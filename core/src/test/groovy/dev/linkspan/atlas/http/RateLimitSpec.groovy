package dev.linkspan.atlas.http

import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Secret
import dev.linkspan.time.TestTime
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.CountDownLatch
import java.util.concurrent.Executors
import java.util.concurrent.atomic.AtomicInteger

class RateLimitSpec extends StubbedSpecification {

    def 'nothing waits while the bucket is full enough'() {
        given:
        stub.always(json(200, '[]', ['RateLimit-Limit': 4000, 'RateLimit-Remaining': 401]))

        when:
        20.times { atlas.services(PROJECT, CloudProvider.AWS) }

        then:
        time.slept.empty
    }

    def 'in the last tenth of a bucket what is left is spread over a minute'() {
        given:
        stub.always(json(200, '[]', [(spelling + '-Limit'): 4000, (spelling + '-Remaining'): 301]))

        when:
        5.times { atlas.services(PROJECT, CloudProvider.AWS) }

        then:
        time.slept == [Duration.ofMillis(200)] * 3

        where:
        spelling << ['RateLimit', 'Ratelimit', 'ratelimit']
    }

    def 'one project that is short does not slow another'() {
        given:
        stub.always { json(200, '[]', ['RateLimit-Limit': 10, 'RateLimit-Remaining': it.uri.contains(PROJECT.value()) ? 0 : 10]) }
        def other = new ProjectId('a' * 24)

        when:
        2.times { atlas.services(PROJECT, CloudProvider.AWS) }
        5.times { atlas.services(other, CloudProvider.AWS) }

        then:
        time.slept.empty

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        time.slept == [Duration.ofMinutes(1)]
    }

    def 'a real bucket never overflows: #capacity requests at once, #refill a minute'() {
        given:
        def bucket = new Bucket(time, capacity, refill)
        stub.always { bucket.take() }

        when:
        (capacity * 3).times { atlas.services(PROJECT, CloudProvider.AWS) }

        then:
        bucket.refused.get() == 0

        where:
        capacity | refill
        40       | 20
        120      | 50
    }

    def 'after a 429 the other requests of the project stay away too'() {
        given:
        stub.first(json(429, '{}', ['Retry-After': 20])).always(json(200, '[]'))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        time.slept == [Duration.ofSeconds(20)]
        stub.received.size() == 2
    }

    def 'threads that wait for a lane do not count as requests under way'() {
        given:
        stub.always(json(200, '[]', ['RateLimit-Limit': 100, 'RateLimit-Remaining': 50]))
        def pool = Executors.newFixedThreadPool(64)

        when:
        pool.invokeAll((1..300).collect { ({ atlas.services(PROJECT, CloudProvider.AWS) } as Callable) })*.get()

        then:
        time.slept.empty

        cleanup:
        pool.shutdownNow()
    }

    def 'no more requests are under way than there are lanes'() {
        given:
        def now = new AtomicInteger()
        def most = new AtomicInteger()
        def full = new CountDownLatch(3)
        stub.always {
            most.accumulateAndGet(now.incrementAndGet(), Math::max)
            full.countDown()
            full.await()
            now.decrementAndGet()
            json(200, '[]')
        }
        def narrow = HttpAtlas.connect(settings(new Credentials.AccessToken(new Secret('t'))).withLanes(3))
        def pool = Executors.newFixedThreadPool(20)

        when:
        pool.invokeAll((1..60).collect { ({ narrow.services(PROJECT, CloudProvider.AWS) } as Callable) })*.get()

        then:
        most.get() == 3
        stub.received.size() == 60

        cleanup:
        pool.shutdownNow()
        narrow.close()
    }

    /** A token bucket as Atlas documents it: whole refills at the end of each minute. */
    private static class Bucket {
        final AtomicInteger refused = new AtomicInteger()
        private final TestTime time
        private final int capacity
        private final int refill
        private int left
        private long minutes

        Bucket(TestTime time, int capacity, int refill) {
            this.time = time
            this.capacity = capacity
            this.refill = refill
            this.left = capacity
            this.minutes = time.instant().epochSecond.intdiv(60)
        }

        synchronized StubAtlas.Reply take() {
            long now = time.instant().epochSecond.intdiv(60)
            left = Math.min(capacity as long, left + (now - minutes) * refill) as int
            minutes = now
            if (left == 0) {
                refused.incrementAndGet()
                return StubAtlas.json(429, '{}', ['Retry-After': 60])
            }
            left--
            StubAtlas.json(200, '[]', ['RateLimit-Limit': capacity, 'RateLimit-Remaining': left])
        }
    }
}
