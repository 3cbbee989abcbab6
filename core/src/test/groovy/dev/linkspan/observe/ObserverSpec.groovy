package dev.linkspan.observe

import dev.linkspan.time.TestTime
import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProject
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.diagnostic.SourceRef
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.DeclaredProject
import dev.linkspan.model.DeclaredService
import dev.linkspan.model.Declaration
import dev.linkspan.model.ProjectId
import dev.linkspan.model.ProjectName
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectRef
import dev.linkspan.model.Refusal
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.UnmanagedPolicy
import java.util.concurrent.Executors
import spock.lang.Specification

class ObserverSpec extends Specification {

    static final ONE = new ProjectId('5e2211c17a3e5a48f5497de3')
    static final TWO = new ProjectId('5e2211c17a3e5a48f5497de4')
    static final A = 'vpce-0aaaaaaaaaaaaaaaa'
    static final B = 'vpce-0bbbbbbbbbbbbbbbb'
    static final C = 'vpce-0cccccccccccccccc'
    static final US = Regions.parse(CloudProvider.AWS, 'us-east-1')

    def atlas = new FakeAtlas(new TestTime())

    def 'a project with S services and E endpoints costs exactly 1 + E calls'() {
        given:
        atlas.standing(ONE, 'us-east-1', [A, B])
        atlas.standing(ONE, 'us-west-2', [])

        when:
        survey(project(ONE, ['us-east-1', 'us-west-2']))

        then:
        atlas.calls.sort(false) == ["endpoint $ONE $A", "endpoint $ONE $B", "services $ONE AWS"]*.toString()
    }

    def 'regional mode costs one call, and only where it is declared'() {
        when:
        def survey = survey(project(ONE, ['us-east-1'], true), project(TWO, ['us-east-1']))

        then:
        atlas.calls.count { it == "regionalMode $ONE".toString() } == 1
        atlas.calls.size() == 3
        survey.observation().projects()[ONE].regionalMode() == Optional.of(false)
        survey.observation().projects()[TWO].regionalMode() == Optional.empty()
    }

    def 'a project that declares no service is looked at on AWS'() {
        when:
        survey(project(ONE, []))

        then:
        atlas.calls == ["services $ONE AWS".toString()]
    }

    def 'names are looked up by one call for all, and only where one is declared'() {
        given:
        atlas.visible = [new AtlasProject(ONE, 'payments'), new AtlasProject(TWO, 'orders')]

        when:
        def survey = survey(project(new ProjectName('orders'), ['us-east-1']), project(new ProjectName('payments'), ['us-east-1']))

        then:
        atlas.calls.count { it == 'projects' } == 1
        survey.declaration().projects().keySet() as List == [ONE, TWO]
        survey.observation().projects()[TWO].name() == Optional.of('orders')
    }

    def 'a name that nobody sees is a blind spot, and the rest is still read'() {
        given:
        atlas.visible = [new AtlasProject(ONE, 'payments')]

        when:
        def survey = survey(project(new ProjectName('payment'), ['us-east-1']), project(ONE, ['us-east-1']))

        then:
        survey.observation().blindSpots()*.why() == ["these credentials see no project named 'payment'"]
        survey.observation().projects().keySet() as List == [ONE]
    }

    def 'a name that two projects have is a blind spot that names both ids'() {
        given:
        atlas.visible = [new AtlasProject(ONE, 'payments'), new AtlasProject(TWO, 'payments')]

        expect:
        survey(project(new ProjectName('payments'), [])).observation().blindSpots()[0].remedy() ==
            "Use its id: $ONE or $TWO."
    }

    def 'names that cannot be looked up at all are blind spots'() {
        given:
        atlas.refuse('projects', FakeAtlas.problem(AtlasProblem.Kind.UNAVAILABLE, 'GET /groups answered 503'))

        when:
        def survey = survey(project(new ProjectName('payments'), []))

        then:
        survey.observation().blindSpots()*.why() == ['GET /groups answered 503']
        survey.sawNothing()
    }

    def 'only what an address names is read: #what'() {
        given:
        atlas.standing(ONE, 'us-east-1', [A, B])
        atlas.standing(ONE, 'us-west-2', [C])
        atlas.calls.clear()

        when:
        def observed = new Observer(atlas, { it.run() }).observe([address])

        then:
        atlas.calls.toSorted() == calls*.toString()
        observed.projects()[ONE].endpoints().keySet()*.endpoint()*.get()*.value() == endpoints

        where:
        what         | address                                                                       || calls                                                                                       | endpoints
        'a project'  | Address.of(ONE)                                                               || ["endpoint $ONE $A", "endpoint $ONE $B", "endpoint $ONE $C", "services $ONE AWS", "services $ONE AZURE", "services $ONE GCP"] | [A, B, C]
        'a cloud'    | Address.provider(ONE, CloudProvider.AZURE)                                    || ["services $ONE AZURE"]                                                                     | []
        'a service'  | Address.service(ONE, US)                                                      || ["endpoint $ONE $A", "endpoint $ONE $B", "services $ONE AWS"]                               | [A, B]
        'an endpoint' | Address.service(ONE, US).endpoint(EndpointId.aws(B))                         || ["endpoint $ONE $B", "services $ONE AWS"]                                                   | [B]
    }

