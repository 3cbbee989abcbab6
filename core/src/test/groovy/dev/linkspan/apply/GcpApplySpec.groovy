package dev.linkspan.apply

import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Declaration
import dev.linkspan.model.DeclaredEndpoint
import dev.linkspan.model.DeclaredService
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.observe.Observer
import dev.linkspan.plan.Guard
import dev.linkspan.plan.Plan
import dev.linkspan.plan.Planner
import dev.linkspan.time.TestTime
import java.util.concurrent.Executor
import spock.lang.Specification

/** What is so on Google Cloud only: groups of addresses, and services that take one endpoint. */
class GcpApplySpec extends Specification {

    static final EAST = Regions.parse(CloudProvider.GCP, 'us-east4')
    static final OLDER = new ServiceKey(EAST, false)
    static final PORT_MAPPED = new ServiceKey(EAST, true)

    def time = new TestTime()
    def atlas = new FakeAtlas(time)
    def applier = new Applier(atlas, { it.run() } as Executor, time, time, Patience.standard())

    def "a group that does not fit the service that was made for it is not sent, and the next plan says the same"() {
        given:
        def older = wantedService(key: OLDER, endpoints: [group(2)])

        when:
        def report = applier.apply(plan([older]), { })

        then:
        report.outcomes()*.done == [true, false]
        def failed = report.outcomes()[1]
        failed.why() == 'it has 2 addresses and its service 6 service attachments, each of which takes exactly one; it was not sent'
        failed.remedy().startsWith('In the spec, add 4 addresses to endpoints:')
        !atlas.calls.any { it.startsWith('createEndpoint') }

        and:
        plan([older]).steps()*.reason()*.id() == ['as-declared', 'attachment-count']
    }

    def "a group that fits is sent"() {
        when:
        def report = applier.apply(plan([wantedService(key: OLDER, endpoints: [group(6)])]), { })

        then:
        report.done
    }

    def "a service that Atlas was still building when the plan was made is held against the group as well"() {
        given:
        atlas.createService(PROJECT, OLDER, Optional.empty())

        when:
        def report = applier.apply(plan([wantedService(key: OLDER, endpoints: [group(7)])]), { })

        then:
        report.outcomes()*.done == [true, false]
        !atlas.calls.any { it.startsWith('createEndpoint') }
    }

    def "on a port-mapped service the old endpoint is gone before the new one is sent, and the service is looked after"() {
        given:
        applier.apply(plan([wantedService(key: PORT_MAPPED, endpoints: [rule('old')])]), { })
        def next = [wantedService(key: PORT_MAPPED, endpoints: [rule('new')])]
        atlas.calls.clear()

        when:
        def report = applier.apply(plan(next, Guard.allowingDelete()), { })

        then:
        report.done
        writes() == ["deleteEndpoint $PROJECT old", "createService $PROJECT us-east4:port-mapped", "createEndpoint $PROJECT new"]*.toString()
        !plan(next).hasChanges()
    }

    def "a run that waits for nothing leaves the old endpoint of a port-mapped service alone, since nobody would bring the new one"() {
        given:
        applier.apply(plan([wantedService(key: PORT_MAPPED, endpoints: [rule('old')])]), { })
        def hasty = new Applier(atlas, { it.run() } as Executor, time, time, Patience.standard().none())
        atlas.calls.clear()

        when:
        def report = hasty.apply(plan([wantedService(key: PORT_MAPPED, endpoints: [rule('new')])], Guard.allowingDelete()), { })

        then:
        report.outcomes()*.class*.simpleName == ['NotAttempted', 'NotAttempted']
        !report.hasFailed()
        writes() == []
    }

    def "where the old endpoint of a port-mapped service does not go, the new one is not sent"() {
        given:
        applier.apply(plan([wantedService(key: PORT_MAPPED, endpoints: [rule('old')])]), { })
        atlas.refuse('deleteEndpoint', FakeAtlas.problem(AtlasProblem.Kind.FORBIDDEN, 'DELETE answered 403'))
        atlas.calls.clear()

        when:
        def report = applier.apply(plan([wantedService(key: PORT_MAPPED, endpoints: [rule('new')])], Guard.allowingDelete()), { })

        then:
        report.outcomes()*.class*.simpleName == ['Failed', 'NotAttempted']
        writes() == ["deleteEndpoint $PROJECT old".toString()]
    }

    def "taking one architecture away leaves the other in the same region as it is"() {
        given:
        def both = [wantedService(key: OLDER, endpoints: [group(6, 'same')]), wantedService(key: PORT_MAPPED, endpoints: [rule('same')])]
        applier.apply(plan(both), { })

        when:
        def report = applier.apply(plan([both[kept]], Guard.allowingDelete()), { })

        then:
        report.done
        atlas.show(PROJECT).collect { [it.key(), it.endpointIds()*.value()] } == [[both[kept].key(), ['same']]]

        where:
        kept << [0, 1]
    }

    private List<String> writes() {
        atlas.calls.findAll { it =~ /^(create|delete|update|set)/ }
    }

    private Plan plan(List<DeclaredService> services, Guard guard = Guard.strict()) {
        def survey = new Observer(atlas, { it.run() } as Executor).survey(Declaration.of([wantedProject(ref: PROJECT, services: services)]))
        Planner.plan(survey.comparison(), guard)
    }

    private static DeclaredEndpoint rule(String name) {
        wantedEndpoint(EndpointId.gcp(name), attributes: EndpointAttributes.portMapped('acme-net', '10.10.0.5'))
    }

    private static DeclaredEndpoint group(int size, String name = 'grp') {
        wantedEndpoint(EndpointId.gcp(name), attributes: EndpointAttributes.group('acme-net',
            (0..<size).collectEntries { ["grp-$it".toString(), "10.10.1.${it + 5}".toString()] } as TreeMap))
    }
}
