package dev.linkspan.cli.view

import dev.linkspan.document.Notation
import dev.linkspan.apply.ApplyEvent
import dev.linkspan.apply.ApplyReport
import dev.linkspan.connect.ConnectionPaths
import dev.linkspan.connect.Connections
import dev.linkspan.document.Notation
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Cluster
import dev.linkspan.model.ClusterState
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Regions
import dev.linkspan.text.MarkdownPage
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification

class ApplyViewSpec extends Specification {

    def "a run that ended in every way is drawn as #golden"() {
        expect:
        drawn == golden(golden, drawn)

        where:
        golden                  | drawn
        'apply-everything.txt'  | drawn { new ApplyText(it, Aim.DECLARED).print(Reports.everything()) }
        'apply-everything.json' | drawn { new ApplyDocument(it, Notation.JSON).print(Plans.of([]), Reports.everything()) }
    }

    def "that a project has no cluster is said once, in text and in Markdown"() {
        given:
        def project = new ProjectId('5e2211c17a3e5a48f5497de3')
        def service = Address.service(project, Regions.parse(CloudProvider.AWS, 'us-east-1'))
        def endpoints = ['vpce-0aaaaaaaaaaaaaaaa', 'vpce-0bbbbbbbbbbbbbbbb'].collect { service.endpoint(EndpointId.aws(it)) }
        def report = new ApplyReport([], new Connections(ConnectionPaths.through(endpoints, endpoints, []), new TreeSet()), Duration.ofSeconds(9))

        expect:
        drawn { new ApplyText(it, Aim.DECLARED).print(report) } ==
            "Connection strings of $project: none, since the project has no cluster\n\nApply complete in 9s.\n"
        new ApplyMarkdown(Aim.DECLARED).text(Plans.of([]), report, MarkdownPage.COMMENT).readLines().findAll { it.startsWith('| of') } ==
            ['| of <code>5e2211c17a3e5a48f5497de3</code> |  | none, since the project has no cluster |']
    }

    def "a wait for connection strings is told with its clusters, three of them by name"() {
        given:
        def clusters = (1..5).collect { new Cluster("c$it\u001b", new ClusterState('UPDATING'), false, true, new TreeSet(), []) }

        expect:
        drawn {
            new ApplyProgress(it).accept(new ApplyEvent.Connecting(new ProjectId('5e2211c17a3e5a48f5497de3'), clusters, Duration.ofSeconds(72)))
        } == '5e2211c17a3e5a48f5497de3: connection strings wait for c1\\u{1b} (UPDATING), c2\\u{1b} (UPDATING), c3\\u{1b} (UPDATING) and 2 more, 1m12s\n'
    }

    private static String drawn(Closure<?> view) {
        def bytes = new ByteArrayOutputStream()
        view(new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8), false))
        bytes.toString(StandardCharsets.UTF_8)
    }

    /** Run with -Dlinkspan.goldens=write to write the picture anew; then read the difference. */
    private static String golden(String name, String drawn) {
        def file = Path.of('src/test/resources/dev/linkspan/cli/view', name)
        if (System.getProperty('linkspan.goldens') == 'write') {
            Files.writeString(file, drawn)
        }
        Files.readString(file)
    }
}
