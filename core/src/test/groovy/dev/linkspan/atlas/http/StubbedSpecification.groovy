package dev.linkspan.atlas.http

import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Region
import dev.linkspan.model.Regions
import dev.linkspan.model.Secret
import dev.linkspan.model.ServiceId
import dev.linkspan.time.TestTime
import java.time.Duration
import java.util.random.RandomGenerator
import spock.lang.AutoCleanup
import spock.lang.Specification

/** A stub, time that stands still, and a client of both. */
abstract class StubbedSpecification extends Specification {

    static final ProjectId PROJECT = new ProjectId('5e2211c17a3e5a48f5497de3')
    static final ServiceId SERVICE = new ServiceId('6a793f68c0eb9e7a17715835')
    static final Region IRELAND = Regions.parse(CloudProvider.AWS, 'eu-west-1')
    static final String SERVICES = "/api/atlas/v2/groups/$PROJECT/privateEndpoint/AWS/endpointService"
    static final String BODY = '''{"cloudProvider":"AWS","endpointServiceName":null,"errorMessage":null,
        "id":"6a793f68c0eb9e7a17715835","interfaceEndpoints":[],"regionName":"EU_WEST_1","status":"INITIATING",
        "supportedRemoteRegions":null}'''

    @AutoCleanup
    StubAtlas stub = new StubAtlas()

    TestTime time = new TestTime()
    List<RequestLog.Line> log = [].asSynchronized()

    @AutoCleanup
    HttpAtlas atlas = HttpAtlas.connect(settings(new Credentials.AccessToken(new Secret('token-text'))))

    AtlasSettings settings(Credentials credentials) {
        AtlasSettings.of(stub.url, credentials)
                .with(new AtlasSettings.Surroundings(time, time, withoutJitter()))
                .with(new AtlasSettings.Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(20)))
                .with({ log << it } as RequestLog)
    }

    /** Draws nothing, so that pauses are exact. */
    static RandomGenerator withoutJitter() {
        new RandomGenerator() {
            @Override
            long nextLong() {
                7
            }

            @Override
            double nextDouble() {
                0
            }
        }
    }

    static StubAtlas.Reply json(int status, String body, Map<String, Object> headers = [:]) {
        StubAtlas.json(status, body, headers)
    }
}
