package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.ClusterState
import dev.linkspan.emulator.state.ClusterType
import dev.linkspan.emulator.state.ServiceState
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Health
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Region
import dev.linkspan.model.Regions
import dev.linkspan.model.Secret
import dev.linkspan.model.ServiceKey
import java.time.Duration
import spock.lang.AutoCleanup

/** The contract against the emulator, and what cannot be asked of Atlas itself without a cloud behind it. */
class EmulatedAtlasContractSpec extends AtlasContractSpec {

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().start()

    @Override
    HttpAtlas connect() {
        withKey(AtlasEmulator.DEMO_PRIVATE_KEY)
    }

    @Override
    HttpAtlas stranger() {
        withKey('wrong')
    }

    @Override
    ProjectId getProject() {
        new ProjectId(AtlasEmulator.DEMO_PROJECT)
    }

    @Override
    Region getRegion() {
        Regions.parse(CloudProvider.AWS, 'us-east-1')
    }

    @Override
    void pass(Duration time) {
        emulator.advance(time)
    }

    private HttpAtlas withKey(String privateKey) {
        HttpAtlas.connect(AtlasSettings.of(
            URI.create(emulator.baseUrl()), new Credentials.ApiKey(AtlasEmulator.DEMO_PUBLIC_KEY, new Secret(privateKey))))
    }

    private HttpAtlas overV1() {
        HttpAtlas.connect(AtlasSettings.of(
            URI.create(emulator.baseUrl()), new Credentials.AccessToken(new Secret(AtlasEmulator.DEMO_ACCESS_TOKEN)))
            .with(ApiVersion.V1))
    }

    def 'an endpoint waits for its service, connects, holds its service, and goes'() {
        given:
        def endpoint = EndpointId.aws('vpce-0d00c26273372c6ef')
        def service = atlas.createService(project, ServiceKey.of(region), Optional.empty())

        when:
        atlas.createEndpoint(project, service.id(), endpoint, EndpointAttributes.NONE)

        then:
        def early = thrown(AtlasProblem)
        early.kind() == Kind.CONFLICT
        early.errorCode().get() == 'PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS'

        when:
        waitFor { atlas.service(project, CloudProvider.AWS, service.id()).filter { it.health() == Health.READY } }
        def created = atlas.createEndpoint(project, service.id(), endpoint, EndpointAttributes.NONE)

        then:
        created.id() == endpoint
        created.health() == Health.PENDING
        atlas.services(project, CloudProvider.AWS)[0].endpointIds() == [endpoint] as TreeSet

        when:
        def connected = waitFor { atlas.endpoint(project, service.id(), endpoint).filter { it.health() == Health.READY } }

        then:
        connected.errorMessage().empty

        when:
        atlas.deleteService(project, CloudProvider.AWS, service.id())

        then:
        def held = thrown(AtlasProblem)
        held.kind() == Kind.CONFLICT

        when:
        def removed = atlas.deleteEndpoint(project, service.id(), endpoint)

        then:
        removed
        atlas.endpoint(project, service.id(), endpoint).get().health() == Health.LEAVING
        waitFor { atlas.endpoint(project, service.id(), endpoint).empty ? Optional.of(true) : Optional.empty() }
    }

    def 'regional mode is switched and read back'() {
        when:
        atlas.setRegionalMode(project, true)

        then:
        atlas.regionalMode(project)
    }

    def 'a cluster is updated after an endpoint has connected, and then has a string that leads through it'() {
        given:
        def endpoint = EndpointId.aws('vpce-0d00c26273372c6ef')
        emulator.putCluster(project.value(), ClusterState.of('Cluster0', 'AWS/us-east-1', 'AWS/eu-west-1').ofType(ClusterType.SHARDED))
        emulator.putService(project.value(), ServiceState.aws('eu-west-1', 'vpce-0bbbbbbbbbbbbbbbb'))
        emulator.putService(project.value(), ServiceState.aws('us-east-1', endpoint.value()))

        when:
        def before = atlas.clusters(project)[0]

        then:
        before.name() == 'Cluster0'
        before.state().health() == Health.PENDING
        before.regions() == [region, Regions.parse(CloudProvider.AWS, 'eu-west-1')] as TreeSet
        before.dedicated
        before.through(endpoint) == []

        when:
        pass(Duration.ofSeconds(90))
        def after = atlas.clusters(project)[0]

        then:
        after.state() == dev.linkspan.model.ClusterState.IDLE
        with(after.through(endpoint)[0]) {
            text() ==~ /mongodb\+srv:\/\/cluster0-pl-0\.[0-9a-f]{5}\.mongodb\.net/
            standard().get().startsWith('mongodb://pl-0-us-east-1.')
            shardOptimizedSrv().get().contains('-pl-0-lb.')
            endpoints()*.region()*.get()*.cloudName() == ['us-east-1', 'eu-west-1']
        }

        and: 'API v1.0 says the same of it'
        def old = overV1()
        old.clusters(project) == [after]

        cleanup:
        old?.close()
        ['vpce-0bbbbbbbbbbbbbbbb', endpoint.value()].each { emulator.removeEndpoint(project.value(), it) }
    }

    def 'a plain access token and API v1.0 work as well'() {
        given:
        def old = overV1()

        when:
        def created = old.createService(project, ServiceKey.of(region), Optional.empty())

        then:
        old.services(project, CloudProvider.AWS) == [created]
        old.projects()*.name() == ['demo']

        cleanup:
        old.close()
    }

    def 'a role that may only read is told so'() {
        given:
        def reader = HttpAtlas.connect(AtlasSettings.of(
            URI.create(emulator.baseUrl()),
            new Credentials.ApiKey(AtlasEmulator.READER_PUBLIC_KEY, new Secret(AtlasEmulator.READER_PRIVATE_KEY))))

        when:
        reader.createService(project, ServiceKey.of(region), Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.FORBIDDEN
        !problem.ambiguous
        emulator.requests()*.challenge() == [true, false]

        cleanup:
        reader.close()
    }
}
