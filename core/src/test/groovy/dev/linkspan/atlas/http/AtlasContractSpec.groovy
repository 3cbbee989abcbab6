package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Health
import dev.linkspan.model.ObservedService
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Region
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceId
import dev.linkspan.model.ServiceKey
import java.time.Duration
import spock.lang.Specification

/** What Linkspan takes for granted about Atlas, whichever Atlas it is. The project has no AWS service to begin with. */
abstract class AtlasContractSpec extends Specification {

    static final ServiceId NO_SERVICE = new ServiceId('0123456789abcdef01234567')
    static final EndpointId NO_ENDPOINT = EndpointId.aws('vpce-0123456789abcdef0')

    HttpAtlas atlas

    /** A client of the Atlas in question. */
    abstract HttpAtlas connect()

    /** Another one, whose key is wrong. */
    abstract HttpAtlas stranger()

    abstract ProjectId getProject()

    abstract Region getRegion()

    /** Lets this much time pass for Atlas. */
    abstract void pass(Duration time)

    def setup() {
        atlas = connect()
    }

    def 'the project is among those that can be seen'() {
        expect:
        atlas.projects()*.id().contains(project)
    }

    def 'the services of #cloud can be listed'() {
        expect:
        atlas.services(project, cloud).every { it.region().provider() == cloud }

        where:
        cloud << CloudProvider.values()
    }

    def 'regional mode can be read'() {
        expect:
        atlas.regionalMode(project) in [true, false]
    }

    def 'the clusters of a project can be listed'() {
        expect:
        atlas.clusters(project).every { !it.name().blank && !it.regions().empty && it.state().health() != Health.UNKNOWN }
    }

    def 'what is not there is an empty answer'() {
        expect:
        atlas.service(project, CloudProvider.AWS, NO_SERVICE).empty
        atlas.endpoint(project, NO_SERVICE, NO_ENDPOINT).empty
        !atlas.deleteService(project, CloudProvider.AWS, NO_SERVICE)
        !atlas.deleteEndpoint(project, NO_SERVICE, NO_ENDPOINT)
    }

    def 'a project that is not there is a problem'() {
        when:
        look.call(atlas, new ProjectId('0' * 24))

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() in [Kind.PROJECT_NOT_FOUND, Kind.UNAUTHORIZED]

        where:
        look << [
            { atlas, id -> atlas.services(id, CloudProvider.AWS) },
            { atlas, id -> atlas.clusters(id) }]
    }

    def 'a wrong key is a problem'() {
        given:
        def stranger = stranger()

        when:
        stranger.services(project, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNAUTHORIZED

        cleanup:
        stranger.close()
    }

    def 'a region that does not exist is refused, not in doubt'() {
        when:
        atlas.createService(project, ServiceKey.of(new Region(CloudProvider.AWS, 'MARS_NORTH_1', 'mars-north-1')), Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.INVALID
        !problem.ambiguous
    }

    def 'a service comes, takes remote regions, refuses a second one of its region, and goes'() {
        given:
        def remotes = [Regions.parse(CloudProvider.AWS, 'eu-west-1')] as TreeSet

        when:
        def created = atlas.createService(project, ServiceKey.of(region), Optional.empty())

        then:
        created.region() == region
        created.health() == Health.PENDING
        created.attachments().empty
        atlas.services(project, CloudProvider.AWS)*.id() == [created.id()]

        when:
        atlas.createService(project, ServiceKey.of(region), Optional.empty())

        then:
        def second = thrown(AtlasProblem)
        second.kind() == Kind.CONFLICT
        !second.ambiguous

        when:
        def ready = waitFor { atlas.service(project, CloudProvider.AWS, created.id()).filter { it.health() == Health.READY } }

        then:
        ready.attachments()[0] ==~ /com\.amazonaws\.vpce\.${region.cloudName()}\.vpce-svc-[0-9a-f]+/

        when:
        def updated = atlas.updateRemoteRegions(project, created.id(), remotes)

        then:
        updated.remoteRegions().get() == remotes

        when:
        def removed = atlas.deleteService(project, CloudProvider.AWS, created.id())

        then:
        removed
        waitFor { atlas.service(project, CloudProvider.AWS, created.id()).empty ? Optional.of(true) : Optional.empty() }
    }

    protected <T> T waitFor(Closure<Optional<T>> look) {
        for (int looks = 0; looks < 120; looks++) {
            def found = look()
            if (found.present) {
                return found.get()
            }
            pass(Duration.ofSeconds(10))
        }
        throw new AssertionError('waited for 20 minutes' as Object)
    }

    def cleanup() {
        atlas.services(project, CloudProvider.AWS).findAll { it.health() != Health.LEAVING }.each { ObservedService it ->
            atlas.deleteService(project, CloudProvider.AWS, it.id())
        }
        atlas.close()
    }
}
