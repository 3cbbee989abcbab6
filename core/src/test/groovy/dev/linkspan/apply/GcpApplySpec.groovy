package dev.linkspan.apply

import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

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

    private Plan plan(List<DeclaredService> services, Guard guard = Guard.strict()) {
        def survey = new Observer(atlas, { it.run() } as Executor).survey(Declaration.of([wantedProject(ref: PROJECT, services: services)]))
        Planner.plan(survey.comparison(), guard)
    }

    private static DeclaredEndpoint group(int size) {
        wantedEndpoint(EndpointId.gcp('grp'), attributes: EndpointAttributes.group('acme-net',
            (0..<size).collectEntries { ["grp-$it".toString(), "10.10.1.${it + 5}".toString()] } as TreeMap))
    }
}
