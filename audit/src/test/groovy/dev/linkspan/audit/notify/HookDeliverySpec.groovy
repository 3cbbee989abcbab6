package dev.linkspan.audit.notify

import com.fasterxml.jackson.databind.ObjectMapper
import com.sun.net.httpserver.HttpExchange
import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Severity
import dev.linkspan.audit.report.SampleReports
import dev.linkspan.model.Secret
import dev.linkspan.time.Sleeper
import java.net.http.HttpConnectTimeoutException
import java.nio.channels.UnresolvedAddressException
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Notifications by webhook, on their way to a server. */
class HookDeliverySpec extends Specification {

    static final NOW = Instant.parse('2026-11-22T03:00:00Z')

    @AutoCleanup
    HookServer server = HookServer.start()
    @Shared
    @TempDir
    Path folder

    final List<Duration> slept = []
    final List<String> repeats = []
    Sleeper sleeper = { Duration pause -> slept << pause }

    def "Slack gets a text, and other programs a document"() {
        when:
        def undelivered = tell(new NotificationTarget.Slack(server.hook), new NotificationTarget.Webhook(server.hook))

        then:
        undelivered.empty
        slept.empty
        server.paths.unique() == ["/services/$HookServer.TOKEN"]
        server.headers*.'Content-type'.unique() == ['application/json; charset=utf-8']
        json(server.bodies[0]).text.startsWith('*Linkspan audit: 10 found')
        json(server.bodies[1]).format == 'linkspan.notification/1'
    }

    def "nothing is sent when there is nothing to tell"() {
        expect:
        tell(SampleReports.clean(), hook()).empty
        server.bodies.empty
    }

    def "a webhook hears that nothing could be looked at"() {
        expect:
        notifier([hook()]).tellHindered('GET /groups: 401', 'Check the key.').empty
        json(server.bodies[0]).failure == [why: 'GET /groups: 401', remedy: 'Check the key.']
    }

    def "what the server may take later is sent again, the very same: #status"() {
        given:
        server.answering(status).answering(status)

        when:
        def undelivered = tell(hook())

        then:
        undelivered.empty
        server.bodies.size() == 3
        server.bodies.unique().size() == 1
        slept == [Duration.ofSeconds(2), Duration.ofSeconds(4)]
        repeats == ["webhook notification: localhost answered $status, in PT2S", "webhook notification: localhost answered $status, in PT4S"]

        where:
        status << [429, 500, 502, 503, 504, 408]
    }

    def "a server is left alone as long as it asks: #header"() {
        given:
        server.answering(429, ['Retry-After': header])

        expect:
        tell(hook()).empty
        slept == [pause]

        where:
        header                          || pause
        '17'                            || Duration.ofSeconds(17)
        '60'                            || Duration.ofSeconds(60)
        '0'                             || Duration.ZERO
        'Sun, 22 Nov 2026 03:00:25 GMT' || Duration.ofSeconds(25)
        'Sun, 22 Nov 2026 02:00:00 GMT' || Duration.ZERO
        'soon'                          || Duration.ofSeconds(2)
        '-5'                            || Duration.ofSeconds(2)
    }

    def "what a server asks for once does not hold for the next pause"() {
        given:
        server.answering(429, ['Retry-After': '30']).answering(500).answering(500)

        expect:
        tell(hook()).empty
        slept*.toSeconds() == [30, 4, 8]
    }

    def "a server that asks for more than a minute is not waited for: #header"() {
        given:
        server.answering(429, ['Retry-After': header])

        expect:
        tell(hook())*.why() == ["localhost answered 429 (try again in $seconds s)"]
        slept.empty
        server.bodies.size() == 1

        where:
        header                          || seconds
        '61'                            || 61
        '999999999'                     || 999999999
        'Sun, 22 Nov 2026 03:02:00 GMT' || 120
    }

    def "five attempts are enough"() {
        given:
        9.times { server.answering(503) }

        expect:
        tell(hook()) == [new Undelivered('webhook notification', 'localhost answered 503', 'See whether the server is well, and run the audit again.')]
        server.bodies.size() == 5
        slept*.toSeconds() == [2, 4, 8, 16]
    }

    def "what no attempt would change is sent once, and the server's words are passed on: #status"() {
        given:
        server.answering(status, [:], "no_service\n")

        when:
        def undelivered = tell(slack())

        then:
        undelivered*.what() == ['Slack notification']
        undelivered*.why() == ["localhost answered $status: no_service"]
        undelivered*.remedy() == ['Check the URL; the webhook may have been revoked or its channel archived.']
        slept.empty
        server.bodies.size() == 1

        where:
        status << [400, 401, 403, 404, 410, 413]
    }

    def "a redirect is not followed, be it to the same host: #location"() {
        given:
        server.answering(status, [Location: location.replace('HERE', "http://localhost:$server.port")])

        when:
        def undelivered = tell(hook())

        then:
        undelivered*.why() == ["localhost answered $status and sends on to $where"]
        undelivered[0].remedy().contains('Redirects are not followed')
        server.paths.size() == 1

        where:
        status | location                                                 || where
        302    | 'https://evil.example/take'                              || 'evil.example'
        307    | 'HERE/other'                                             || 'localhost'
        308    | "/elsewhere/$HookServer.TOKEN"                           || 'another path'
        301    | 'https:// <!channel>'                                    || 'what is no URL'
    }

    def "a connection that ends before any answer is tried again"() {
        given:
        server.answering { HttpExchange it -> it.close() }

        expect:
        tell(hook()).empty
        server.bodies.size() == 2
        slept == [Duration.ofSeconds(2)]
    }