    def 'addresses under names get ids by one list of projects, and those under ids need none'() {
        given:
        atlas.visible = [new AtlasProject(ONE, 'payments'), new AtlasProject(TWO, 'orders')]
        def observer = new Observer(atlas, { it.run() })

        expect:
        observer.known([Address.parse('orders/aws'), Address.parse("$ONE/aws/us-east-1")])*.toString() == ["$ONE/aws/us-east-1", "$TWO/aws"]*.toString()
        atlas.calls == ['projects']

        when:
        atlas.calls.clear()
        observer.known([Address.of(ONE)])

        then:
        atlas.calls.empty

        when:
        observer.known([Address.parse('order/aws')])

        then:
        def refusal = thrown(Refusal)
        refusal.summary() == "these credentials see no project named 'order'"
    }

    def 'one project under its name and its id is an error that shows both places'() {
        given:
        atlas.visible = [new AtlasProject(ONE, 'payments')]

        when:
        def survey = survey(project(ONE, [], null, 3), project(new ProjectName('payments'), [], null, 9))

        then:
        def fault = survey.diagnostics().all()[0]
        fault.id() == 'project-declared-twice'
        fault.source().get().line() == 9
        fault.related().get().source().line() == 3
        !atlas.calls.any { it.startsWith('services') }
    }

    def 'what cannot be read is a blind spot at its own address'() {
        given:
        atlas.standing(ONE, 'us-east-1', [A, B])
        atlas.refuse("endpoint $ONE $A", FakeAtlas.problem(AtlasProblem.Kind.UNAVAILABLE, 'GET answered 500'))
        atlas.refuse("regionalMode $ONE", FakeAtlas.problem(AtlasProblem.Kind.FORBIDDEN, 'GET answered 403'))
        atlas.refuse("services $TWO", FakeAtlas.problem(AtlasProblem.Kind.PROJECT_NOT_FOUND, 'GET answered 404'))

        when:
        def survey = survey(project(ONE, ['us-east-1'], true), project(TWO, ['us-east-1']))

        then:
        survey.observation().blindSpots().collect { it.address().toString() } ==
            ["$ONE/regional-mode", "$ONE/aws/us-east-1/$A", "$TWO/aws"]*.toString()
        survey.observation().projects()[ONE].endpoints().size() == 1
        !survey.sawNothing()
    }

    def 'a fault of our own is not taken for a blind spot'() {
        given:
        def broken = Stub(dev.linkspan.atlas.Atlas) {
            services(*_) >> { throw new IllegalStateException('ours') }
        }

        when:
        new Observer(broken, { it.run() }).survey(Declaration.of([project(ONE, [])]))

        then:
        def fault = thrown(IllegalStateException)
        fault.message == 'ours'
    }

    def 'many lanes see the same as one'() {
        given:
        def regions = Regions.of(CloudProvider.AWS)*.cloudName()
        regions.eachWithIndex { region, i ->
            atlas.standing(ONE, region, (0..4).collect { String.format('vpce-%017x', i * 10 + it) })
        }
        def pool = Executors.newFixedThreadPool(8)

        when:
        def wide = new Observer(atlas, pool).survey(Declaration.of([project(ONE, regions)]))

        then:
        wide.observation() == survey(project(ONE, regions)).observation()
        wide.observation().projects()[ONE].endpoints().size() == regions.size() * 5

        cleanup:
        pool.shutdownNow()
    }

    private Survey survey(DeclaredProject... projects) {
        new Observer(atlas, { it.run() }).survey(Declaration.of(projects as List))
    }

    private static DeclaredProject project(ProjectRef ref, List<String> regions, Boolean regionalMode = null, int line = 1) {
        def here = new SourceRef('spec.groovy', line, 1, '')
        def services = regions.collect {
            new DeclaredService(ServiceKey.of(Regions.parse(CloudProvider.AWS, it)), Optional.empty(), false, [:] as TreeMap, here)
        }
        new DeclaredProject(ref, Optional.ofNullable(regionalMode), UnmanagedPolicy.REPORT, false,
                Declaration.keyed(services, { it.key() }), here)
    }

    def 'projects are handed over one by one, each with what was read of it alone'() {
        given:
        atlas.standing(ONE, 'us-east-1', [A])
        atlas.standing(TWO, 'us-east-1', [B])
        def handed = [:]

        when:
        def faults = new Observer(atlas, { it.run() }).surveyEach(Declaration.of([project(ONE, ['us-east-1']), project(TWO, ['us-east-1'])]), false) {
            handed[it.declaration().projects().firstKey()] = it.observation().projects().values()*.endpoints()*.keySet()*.first()*.endpoint()*.get()*.value()
        }

        then:
        faults.isEmpty()
        handed == [(ONE): [A], (TWO): [B]]
    }

    def 'services are listed for one call for each cloud, with the ids of their endpoints'() {
        given:
        atlas.standing(ONE, 'us-east-1', [A, B])
        atlas.standing(TWO, 'us-east-1', [])
        def seen = []

        when:
        new Observer(atlas, { it.run() }).listEach([new AtlasProject(TWO, 'orders'), new AtlasProject(ONE, '')], [CloudProvider.AWS] as Set) { seen << it }

        then:
        atlas.calls.sort(false) == ["services $ONE AWS", "services $TWO AWS"]*.toString()
        seen*.project()*.name() == [Optional.empty(), Optional.of('orders')]
        seen[0].project().services().values().first().endpointIds()*.value() == [A, B]
        seen[0].project().endpoints().isEmpty()
    }

    def 'clusters are listed only where they are asked for and an endpoint is ready'() {
        given:
        atlas.standing(ONE, 'us-east-1', endpoints)

        when:
        new Observer(atlas, { it.run() }).sightEach([new AtlasProject(ONE, 'payments')], isAsked) { }

        then:
        atlas.calls.count { it.startsWith('clusters') } == calls

        where:
        endpoints | isAsked || calls
        [A, B]    | true    || 1
        [A, B]    | false   || 0
        []        | true    || 0
    }
}
