package dev.linkspan.atlas.http

import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Region
import dev.linkspan.model.Regions
import dev.linkspan.model.Secret
import java.time.Duration
import spock.lang.Requires

/**
 * The contract against MongoDB Atlas itself, in the scratch project LINKSPAN_CONTRACT_PROJECT, which must have no AWS
 * service at the start: the contract makes some and deletes them. LINKSPAN_CONTRACT_REGION names another region than us-east-1.
 */
@Requires({ env['LINKSPAN_CONTRACT_PROJECT'] && (env['MONGODB_ATLAS_PUBLIC_API_KEY'] || env['MONGODB_ATLAS_CLIENT_ID']) })
class RealAtlasContractSpec extends AtlasContractSpec {

    def setupSpec() {
        using(credentials('')).withCloseable {
            assert it.services(new ProjectId(System.getenv('LINKSPAN_CONTRACT_PROJECT')), CloudProvider.AWS).empty:
                'LINKSPAN_CONTRACT_PROJECT must have no AWS service, since the contract deletes what it finds'
        }
    }

    @Override
    HttpAtlas connect() {
        using(credentials(''))
    }

    @Override
    HttpAtlas stranger() {
        using(credentials('x'))
    }

    @Override
    ProjectId getProject() {
        new ProjectId(System.getenv('LINKSPAN_CONTRACT_PROJECT'))
    }

    @Override
    Region getRegion() {
        Regions.parse(CloudProvider.AWS, System.getenv('LINKSPAN_CONTRACT_REGION') ?: 'us-east-1')
    }

    @Override
    void pass(Duration time) {
        sleep(time.toMillis())
    }

    private static HttpAtlas using(Credentials credentials) {
        def url = System.getenv('MONGODB_ATLAS_BASE_URL')
        HttpAtlas.connect(AtlasSettings.of(url ? URI.create(url) : AtlasSettings.ATLAS, credentials))
    }

    private static Credentials credentials(String suffix) {
        def env = System.getenv()
        env['MONGODB_ATLAS_CLIENT_ID']
            ? new Credentials.ServiceAccount(env['MONGODB_ATLAS_CLIENT_ID'], new Secret(env['MONGODB_ATLAS_CLIENT_SECRET'] + suffix))
            : new Credentials.ApiKey(env['MONGODB_ATLAS_PUBLIC_API_KEY'], new Secret(env['MONGODB_ATLAS_PRIVATE_API_KEY'] + suffix))
    }
}
