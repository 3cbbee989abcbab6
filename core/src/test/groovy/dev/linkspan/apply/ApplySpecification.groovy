package dev.linkspan.apply

import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.diagnostic.SourceRef
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.DeclaredEndpoint
import dev.linkspan.model.DeclaredProject
import dev.linkspan.model.DeclaredService
import dev.linkspan.model.Declaration
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.UnmanagedPolicy
import dev.linkspan.observe.Observer
import dev.linkspan.plan.Guard
import dev.linkspan.plan.Plan
import dev.linkspan.plan.Planner
import dev.linkspan.time.TestTime
import spock.lang.Specification

/** Plans of one project, and an applier that carries them out on an Atlas in memory. */
abstract class ApplySpecification extends Specification {

    static final PROJECT = new ProjectId('5e2211c17a3e5a48f5497de3')
    static final HERE = new SourceRef('spec.groovy', 1, 1, '')
    static final A = 'vpce-0aaaaaaaaaaaaaaaa'
    static final B = 'vpce-0bbbbbbbbbbbbbbbb'

    def time = new TestTime()
    def atlas = new FakeAtlas(time)
    List<ApplyEvent> events = []
    def applier = applier(Patience.standard())

    Applier applier(Patience patience) {
        new Applier(atlas, { it.run() }, time, time, patience)
    }

    ApplyReport apply(Map<String, List<String>> services, Guard guard = Guard.strict()) {
        def planned = plan(services, guard)
        atlas.calls.clear()
        applier.apply(planned, { events << it })
    }

    Plan plan(Map<String, List<String>> services, Guard guard = Guard.strict()) {
        planOf(services.collect { region, endpoints -> service(region, endpoints) }, null, guard)
    }

    Plan planUnread(String region) {
        def declared = new DeclaredProject(PROJECT, Optional.empty(), UnmanagedPolicy.IGNORE, false,
                Declaration.keyed([service(region, [])], { it.key() }), HERE)
        def unread = new FakeAtlas(time)
        Planner.plan(new Observer(unread, { it.run() }).survey(Declaration.of([declared])).comparison(), Guard.strict())
    }

    Plan planOf(List<DeclaredService> services, Boolean regionalMode = null, Guard guard = Guard.strict()) {
        def declared = new DeclaredProject(PROJECT, Optional.ofNullable(regionalMode), UnmanagedPolicy.REPORT, false,
                Declaration.keyed(services, { it.key() }), HERE)
        def planned = Planner.plan(
                new Observer(atlas, { it.run() }).survey(Declaration.of([declared])).comparison(), guard)
        atlas.calls.clear()
        planned
    }

    /** @param place a region, with its cloud before it where that is not AWS: {@code azure/eastus2} */
    static DeclaredService service(String place, List<String> endpoints, List<String> remotes = null) {
        def parts = place.split('/')
        def cloud = parts.length > 1 ? CloudProvider.of(parts[0]).get() : CloudProvider.AWS
        new DeclaredService(
                ServiceKey.of(Regions.parse(cloud, parts.last())),
                Optional.ofNullable(remotes?.collect { Regions.parse(CloudProvider.AWS, it) } as TreeSet),
                false,
                DeclaredService.keyed(endpoints.collect { new DeclaredEndpoint(EndpointId.aws(it), EndpointAttributes.NONE, false, HERE) }),
                HERE)
    }

    List<String> writes() {
        atlas.calls.findAll { it =~ /^(create|update|delete|set)/ }*.toString()
    }

    List<String> lists() {
        atlas.calls.findAll { it.startsWith('services ') }
    }

    static Map<String, Class<?>> outcomes(ApplyReport report) {
        report.outcomes().toSorted { it.step().address() }.collectEntries { [it.step().address().toString() - PROJECT.toString(), it.class] }
    }
}
