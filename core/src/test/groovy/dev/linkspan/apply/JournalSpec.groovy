package dev.linkspan.apply

import dev.linkspan.atlas.Atlas
import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.FakeAtlas
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import com.fasterxml.jackson.databind.ObjectMapper
import dev.linkspan.time.TestTime
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

class JournalSpec extends Specification {

    static final PROJECT = new ProjectId('5e2211c17a3e5a48f5497de3')
    static final REGION = Regions.parse(CloudProvider.AWS, 'us-east-1')

    @TempDir
    Path folder
    def time = new TestTime()
    def atlas = new FakeAtlas(time)

    def 'a write is on disk before it goes out, and its answer after'() {
        given:
        def file = folder.resolve('deep/er/journal.jsonl')
        List<Map> atTheCall
        def watched = Stub(Atlas) {
            createService(*_) >> { args ->
                atTheCall = lines(file)
                atlas.createService(*args)
            }
        }

        when:
        Journal.open(file, time, 'r1').withCloseable { it.over(watched).createService(PROJECT, ServiceKey.of(REGION), Optional.empty()) }

        then:
        atTheCall == [[time: '2026-11-22T03:00:00Z', run: 'r1', event: 'call', call: 'create-service',
            project: PROJECT.value(), provider: 'AWS', region: 'us-east-1']]
        lines(file)[1].event == 'answer'
        lines(file)[1].status == 'INITIATING'
    }

    def 'a thread that was interrupted writes its line, and those that come after it write theirs'() {
        given:
        def file = folder.resolve('journal.jsonl')
        def journal = Journal.open(file, time, 'r1')

        when:
        Thread.currentThread().interrupt()
        journal.write('call', [call: 'first'])

        then:
        Thread.interrupted()

        when:
        journal.write('call', [call: 'second'])

        then:
        lines(file)*.call == ['first', 'second']

        cleanup:
        Thread.interrupted()
        journal.close()
    }

    def 'a write that fails is told as a problem, and whether it may have been done'() {
        given:
        def file = folder.resolve('journal.jsonl')
        def service = atlas.standing(PROJECT, 'us-east-1')
        atlas.lose('createEndpoint')

        when:
        Journal.open(file, time, 'r1').withCloseable {
            it.over(atlas).createEndpoint(PROJECT, service, EndpointId.aws('vpce-0aaaaaaaaaaaaaaaa'), EndpointAttributes.NONE)
        }

        then:
        thrown(AtlasProblem)
        lines(file)*.event == ['call', 'problem']
        lines(file)[1].ambiguous == true
    }

    def 'reads leave no line'() {
        given:
        def file = folder.resolve('journal.jsonl')

        when:
        Journal.open(file, time, 'r1').withCloseable { it.over(atlas).services(PROJECT, CloudProvider.AWS) }

        then:
        lines(file).empty
    }

    def 'a second run adds to the file'() {
        given:
        def file = folder.resolve('journal.jsonl')

        when:
        ['r1', 'r2'].each { run ->
            Journal.open(file, time, run).withCloseable { it.over(atlas).setRegionalMode(PROJECT, true) }
        }

        then:
        lines(file)*.run == ['r1', 'r1', 'r2', 'r2']
    }

    def 'a write that cannot be written down does not go out'() {
        given:
        def journal = Journal.open(folder.resolve('journal.jsonl'), time, 'r1')
        journal.close()

        when:
        journal.over(atlas).setRegionalMode(PROJECT, true)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == AtlasProblem.Kind.NOT_SENT
        problem.message.contains('journal.jsonl')
        atlas.calls.empty
    }

    private static List<Map> lines(Path file) {
        Files.readAllLines(file).collect { new ObjectMapper().readValue(it, Map) }
    }
}
