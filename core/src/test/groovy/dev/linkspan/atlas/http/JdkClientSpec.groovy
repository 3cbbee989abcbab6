package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Secret
import java.time.Duration

class JdkClientSpec extends StubbedSpecification {

    def 'nothing of a closed client holds up the end of the process'() {
        given:
        stub.always(json(200, '[]'))
        def before = selectors()
        def other = HttpAtlas.connect(settings(new Credentials.AccessToken(new Secret('t'))))
        other.services(PROJECT, CloudProvider.AWS)
        def own = selectors() - before

        when:
        other.close()
        own.each { it.join(2000) }

        then:
        own.size() == 1
        !own.any { it.alive }
    }

    def 'an answer without an end is cut off'() {
        given:
        def socket = new ServerSocket(0, 50, InetAddress.loopbackAddress)
        def server = Thread.start {
            while (!socket.closed) {
                try {
                    socket.accept().withCloseable { client ->
                        client.outputStream << 'HTTP/1.1 200 OK\r\n\r\n['
                        while (true) {
                            client.outputStream.write(new byte[1 << 16])
                        }
                    }
                } catch (SocketException hungUp) {
                    // By the client, or by the feature at its end.
                }
            }
        }
        def endless = HttpAtlas.connect(AtlasSettings.of(
            URI.create("http://localhost:$socket.localPort"), new Credentials.AccessToken(new Secret('t')))
            .with(new AtlasSettings.Surroundings(time, time, withoutJitter())))

        when:
        endless.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREACHABLE
        problem.message.contains('the answer is longer than 16 MiB')

        cleanup:
        endless.close()
        socket.close()
        server.join()
    }

    def 'a host that does not exist is named'() {
        given:
        def nowhere = HttpAtlas.connect(AtlasSettings.of(
            URI.create('https://nowhere.invalid'), new Credentials.AccessToken(new Secret('t')))
            .with(new AtlasSettings.Surroundings(time, time, withoutJitter()))
            .with(new AtlasSettings.Timeouts(Duration.ofSeconds(2), Duration.ofSeconds(5))))

        when:
        nowhere.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREACHABLE
        problem.message.contains('nowhere.invalid')

        cleanup:
        nowhere.close()
    }

    private static Set<Thread> selectors() {
        Thread.allStackTraces.keySet().findAll { it.name ==~ /HttpClient-\d+-SelectorManager/ }
    }
}
