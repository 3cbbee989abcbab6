package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.wire.Admission
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Regions
import dev.linkspan.model.Secret
import dev.linkspan.model.ServiceKey
import dev.linkspan.time.TestTime
import java.time.Duration
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Each fault that the emulator knows ends in a survived repeat or in one clear problem, after so many requests. */
class EmulatedFaultsSpec extends Specification {

    static final ProjectId PROJECT = new ProjectId(AtlasEmulator.DEMO_PROJECT)

    TestTime time = new TestTime()
    List<RequestLog.Line> log = [].asSynchronized()

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().start()

    @AutoCleanup
    HttpAtlas atlas = connect(new Credentials.AccessToken(new Secret(AtlasEmulator.DEMO_ACCESS_TOKEN)))

    private HttpAtlas connect(Credentials credentials, Duration longestRead = Duration.ofSeconds(30)) {
        HttpAtlas.connect(AtlasSettings.of(URI.create(emulator.baseUrl()), credentials)
            .with(new AtlasSettings.Surroundings(time, time, StubbedSpecification.withoutJitter()))
            .with({ log << it } as RequestLog)
            .with(new AtlasSettings.Timeouts(Duration.ofSeconds(30), longestRead)))
    }

    private static Kind kindOfProblem(Closure<?> call) {
        try {
            call()
            null
        } catch (AtlasProblem e) {
            e.kind()
        }
    }

    private HttpAtlas withKey() {
        connect(new Credentials.ApiKey(AtlasEmulator.DEMO_PUBLIC_KEY, new Secret(AtlasEmulator.DEMO_PRIVATE_KEY)))
    }

    def 'a read survives two times #fault'() {
        given:
        emulator.addFault("$fault on GET /groups/... times 2")

        expect:
        atlas.services(PROJECT, CloudProvider.AWS).empty
        emulator.requests().size() == 3

        where:
        fault << ['429', '500', '502-html', '503', 'reset', 'lost', 'garbage', 'truncated']
    }

    def 'a read that meets #fault for ever is #kind after #requests requests'() {
        given:
        emulator.addFault("$fault on GET /groups/...")

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == kind
        problem.message.startsWith("GET /api/atlas/v2/groups/$PROJECT/privateEndpoint/AWS/endpointService: ")
        problem.remedy()
        emulator.requests().size() == requests

        where:
        fault                   || kind              | requests
        '402'                   || Kind.PAYMENT      | 1
        '403'                   || Kind.FORBIDDEN    | 1
        'access-list'           || Kind.ACCESS_LIST  | 1
        'stale'                 || Kind.UNAUTHORIZED | 1
        '429'                   || Kind.RATE_LIMITED | 9
        '500'                   || Kind.UNAVAILABLE  | 6
        '502-html'              || Kind.UNAVAILABLE  | 6
        '503'                   || Kind.UNAVAILABLE  | 6
        'garbage'               || Kind.UNREADABLE   | 3
        'truncated'             || Kind.UNREACHABLE  | 6
    }

    def 'a server that is too slow is asked thrice, and may get better'() {
        given:
        emulator.addFault("slow 2s on GET /groups/... times $times")
        def hasty = connect(new Credentials.AccessToken(new Secret(AtlasEmulator.DEMO_ACCESS_TOKEN)), Duration.ofMillis(500))

        when:
        def outcome = kindOfProblem { hasty.services(PROJECT, CloudProvider.AWS) }

        then:
        outcome == kind
        log*.attempt() == [1, 2, 3]

        cleanup:
        hasty.close()

        where:
        times || kind
        2     || null
        3     || Kind.UNREACHABLE
    }

