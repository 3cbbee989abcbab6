package dev.linkspan.cli.view

import dev.linkspan.diagnostic.Diagnostic
import dev.linkspan.diagnostic.Diagnostics
import dev.linkspan.diagnostic.SourceRef
import dev.linkspan.document.Notation
import java.nio.charset.StandardCharsets
import org.yaml.snakeyaml.Yaml
import spock.lang.Specification

class WorkflowCommandSpec extends Specification {

    def "a command is escaped as GitHub documents it"() {
        expect:
        new WorkflowCommand('error', properties, message).line() == line

        where:
        properties                                | message            || line
        [:]                                       | 'no'               || '::error::no'
        [title: 'a: b, c', file: 'x%3A.groovy']   | '100%'             || '::error file=x%253A.groovy,title=a%3A b%2C c::100%25'
        [file: 'a.groovy', line: '3', col: '5']   | 'one\r\ntwo\nthree' || '::error col=5,file=a.groovy,line=3::one%0Atwo%0Athree'
        [file: 'a\n::error::b']                   | '::error::x'       || '::error file=a\\n%3A%3Aerror%3A%3Ab::::error::x'
        [:]                                       | 'red\u001b[31m'    || '::error::red\\u{1b}[31m'
    }

    def "nothing else that is printed can command a runner: #text"() {
        when:
        def lines = printed { it.line(text) }

        then:
        lines == shown + '\n'
        lines.readLines().every { !isObeyed(it) }

        where:
        text                                || shown
        '::error::x'                        || '\\u003a:error::x'
        '    ::set-output name=a::b'        || '    \\u003a:set-output name=a::b'
        '\u00a0\u3000::error::x'            || '\u00a0\u3000\\u003a:error::x'
        'fine\n::error::x'                  || 'fine\n\\u003a:error::x'
        'in ##[error]a line'                || 'in ##\\u005berror]a line'
        '##vso[task.setvariable]x'          || '##vso\\u005btask.setvariable]x'
        '###[error]a'                       || '###\\u005berror]a'
        'a::b and # [c] and ## heading [d]' || 'a::b and # [c] and ## heading [d]'
    }

    def "JSON stays the same JSON"() {
        expect:
        printed { it.text(Notation.JSON.text([text: 'a ##[error]b', other: '::error::'])) } ==
                '{\n  "other": "::error::",\n  "text": "a ##\\u005berror]b"\n}\n'
    }

    def "YAML stays the same YAML"() {
        given:
        def document = ['##[group]': ['::error::', 'a ##[error]b'], '::x': '##vso[task]']

        when:
        def printed = printed { it.text(Notation.YAML.text(document)) }

        then:
        printed.readLines().every { !isObeyed(it) }
        new Yaml().load(printed) == document
    }

    def "a line of a spec that looks like a command is shown, not obeyed"() {
        given:
        def fault = Diagnostic.error('odd', '::error::summary', '::error::remedy', new SourceRef('::error::a.groovy', 1, 1, '::error::excerpt'))

        when:
        def lines = printed { new DiagnosticsView(it).print(Diagnostics.of(fault)) }

        then:
        lines.contains('error::excerpt')
        lines.readLines().every { !isObeyed(it) }
    }

    def "no more annotations than GitHub shows: the rest would be dropped in silence"() {
        given:
        def faults = (1..30).collect { Diagnostic.error('odd', "fault $it", '', new SourceRef('a.groovy', it, 0, '')) }

        expect:
        printed { new AnnotationsView(it, { file -> "specs/$file".toString() }).print(new Diagnostics(faults)) } ==
                (1..10).collect { "::error file=specs/a.groovy,line=$it,title=Linkspan%3A odd::fault $it\n" }.join()
    }

    /** As the runner decides it. */
    private static boolean isObeyed(String line) {
        line.replaceFirst(/^[\s\p{Z}]+/, '').startsWith('::') || line.contains('##[')
    }

    private static String printed(Closure<?> work) {
        def bytes = new ByteArrayOutputStream()
        work(new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8), false))
        bytes.toString(StandardCharsets.UTF_8)
    }
}
