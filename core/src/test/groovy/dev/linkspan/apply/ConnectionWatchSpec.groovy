package dev.linkspan.apply

import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.connect.Lack
import dev.linkspan.diagnostic.SourceRef
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Cluster
import dev.linkspan.model.ClusterState
import dev.linkspan.model.Declaration
import dev.linkspan.model.DeclaredEndpoint
import dev.linkspan.model.DeclaredProject
import dev.linkspan.model.DeclaredService
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.PrivateConnectionString
import dev.linkspan.model.PrivateConnectionString.Passage
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Region
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.UnmanagedPolicy
import dev.linkspan.observe.Observer
import dev.linkspan.plan.Guard
import dev.linkspan.plan.Planner
import dev.linkspan.time.TestTime
import java.time.Duration
import java.util.concurrent.Executor
import spock.lang.Specification

/** What a run learns of connection strings once its endpoints are ready. */
class ConnectionWatchSpec extends Specification {

    static final HERE = new SourceRef('spec.groovy', 1, 1, '')
    static final A = 'vpce-0aaaaaaaaaaaaaaaa'
    static final B = 'vpce-0bbbbbbbbbbbbbbbb'
    static final C = 'vpce-0cccccccccccccccc'
    /** When Atlas has made an endpoint and it has been seen. */
    static final ENDPOINT_SEEN = Duration.ofSeconds(15)
    static final LIMIT = Duration.ofMinutes(15)

    def time = new TestTime()
    def atlas = new FakeAtlas(time)
    Executor lanes = { it.run() }
    List<ApplyEvent> events = []
    def applier = applier(Patience.standard())

    def 'the strings of new endpoints are waited for and shown, with one call for a look however many endpoints there are'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.clustersOf = { [cluster(state: isPast(100) ? 'IDLE' : 'UPDATING', strings: isPast(100) ? [A, B] : [])] }

        when:
        def report = apply('us-east-1': [A, B])

        then:
        report.done
        report.connections().complete
        !report.connections().due
        strings(report) == [(A): ["srv-$A"], (B): ["srv-$B"]]