    def 'a create that meets #fault is sent once, is in doubt, and is there if it was done'() {
        given:
        emulator.addFault("$fault on POST /groups/... times 1")

        when:
        atlas.createService(PROJECT, ServiceKey.of(Regions.parse(CloudProvider.AWS, 'us-east-1')), Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.ambiguous
        emulator.requests()*.method() == ['POST']
        emulator.state().project(AtlasEmulator.DEMO_PROJECT).services().size() == (isDone ? 1 : 0)

        where:
        fault       | isDone
        '500'       | false
        '502-html'  | false
        '503'       | false
        'reset'     | false
        'lost'      | true
        'garbage'   | true
        'truncated' | true
    }

    def 'a create that meets #fault is refused and not in doubt'() {
        given:
        emulator.addFault("$fault on POST /groups/... times 1")

        when:
        atlas.createService(PROJECT, ServiceKey.of(Regions.parse(CloudProvider.AWS, 'us-east-1')), Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        !problem.ambiguous
        emulator.requests().size() == 1

        where:
        fault << ['402', '403', 'access-list']
    }

    def 'a create waits for a 429 and is carried out once'() {
        given:
        emulator.addFault('429 on POST /groups/... times 2 retry-after 7')

        when:
        atlas.createService(PROJECT, ServiceKey.of(Regions.parse(CloudProvider.AWS, 'us-east-1')), Optional.empty())

        then:
        emulator.requests()*.status() == [429, 429, 201]
        time.slept == [Duration.ofSeconds(7)] * 2
    }

    def 'a removal whose answer is lost is repeated'() {
        given:
        def service = atlas.createService(PROJECT, ServiceKey.of(Regions.parse(CloudProvider.AWS, 'us-east-1')), Optional.empty())
        emulator.clearRequests()
        emulator.addFault('lost on DELETE /groups/... times 1')

        expect:
        atlas.deleteService(PROJECT, CloudProvider.AWS, service.id())
        emulator.requests()*.method() == ['DELETE'] * 2
    }

    def 'signed reads survive a storm in which every third request fails'() {
        given:
        def kinds = ['lost', 'reset', 'stale', '503', 'truncated', 'garbage', '429', '502-html']
        96.times { emulator.addFault("${kinds[it % kinds.size()]} on GET /groups/... times 1 after ${it * 3}") }
        def signed = withKey()

        expect:
        (1..300).every { signed.services(PROJECT, CloudProvider.AWS).empty }
        emulator.requests()*.fault().findAll { it.present }.size() == 96

        cleanup:
        signed.close()
    }

    def 'a small rate limit is kept without a single 429'() {
        given:
        emulator.close()
        emulator = AtlasEmulator.builder().clock(time).rateLimit(40, 20, Duration.ofMinutes(1)).start()
        def modest = connect(new Credentials.AccessToken(new Secret(AtlasEmulator.DEMO_ACCESS_TOKEN)))

        when:
        120.times { modest.services(PROJECT, CloudProvider.AWS) }

        then:
        emulator.requests()*.status() == [200] * 120

        cleanup:
        modest.close()
    }

    def 'nonces that all grow stale at once are replaced'() {
        given:
        def signed = withKey()
        signed.services(PROJECT, CloudProvider.AWS)
        emulator.addFault('stale on GET /groups/... times 1')
        emulator.clearRequests()

        when:
        signed.services(PROJECT, CloudProvider.AWS)

        then:
        emulator.requests()*.status() == [401, 200]

        cleanup:
        signed.close()
    }

    def 'a token that is revoked is replaced'() {
        given:
        def account = connect(new Credentials.ServiceAccount(
            AtlasEmulator.DEMO_CLIENT_ID, new Secret(AtlasEmulator.DEMO_CLIENT_SECRET)))
        account.services(PROJECT, CloudProvider.AWS)
        emulator.addFault('stale on GET /groups/... times 1')
        emulator.clearRequests()

        when:
        account.services(PROJECT, CloudProvider.AWS)

        then:
        emulator.requests()*.status() == [401, 200, 200]

        cleanup:
        account.close()
    }

    def '64 threads on 8 lanes cost 8 challenges at most and replay nothing'() {
        given:
        def signed = withKey()
        def pool = Executors.newFixedThreadPool(64)

        when:
        pool.invokeAll((1..64).collect { ({ 10.times { signed.services(PROJECT, CloudProvider.AWS) } } as Callable) })*.get()
        def admissions = emulator.requests().countBy { it.admission() }

        then:
        admissions[Admission.AUTHORISED] == 640
        admissions[Admission.CHALLENGED] in 1..8
        admissions.keySet() == [Admission.AUTHORISED, Admission.CHALLENGED] as Set

        cleanup:
        pool.shutdownNow()
        signed.close()
    }
}
