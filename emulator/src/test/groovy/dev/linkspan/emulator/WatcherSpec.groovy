package dev.linkspan.emulator

import dev.linkspan.emulator.wire.ArrivedRequest
import dev.linkspan.emulator.wire.RecordedRequest
import dev.linkspan.emulator.wire.RequestWatcher
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What a test can do while a request is under way. */
class WatcherSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final PE = "/groups/$PROJECT/privateEndpoint"
    static final NEW_SERVICE = '{"providerName":"AWS","region":"us-east-1"}'

    @AutoCleanup
    AtlasEmulator emulator
    def clock = new HandClock()
    def onArrival = { ArrivedRequest request -> true }
    def onDone = { ArrivedRequest request, RecordedRequest outcome -> }

    def setup() {
        emulator = AtlasEmulator.builder().clock(clock).slowness { clock.move(it) }.watcher(new RequestWatcher() {
            @Override
            boolean arrived(ArrivedRequest request) {
                onArrival.call(request)
            }

            @Override
            void done(ArrivedRequest request, RecordedRequest outcome) {
                onDone.call(request, outcome)
            }
        }).start()
    }

    def "a request is seen before it does anything, and again once it has"() {
        given:
        def seen = []
        onArrival = {
            seen << ['arrived', it.method(), it.path(), it.query(), it.body(), it.header('accept').get(), services()]
            true
        }
        onDone = { request, outcome -> seen << ['done', request.body(), outcome.status(), services()] }

        when:
        new Caller(emulator).post("$PE/endpointService?pretty=true", NEW_SERVICE)

        then:
        seen == [
            ['arrived', 'POST', "/api/atlas/v2$PE/endpointService", 'pretty=true', NEW_SERVICE, Caller.V2, 0],
            ['done', NEW_SERVICE, 201, 1]]
    }

    def "a request that is turned away does nothing and is not recorded"() {
        given:
        onArrival = { it.method() == 'GET' }

        when:
        new Caller(emulator).post("$PE/endpointService", NEW_SERVICE)

        then:
        thrown(IOException)
        services() == 0
        emulator.requests() == []
        new Caller(emulator).get('/groups').status == 200
    }

    def "a watcher may change what the request is going to meet"() {
        given:
        onArrival = {
            emulator.addFault('503 on GET /groups times 1')
            true
        }

        expect:
        new Caller(emulator).get('/groups').status == 503
    }

    def "a slow answer waits in whichever time it is told to"() {
        given:
        emulator.addFault('slow 10m on GET /groups')
        def before = clock.instant()

        expect:
        new Caller(emulator).get('/groups').status == 200
        clock.instant() == before + Duration.ofMinutes(10)
    }

    def "the example in the page turns deletes away"() {
        given:
        def example = Files.readString(Path.of('../docs/emulator.md')).split('```java\n').last().split('```')[0]
        def guarded = new GroovyShell().evaluate("import dev.linkspan.emulator.*\nimport dev.linkspan.emulator.wire.*\n$example")
        def caller = new Caller(guarded)
        def id = caller.post("$PE/endpointService", NEW_SERVICE).json['id'].textValue()

        when:
        caller.delete("$PE/AWS/endpointService/$id")

        then:
        thrown(IOException)
        caller.get("$PE/AWS/endpointService/$id").status == 200

        cleanup:
        guarded?.close()
    }

    private int services() {
        emulator.state().project(PROJECT).services().size()
    }
}
