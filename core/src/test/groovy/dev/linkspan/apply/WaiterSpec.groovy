package dev.linkspan.apply

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Declaration
import dev.linkspan.model.DeclaredProject
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Regions
import dev.linkspan.model.UnmanagedPolicy
import dev.linkspan.observe.Observer
import dev.linkspan.readiness.Readiness
import dev.linkspan.readiness.Readiness.Verdict
import dev.linkspan.readiness.State
import java.time.Duration

class WaiterSpec extends ApplySpecification {

    static final SERVICE = Address.service(PROJECT, Regions.parse(CloudProvider.AWS, 'us-east-1'))

    def 'what is ready is not waited for'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [A])

        when:
        def report = await('us-east-1': [A])

        then:
        report.readiness().verdict() == Verdict.READY
        report.awaited().empty
        atlas.calls.size() == 2
        time.elapsed == Duration.ZERO
    }

    def 'services are waited for with one list call for each look, and only questions are asked'() {
        given:
        ['us-east-1', 'us-west-2', 'eu-west-1'].each { atlas.standing(PROJECT, it, [], 'INITIATING') }

        when:
        def report = await('us-east-1': [], 'us-west-2': [], 'eu-west-1': [])

        then:
        report.readiness().verdict() == Verdict.READY
        report.awaited().size() == 3
        atlas.calls.unique() == ["services $PROJECT AWS".toString()]
        report.took() - FakeAtlas.SERVICE_TIME < Duration.ofSeconds(60)
    }

    def 'an endpoint is asked for only while it is waited for, but at the first and the last look'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A])
        atlas.createEndpoint(PROJECT, id, EndpointId.aws(B), EndpointAttributes.NONE)
        atlas.calls.clear()

        when:
        def report = await('us-east-1': [A, B])

        then:
        report.readiness().verdict() == Verdict.READY
        atlas.calls.countBy { it } == [
            ("services $PROJECT AWS".toString()): 2, ("endpoint $PROJECT $A".toString()): 2, ("endpoint $PROJECT $B".toString()): 4]
    }

    def 'a service is not called ready while its last endpoint leaves, and is missing when it has gone with it'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A])
        atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(A))

        when:
        def report = await('us-east-1': [])

        then:
        report.readiness().standings()*.state() == [State.MISSING]
        report.readiness().verdict() == Verdict.PENDING
    }

    def 'what nobody has created is not waited for'() {
        when:
        def report = await('us-east-1': [A])

        then:
        report.readiness().standings()*.state() == [State.MISSING, State.MISSING]
        report.readiness().verdict() == Verdict.PENDING
        time.elapsed == Duration.ZERO
    }

    def 'what fails while it is waited for ends its own wait, and the others go on'() {
        given:
        ['us-east-1', 'us-west-2'].each { atlas.standing(PROJECT, it, [], 'INITIATING') }
        atlas.fates['us-east-1'] = 'FAILED'

        when:
        def report = await('us-east-1': [], 'us-west-2': [])

        then:
        report.readiness().standings()*.state() == [State.FAILED, State.READY]
        report.readiness().verdict() == Verdict.FAILED
    }

    def 'what is leaving is waited for until it is gone'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A, B])
        atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(A))

        when:
        def report = await('us-east-1': [A, B])

        then:
        report.readiness().standings()*.state() == [State.READY, State.MISSING, State.READY]
        report.took() <= FakeAtlas.DELETE_TIME + Duration.ofSeconds(10)
    }

    def 'what comes into transition while something else is waited for is waited for too'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1')
        atlas.standing(PROJECT, 'us-west-2', [], 'INITIATING')
        boolean isAdded = false
        atlas.onCall = { String call ->
            if (time.elapsed >= FakeAtlas.SERVICE_TIME && !isAdded) {
                isAdded = true
                atlas.createEndpoint(PROJECT, id, EndpointId.aws(A), EndpointAttributes.NONE)
            }
        }

        when:
        def report = await('us-east-1': [A], 'us-west-2': [])

        then:
        report.readiness().verdict() == Verdict.READY
        report.awaited()*.toString()*.minus("$PROJECT/") == ["aws/us-east-1/$A", 'aws/us-west-2']*.toString()
    }

    def 'the time limit ends it, all rounds counted: #limit'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [], 'INITIATING')
        atlas.fates['us-east-1'] = 'PONDERING'

        when:
        def report = await(patience, 'us-east-1': [])

        then:
        report.readiness().standings()*.status() == [Optional.of(status)]
        report.readiness().verdict() == Verdict.PENDING
        report.took() == Duration.parse(limit)

        where:
        patience                                                                   | limit   || status
        Patience.standard().within(Duration.ofMinutes(2))                          | 'PT2M'  || 'INITIATING'
        Patience.standard().none()                                                 | 'PT0S'  || 'INITIATING'
        Patience.standard()                                                        | 'PT1H'  || 'PONDERING'
        new Patience(Duration.ofHours(3), Duration.ofHours(2), Optional.empty(), 1) | 'PT3H' || 'PONDERING'
    }

    def 'a thing that never comes to rest is not waited for without end'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [], 'INITIATING')
        int looks = 0
        def flickering = { -> atlas.markService(PROJECT, atlas.show(PROJECT)[0].id(), looks++ % 2 ? 'AVAILABLE' : 'INITIATING'); look('us-east-1': []) }

        when:
        def report = waiter(Patience.standard()).await(flickering, { })

        then:
        report.took() <= Duration.ofHours(2)
    }

    def 'a look that fails in passing does not end the wait, and one that fails for good leaves it unread'() {
        given:
        atlas.standing(PROJECT, 'us-east-1', [], 'INITIATING')
        def first = look('us-east-1': [])
        atlas.refuse('services', FakeAtlas.problem(kind, 'GET answered no'), times)

        when:
        int looks = 0
        def report = waiter(Patience.standard()).await({ -> looks++ ? look('us-east-1': []) : first }, { })

        then:
        report.readiness().verdict() == verdict

        where:
        kind                           | times || verdict
        AtlasProblem.Kind.UNAVAILABLE  | 2     || Verdict.READY
        AtlasProblem.Kind.FORBIDDEN    | 99    || Verdict.INCOMPLETE
    }

    def 'addresses are waited for as they stand, and what they named is absent once it is gone'() {
        given:
        def id = atlas.standing(PROJECT, 'us-east-1', [A, B])
        atlas.deleteEndpoint(PROJECT, id, EndpointId.aws(A))
        atlas.calls.clear()
        def observer = new Observer(atlas, { it.run() })

        when:
        def report = waiter(Patience.standard()).await({ -> Readiness.of(observer.observe([named]), [named]) }, { })

        then:
        report.readiness().standings()*.state() == states
        report.awaited()*.endpoint()*.get() == [EndpointId.aws(A)]
        atlas.calls.count { it == "endpoint $PROJECT $B" } == (named == SERVICE ? 2 : 0)

        where:
        named                               || states
        SERVICE                             || [State.READY, State.READY]
        SERVICE.endpoint(EndpointId.aws(A)) || [State.ABSENT]
    }

    private WaitReport await(Map<String, List<String>> services) {
        await(services, Patience.standard())
    }

    private WaitReport await(Map<String, List<String>> services, Patience patience) {
        waiter(patience).await({ -> look(services) }, { events << it })
    }

    private Waiter waiter(Patience patience) {
        new Waiter(atlas, { it.run() }, time, time, patience)
    }

    private Readiness look(Map<String, List<String>> services) {
        def declared = new DeclaredProject(PROJECT, Optional.empty(), UnmanagedPolicy.REPORT, false,
                Declaration.keyed(services.collect { region, endpoints -> service(region, endpoints) }, { it.key() }), HERE)
        Readiness.of(new Observer(atlas, { it.run() }).survey(Declaration.of([declared])).comparison())
    }
}