    def "a server that nobody listens at is told of by its host alone"() {
        given:
        def gone = HookUrl.of(new Secret(server.url))
        server.close()

        when:
        def undelivered = tell(new NotificationTarget.Webhook(gone))

        then:
        undelivered*.why() == ['localhost could not be reached']
        slept.size() == 4
    }

    def "what Java says of a connection is put into words, since it may repeat the URL: #fault"() {
        expect:
        HookClient.unanswered(server.hook, fault).message == words

        where:
        fault                                                              || words
        new ConnectException('x').initCause(new UnresolvedAddressException()) || 'localhost is not known: no address was found for it'
        new HttpConnectTimeoutException('HTTP connect timed out')          || 'localhost could not be reached'
        new IOException('at https://localhost/s3cret')                     || 'localhost broke the connection off; it may have taken the notification'
        new IllegalStateException('at https://localhost/s3cret')           || 'localhost could not be sent to'
    }

    def "a success counts with its headers, whatever becomes of the body"() {
        given:
        server.answering { HttpExchange it ->
            it.sendResponseHeaders(200, 1_000_000)
            it.responseBody.write(new byte[10])
            it.responseBody.flush()
        }

        expect:
        tell(hook()).empty
        server.bodies.size() == 1
    }

    def "a server that is slow to answer is given up, and tried again"() {
        given:
        def end = new CountDownLatch(1)
        server.answering { end.await(60, TimeUnit.SECONDS) }

        when:
        def undelivered = tell(Reports.findings(), [hook()], new Wire(Duration.ofSeconds(5), Duration.ofSeconds(1), Optional.empty()))

        then:
        undelivered.empty
        server.bodies.size() > 1
        repeats[0].contains('gave no answer within')

        cleanup:
        end.countDown()
    }

    def "an answer without end is read no further than its beginning"() {
        given:
        server.answering { HttpExchange it ->
            it.sendResponseHeaders(404, 0)
            while (true) {
                it.responseBody.write(('x' * 10_000).bytes)
            }
        }

        expect:
        tell(hook())*.why() == ['localhost answered 404: ' + 'x' * 299 + '…']
    }

    def "nothing of the URL but its host is told, whatever the server repeats"() {
        given:
        def said = "no service at $server.url, that is /services/$HookServer.TOKEN or s3cretTokenOfTheHook"
        server.answering(404, [:], said)

        when:
        def undelivered = tell(slack())
        def all = "$undelivered ${slack()} ${notifier([slack()])} $server.hook".toString()

        then:
        undelivered[0].why() == 'localhost answered 404: no service at (secret), that is (secret) or (secret)'
        !all.contains('s3cretTokenOfTheHook')
        !all.contains('services')
    }

    def "a secret that is cut where the server's words are cut is none that could be told"() {
        given:
        server.answering(404, [:], 'x' * 290 + HookServer.TOKEN.tokenize('/').last())

        expect:
        tell(slack())*.why() == ['localhost answered 404: ' + 'x' * 290 + '(secret)']
    }

    def "what is a fault of ours keeps no other target from being told, and shows no address"() {
        given:
        def targets = [new NotificationTarget.Webhook(server.hook), hook()]
        sleeper = { throw new IllegalStateException("at $server.url") }
        server.answering(503)

        expect:
        tell(*targets)*.why() == ['Linkspan itself is at fault: java.lang.IllegalStateException']
        server.bodies.size() == 2
    }

    def "a target that cannot be reached keeps none of the others from being told"() {
        given:
        server.answering(404)

        expect:
        tell(slack(), hook())*.what() == ['Slack notification']
        server.bodies.size() == 2
    }

    def "an interrupted pause ends the matter"() {
        given:
        server.answering(503)
        sleeper = { throw new InterruptedException() }

        when:
        tell(hook(), hook())

        then:
        thrown(InterruptedException)
        server.bodies.size() == 1
    }

    def "a certificate of a trusted authority for this host is trusted, and no other"() {
        given:
        def trusted = Certificates.of('localhost', folder)
        def tls = HookServer.withTls(Certificates.of(host, folder))

        when:
        def undelivered = tell(Reports.findings(), [new NotificationTarget.Slack(tls.hook)],
            new Wire(Duration.ofSeconds(5), Duration.ofSeconds(5), Optional.of(isTrusted ? Certificates.of(host, folder) : trusted)))

        then:
        undelivered*.why().collect { it.takeWhile { it != ':' } } == told
        tls.bodies.size() == taken

        cleanup:
        tls.close()

        where:
        host            | isTrusted || told                              | taken
        'localhost'     | true      || []                                | 1
        'other.example' | true      || ['localhost could not be trusted'] | 0
        'other.example' | false     || ['localhost could not be trusted'] | 0
    }

    private NotificationTarget slack() {
        new NotificationTarget.Slack(server.hook)
    }

    private NotificationTarget hook() {
        new NotificationTarget.Webhook(server.hook)
    }

    private List<Undelivered> tell(AuditReport report = Reports.findings(), NotificationTarget... targets) {
        notifier(targets as List).tell(report)
    }

    private List<Undelivered> tell(AuditReport report, List<NotificationTarget> targets, Wire wire) {
        notifier(targets, wire).tell(report)
    }

    private Notifier notifier(List<NotificationTarget> targets, Wire wire = Wire.usual()) {
        new Notifier(targets, Severity.NOTE, Clock.fixed(NOW, ZoneOffset.UTC), sleeper,
            { what, why, pause -> repeats << "$what: $why, in $pause".toString() }, wire)
    }

    private static Map json(String text) {
        new ObjectMapper().readValue(text, Map)
    }
}
