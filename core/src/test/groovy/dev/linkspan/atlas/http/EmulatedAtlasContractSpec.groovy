package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.emulator.AtlasEmulator
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

    def 'a plain access token and API v1.0 work as well'() {
        given:
        def old = HttpAtlas.connect(AtlasSettings.of(
            URI.create(emulator.baseUrl()), new Credentials.AccessToken(new Secret(AtlasEmulator.DEMO_ACCESS_TOKEN)))
            .with(ApiVersion.V1))

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
