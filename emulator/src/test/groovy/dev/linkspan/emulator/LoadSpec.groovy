package dev.linkspan.emulator

import dev.linkspan.emulator.lifecycle.Timings
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.Regions
import dev.linkspan.emulator.state.ServiceState
import java.util.concurrent.Callable
import java.util.concurrent.Executors
import spock.lang.Specification

class LoadSpec extends Specification {

    def "it holds 200 projects of 1000 services each"() {
        given:
        def services = (1..1000).collect {
            ServiceState.aws('us-east-1', String.format('vpce-%017x', it)).withId(String.format('%024x', it))
        }
        def projects = (1..200).collect {
            ProjectState.of(String.format('%024x', it), "team-$it").withServices(services)
        }
        def emulator = AtlasEmulator.builder().state(new AtlasState(projects)).start()
        def caller = new Caller(emulator)

        expect:
        caller.get('/groups?itemsPerPage=500').json['results'].size() == 200
        [1, 100, 200].every {
            def project = String.format('%024x', it)
            caller.get("/groups/$project/privateEndpoint/AWS/endpointService").json.size() == 1000
        }

        cleanup:
        emulator.close()
    }

    def "64 callers who want the same service get it once"() {
        given:
        def emulator = AtlasEmulator.builder().timings(Timings.none()).start()
        def caller = new Caller(emulator)
        def path = "/groups/$AtlasEmulator.DEMO_PROJECT/privateEndpoint/endpointService"
        def pool = Executors.newFixedThreadPool(64)
        def work = (1..64).collect {
            { -> caller.post(path, '{"providerName":"AWS","region":"us-east-1"}').status } as Callable
        }

        expect:
        pool.invokeAll(work)*.get().countBy { it } == [201: 1, 409: 63]
        emulator.requests().size() == 64

        cleanup:
        pool.shutdownNow()
        emulator.close()
    }

    def "a port that is taken is named"() {
        given:
        def emulator = AtlasEmulator.builder().start()
        def port = URI.create(emulator.baseUrl()).port

        when:
        AtlasEmulator.builder().port(port).start()

        then:
        def e = thrown(UncheckedIOException)
        e.message.contains("port $port")

        cleanup:
        emulator.close()
    }

    def "every region is known in both spellings"() {
        expect:
        Regions.atlasName(Cloud.AZURE, 'southeastasia').get() == 'ASIA_SOUTH_EAST'
        Regions.atlasName(Cloud.GCP, 'CENTRAL_US').get() == 'CENTRAL_US'
        Regions.cloudName(Cloud.GCP, 'WESTERN_EUROPE') == 'europe-west1'
        Regions.atlasName(Cloud.AZURE, 'us-east-1').empty
    }
}