        and: 'looks come at once, and then at intervals that grow from ten seconds by a quarter'
        looks() == 7
        time.elapsed == ENDPOINT_SEEN + Duration.ofMillis(10000 + 12500 + 15625 + 19531 + 24414 + 30517)
        report.took() == time.elapsed
    }

    def 'an endpoint that is #what costs #count looks'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', standing)
        if (status) {
            atlas.mark(PROJECT, A, status)
        }
        atlas.clustersOf = { [cluster(strings: [A, B])] }
        if (status == 'PENDING') {
            atlas.onCall = { if (isPast(60)) { atlas.mark(PROJECT, A, 'AVAILABLE') } }
        }

        when:
        def report = apply(Guard.allowingDelete(), ['us-east-1': wanted])

        then:
        report.done
        looks() == count
        report.connections().endpoints()*.endpoint()*.toString() == shown.collect { "$PROJECT/aws/us-east-1/$it".toString() }

        where:
        what                     | standing | status    | wanted || count | shown
        'as it was'              | [A]      | null      | [A]    || 0     | []
        'deleted'                | [A, B]   | null      | [B]    || 0     | []
        'new'                    | [B]      | null      | [A, B] || 1     | [A]
        'replaced'               | [A, B]   | 'FAILED'  | [A, B] || 1     | [A]
        'settling and then ready'| [A, B]   | 'PENDING' | [A, B] || 1     | [A]
    }

    def 'an endpoint that did not become ready is not asked about, and another of the same run is'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.fates[A] = 'REJECTED'

        when:
        def report = apply('us-east-1': [A, B])

        then:
        !report.done
        strings(report) == [(B): []]
        report.connections().endpoints()[0].lack().get().kind() == Lack.Kind.NO_CLUSTER
        looks() == 1
    }

    def 'where nothing will come by itself there is one look: #kind'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.clustersOf = { [cluster(options)] }

        when:
        def report = apply('us-east-1': [A])

        then:
        looks() == 1
        !report.connections().due
        lack(report).kind() == kind

        where:
        options                        || kind
        [isPaused: true]               || Lack.Kind.CLUSTER_PAUSED
        [regions: [VIRGINIA, IRELAND]] || Lack.Kind.REGION_WITHOUT_ENDPOINT
        [state: 'DELETING']            || Lack.Kind.CLUSTER_DELETING
    }

    def 'endpoints that were ready before count for their region, unless this run takes them away'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.standing(PROJECT, 'eu-west-1', [B, C])
        atlas.clustersOf = { [cluster(regions: [VIRGINIA, IRELAND], strings: isPast(60) ? [A] : [])] }
        def ready = [Address.service(PROJECT, IRELAND).endpoint(EndpointId.aws(B))]

        when:
        def report = apply(Guard.allowingDelete(), ['us-east-1': [A], 'eu-west-1': wanted], ready)

        then:
        strings(report) == [(A): shown]
        (looks() > 1) == waits

        where:
        wanted || waits | shown
        [B]    || true  | ["srv-$A"]
        [C]    || false | []
    }

    def 'after a quarter of an hour the run ends, and says what is still due'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.clustersOf = { [cluster(state: state)] }

        when:
        def report = apply('us-east-1': [A])

        then:
        report.done
        report.connections().complete
        report.connections().due
        lack(report).kind() == kind
        time.elapsed == ENDPOINT_SEEN + LIMIT

        where:
        state      || kind
        'UPDATING' || Lack.Kind.CLUSTER_AT_WORK
        'IDLE'     || Lack.Kind.NOT_PUBLISHED
    }

    def 'nobody sleeps less than nothing where time passes between one glance at the clock and the next [#lag]'() {
        given:
        def ticking = new TestTime() {
            @Override
            synchronized java.time.Instant instant() {
                pass(Duration.ofMillis(7))
                super.instant()
            }
        }
        def slept = []
        def here = Address.service(PROJECT, VIRGINIA).endpoint(EndpointId.aws(A))
        atlas.clustersOf = { [cluster(state: 'UPDATING')] }
        def watch = new ConnectionWatch(atlas, lanes, ticking, {
            slept << it
            ticking.pass(Duration.ofMillis(Math.max(0, it.toMillis() - lag)))
        }, Patience.standard(), new Cancellation(), { })

        when:
        watch.toTheEnd(new Arrivals([(PROJECT): [here] as TreeSet] as TreeMap, [here] as TreeSet))

        then:
        slept.every { !it.negative }

        where:
        lag << (0..30)
    }

    def 'against a fast emulator the longest wait is shorter by as much'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])
        atlas.mark(PROJECT, A, 'PENDING')
        atlas.clustersOf = { [cluster(state: 'UPDATING')] }
        def planned = plan([(PROJECT): ['us-east-1': [A]]], Guard.strict())
        atlas.mark(PROJECT, A, 'AVAILABLE')

        when:
        applier(new Patience(Duration.ofHours(1), Duration.ofHours(1), Optional.empty(), 60)).apply(planned, { })

        then:
        time.elapsed - Duration.ofMillis(166) < Duration.ofSeconds(15) + Duration.ofMillis(2)
        time.elapsed >= Duration.ofSeconds(15)
    }

    def 'a run that may wait #limit in all waits for strings what is left of that, with #looks looks'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.clustersOf = { [cluster(state: 'UPDATING')] }
        applier = applier(Patience.standard().within(Duration.parse(limit)))

        when:
        def report = apply('us-east-1': [A])

        then:
        report.done
        lack(report).kind() == Lack.Kind.CLUSTER_AT_WORK
        time.elapsed == Duration.parse(limit)
        this.looks() == looks

        where:
        limit   | looks
        'PT40S' | 4
        'PT15S' | 1
    }

    def 'a run that waits for nothing looks once'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1')
        def planned = plan([(PROJECT): ['us-east-1': [A]]], Guard.strict())
        atlas.createEndpoint(PROJECT, id, EndpointId.aws(A), EndpointAttributes.NONE)
        time.pass(FakeAtlas.ENDPOINT_TIME)
        atlas.clustersOf = { [cluster(state: 'UPDATING')] }
        applier = applier(Patience.standard().none())
        def before = time.elapsed

        when:
        def report = apply(planned)

        then:
        report.done
        this.looks() == 1
        time.elapsed == before
    }

    def 'each project is asked once for each look, and no longer than it has to be'() {
        given:
        [PROJECT, OTHER_PROJECT].each { atlas.standing(it, 'us-east-1') }
        atlas.clustersOf = { it == PROJECT ? [cluster(strings: [A])] : [cluster(strings: isPast(30) ? [B] : [])] }

        when:
        def report = apply(plan([(PROJECT): ['us-east-1': [A]], (OTHER_PROJECT): ['us-east-1': [B]]], Guard.strict()))

        then:
        strings(report) == [(A): ["srv-$A"], (B): ["srv-$B"]]
        atlas.calls.findAll { it.startsWith('clusters') }*.toString() ==
            ["clusters $PROJECT", "clusters $OTHER_PROJECT", "clusters $OTHER_PROJECT", "clusters $OTHER_PROJECT"]*.toString()
    }

    def 'what cannot be read is a blind spot with its reason, and the rest is shown'() {
        given:
        [PROJECT, OTHER_PROJECT].each { atlas.standing(it, 'us-east-1') }
        atlas.clustersOf = { [cluster(strings: [A, B])] }
        atlas.refuse("clusters $PROJECT", FakeAtlas.problem(Kind.FORBIDDEN, 'GET answered 403'))

        when:
        def report = apply(plan([(PROJECT): ['us-east-1': [A]], (OTHER_PROJECT): ['us-east-1': [B]]], Guard.strict()))

        then:
        report.done
        !report.connections().complete
        strings(report) == [(B): ["srv-$B"]]
        with(report.connections().blindSpots().first()) {
            address() == Address.of(PROJECT)
            why() == 'GET answered 403'
            remedy() == 'do this'
        }
        looks() == 2
    }

    def 'a passing problem is looked past'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.clustersOf = { [cluster(strings: [A])] }
        atlas.refuse('clusters', FakeAtlas.problem(Kind.UNAVAILABLE, 'GET answered 503'), 2)

        when:
        def report = apply('us-east-1': [A])

        then:
        report.connections().complete
        strings(report) == [(A): ["srv-$A"]]
        looks() == 3
    }

    def 'a problem that #what'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        int looked = 0
        atlas.clustersOf = {
            if (++looked > seen) {
                throw FakeAtlas.problem(kind, "GET answered $kind")
            }
            [cluster(state: 'UPDATING')]
        }

        when:
        def report = apply('us-east-1': [A])

        then:
        report.connections().blindSpots()*.why() == unread
        report.connections().due == due
        time.elapsed == ENDPOINT_SEEN + waited

        where:
        what                                         | seen | kind             || unread                     | due   | waited
        'never passes leaves nothing to say'         | 0    | Kind.UNAVAILABLE || ['GET answered UNAVAILABLE'] | false | LIMIT
        'begins after a look leaves what was seen'   | 1    | Kind.UNREACHABLE || []                         | true  | LIMIT
        'is there for good ends the wait'            | 1    | Kind.FORBIDDEN   || ['GET answered FORBIDDEN'] | false | Duration.ofSeconds(10)
    }

    def 'a cancelled run waits no longer, and says what it saw'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.clustersOf = { [cluster(state: 'UPDATING')] }
        time.onSleep = { if (looks() == 2) { applier.cancel() } }

        when:
        def report = apply('us-east-1': [A])

        then:
        looks() == 2
        report.done
        lack(report).kind() == Lack.Kind.CLUSTER_AT_WORK
    }

    def 'a run that is cancelled before it has looked says so'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        def planned = plan([(PROJECT): ['us-east-1': [A]]], Guard.strict())

        when:
        def report = applier.apply(planned, {
            if (it instanceof ApplyEvent.Ended) {
                applier.cancel()
            }
        })

        then:
        looks() == 0
        report.connections().blindSpots()*.why() == ['the run was cancelled before its clusters were looked at']
    }

    def 'whoever watches hears which clusters are waited for, when that changes and every half a minute'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.clustersOf = {
            [cluster(name: 'One', state: isPast(40) ? 'IDLE' : 'UPDATING', strings: isPast(40) ? [A] : []),
             cluster(name: 'Two', state: 'UPDATING', strings: isPast(200) ? [A] : [])]
                .collect { isPast(200) ? cluster(name: it.name(), strings: [A]) : it }
        }

        when:
        apply('us-east-1': [A])
        def told = events.findAll { it instanceof ApplyEvent.Connecting }

        then:
        told.collect { [it.clusters()*.name(), it.since().toSeconds()] } == [
            [['One', 'Two'], 0], [['Two'], 38], [['Two'], 82], [['Two'], 112], [['Two'], 150]]
    }

    def 'a fault of our own is not taken for one of Atlas'() {
        given:
        atlas.standing(PROJECT, 'us-east-1')
        atlas.clustersOf = { throw new IllegalStateException('a fault of ours') }

        when:
        apply('us-east-1': [A])

        then:
        def fault = thrown(IllegalStateException)
        fault.message == 'a fault of ours'
    }

    // ---- how it is set up

    private Applier applier(Patience patience) {
        new Applier(atlas, lanes, time, time, patience)
    }

    private boolean isPast(int seconds) {
        time.elapsed >= Duration.ofSeconds(seconds)
    }

    private int looks() {
        atlas.calls.count { it.startsWith('clusters ') }
    }

    private ApplyReport apply(Map<String, List<String>> services) {
        apply(Guard.strict(), services)
    }

    private ApplyReport apply(Guard guard, Map<String, List<String>> services, Collection<Address> ready = []) {
        apply(plan([(PROJECT): services], guard), ready)
    }

    private ApplyReport apply(plan, Collection<Address> ready = []) {
        atlas.calls.clear()
        applier.apply(plan, ready, { events << it })
    }

    private plan(Map<ProjectId, Map<String, List<String>>> projects, Guard guard) {
        def declared = projects.collect { project, services ->
            new DeclaredProject(project, Optional.empty(), UnmanagedPolicy.REPORT, false,
                Declaration.keyed(services.collect { region, endpoints -> service(region, endpoints) }, { it.key() }), HERE)
        }
        Planner.plan(new Observer(atlas, lanes).survey(Declaration.of(declared)).comparison(), guard)
    }

    private static DeclaredService service(String region, List<String> endpoints) {
        new DeclaredService(
            ServiceKey.of(Regions.parse(CloudProvider.AWS, region)), Optional.empty(), false,
            DeclaredService.keyed(endpoints.collect { new DeclaredEndpoint(EndpointId.aws(it), EndpointAttributes.NONE, false, HERE) }),
            HERE)
    }

    private static Cluster cluster(Map options) {
        new Cluster(
            options.name ?: 'Cluster0',
            new ClusterState(options.state ?: 'IDLE'),
            options.isPaused ?: false,
            true,
            (options.regions ?: [VIRGINIA]) as TreeSet<Region>,
            (options.strings ?: []).collect { string(it) })
    }

    private static PrivateConnectionString string(String endpoint) {
        new PrivateConnectionString(Optional.of("srv-$endpoint".toString()), Optional.empty(), Optional.empty(),
            [new Passage(EndpointId.aws(endpoint), Optional.empty())])
    }

    /** By endpoint, of all clusters together. */
    private static Map<String, List<String>> strings(ApplyReport report) {
        report.connections().endpoints().collectEntries { paths ->
            [paths.endpoint().endpoint().get().value(), paths.clusters().collectMany { it.strings()*.text() }]
        }
    }

    private static Lack lack(ApplyReport report) {
        report.connections().endpoints()[0].clusters()[0].lack().get()
    }
}
