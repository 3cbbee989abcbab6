package dev.linkspan.audit.service

import dev.linkspan.audit.history.AuditRun
import dev.linkspan.audit.history.History
import dev.linkspan.audit.history.HistoryPlace
import dev.linkspan.time.TestTime
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.time.Instant
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class StatusPagesSpec extends Specification {

    static final BEGAN = Instant.parse('2026-11-25T03:00:00Z')

    @TempDir
    Path folder
    History history
    ServiceMetrics metrics
    @AutoCleanup
    StatusPages pages
    boolean isReady = true
    Closure<String> listing = { '{"runs": []}' }

    def setup() {
        history = History.open(HistoryPlace.parse('history.db', folder, Optional.empty()), new TestTime())
        metrics = new ServiceMetrics(history, 'health')
        pages = StatusPages.open(new InetSocketAddress(InetAddress.loopbackAddress, 0), { true }, { isReady }, metrics,
            history.sharedRuns(), { listing.call() })
    }

    def 'a history that hangs keeps nobody from hearing that the worker lives'() {
        given:
        def held = new CountDownLatch(1)
        def asked = new CountDownLatch(12)
        listing = {
            asked.countDown()
            held.await()
            '{}'
        }
        def client = HttpClient.newHttpClient()
        def many = (1..20).collect { client.sendAsync(HttpRequest.newBuilder(uri('/history.json')).build(), HttpResponse.BodyHandlers.ofString()) }

        expect:
        asked.await(30, TimeUnit.SECONDS)
        get('/healthz').statusCode() == 200
        get('/readyz').statusCode() == 503

        when: 'those that were sent away have their answers'
        def left = new CountDownLatch(8)
        many.each { it.thenRun { left.countDown() } }
        assert left.await(30, TimeUnit.SECONDS)
        held.countDown()

        then:
        many*.join()*.statusCode().countBy { it } == [200: 12, 503: 8]
        get('/readyz').statusCode() == 200

        cleanup:
        held.countDown()
    }

    def 'it says whether it lives and is ready'() {
        expect:
        get('/healthz').statusCode() == 200
        get('/readyz').statusCode() == 200

        when:
        isReady = false

        then:
        get('/readyz').statusCode() == 503
        get('/healthz').statusCode() == 200
    }

    def 'the last report is shown once there is one, to be looked at and nothing else'() {
        expect:
        get('/').statusCode() == 404

        when:
        history.sharedRuns().post('index.html', '<p>old</p>')
        history.sharedRuns().post('index.html', '<p>new</p>')

        then:
        def answer = get('/')
        answer.body() == '<p>new</p>'
        answer.headers().firstValue('Content-Type').get() == 'text/html; charset=utf-8'
        answer.headers().firstValue('X-Content-Type-Options').get() == 'nosniff'
        get('/nowhere').statusCode() == 404
        get('/history.json').body() == '{"runs": []}'
        send(HttpRequest.newBuilder(uri('/')).POST(HttpRequest.BodyPublishers.ofString('x'))).statusCode() == 405
    }

    def 'the metrics are those of the last audit, and of the requests of this worker'() {
        given:
        def found = [
            new AuditRun.Found('1', 'missing', 'error', 'p/aws', 'x', false),
            new AuditRun.Found('2', 'missing', 'error', 'p/aws', 'x', false),
            new AuditRun.Found('3', 'unmanaged', 'warning', 'p/aws', 'x', true)]
        def share = new AuditRun.Share(2, 3)
        history.record(new AuditRun('r1', 'health', BEGAN, BEGAN.plusSeconds(90), 'incomplete', 3,
            new AuditRun.Coverage(share, share, share), found, { true }))
        [200, 200, 201, 429, 500].each { metrics.requested(OptionalInt.of(it)) }
        metrics.requested(OptionalInt.empty())

        when:
        def lines = get('/metrics').body().readLines()

        then:
        lines.containsAll([
            'linkspan_findings{kind="missing",severity="error"} 2.0',
            'linkspan_findings_suppressed{kind="unmanaged",severity="warning"} 1.0',
            'linkspan_coverage_looked{of="projects"} 2.0',
            'linkspan_coverage_all{of="endpoints"} 3.0',
            'linkspan_audit_duration_seconds 90.0',
            'linkspan_requests_total{status="2xx"} 3.0',
            'linkspan_requests_total{status="none"} 1.0',
            'linkspan_requests_limited_total 1.0'])
        lines.any { it.startsWith('linkspan_audit_timestamp_seconds{audit="any"}') }
        !lines.any { it.startsWith('linkspan_audit_timestamp_seconds{audit="complete"}') }
    }

    private HttpResponse<String> get(String path) {
        send(HttpRequest.newBuilder(uri(path)))
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString())
    }

    private URI uri(String path) {
        URI.create("http://127.0.0.1:${pages.address().port}$path")
    }
}
