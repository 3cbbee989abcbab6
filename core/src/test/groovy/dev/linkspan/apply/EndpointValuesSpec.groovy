package dev.linkspan.apply

import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.place
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Declaration
import dev.linkspan.model.DeclaredEndpoint
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

/** Endpoints that Atlas knows by more than their id. */
class EndpointValuesSpec extends Specification {

    static final EAST = ServiceKey.of(Regions.parse(CloudProvider.AZURE, 'eastus2'))
    static final ID = EndpointId.azure(
            '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers/Microsoft.Network/privateEndpoints/pe')

    def time = new TestTime()
    def atlas = new FakeAtlas(time)
    def applier = new Applier(atlas, { it.run() } as Executor, time, time, Patience.standard())

    def 'a changed address is a replacement, which deletes the endpoint although it is connected and adds it again'() {
        given:
        applier.apply(plan('10.0.3.4'), { })
        def change = plan('10.0.3.9')
        atlas.calls.clear()

        when:
        def report = applier.apply(change, { })

        then:
        change.steps().last().differences()*.attribute() == ['ip']
        report.done
        atlas.calls*.takeBefore(' ').findAll { it in ['deleteEndpoint', 'createEndpoint'] } == ['deleteEndpoint', 'createEndpoint']
        !plan('10.0.3.9').hasChanges()
    }

    def 'an endpoint that somebody else changed as declared meanwhile is left alone'() {
        given:
        applier.apply(plan('10.0.3.4'), { })
        def change = plan('10.0.3.9')
        applier.apply(change, { })
        atlas.calls.clear()

        when:
        def report = applier.apply(change, { })

        then:
        report.done
        !atlas.calls.any { it.startsWith('delete') }
    }

    def 'an endpoint that somebody else added meanwhile with other values is not taken for done'() {
        given:
        applier.apply(plan(), { })
        def create = plan('10.0.3.4')
        applier.apply(plan('10.0.3.9'), { })

        when:
        def report = applier.apply(create, { })

        then:
        report.outcomes()*.why() == ['it is there with other values than declared']
    }

    private Plan plan(String ip = null) {
        def endpoints = ip ? [new DeclaredEndpoint(ID, EndpointAttributes.azure(ip), false, place(3))] : []
        def wanted = wantedProject(ref: PROJECT, services: [wantedService(key: EAST, endpoints: endpoints)])
        Planner.plan(
                new Observer(atlas, { it.run() } as Executor).survey(Declaration.of([wanted])).comparison(), Guard.strict())
    }
}
