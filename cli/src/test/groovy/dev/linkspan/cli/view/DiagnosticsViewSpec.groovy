package dev.linkspan.cli.view

import dev.linkspan.diagnostic.Diagnostic
import dev.linkspan.diagnostic.Diagnostics
import dev.linkspan.diagnostic.SourceRef
import java.nio.charset.StandardCharsets
import spock.lang.Specification

class DiagnosticsViewSpec extends Specification {

    def "a fault shows its place, its line with a mark, the remedy and the second place"() {
        given:
        def second = new SourceRef('b.groovy', 7, 5, "    aws('us-east-1') {")
        def fault = Diagnostic.error('duplicate-service', 'aws us-east-1 is declared twice', 'Join the two blocks.', second)
                .relatedTo('first declared here', new SourceRef('a.groovy', 3, 1, "aws('us-east-1') {}"))

        expect:
        drawn(fault) == '''\
b.groovy:7:5: error: aws us-east-1 is declared twice
        aws('us-east-1') {
        ^
    Join the two blocks.
    first declared here: a.groovy:3:1
        aws('us-east-1') {}
        ^
'''
    }

    def "the mark stands under the right character: #excerpt at #column"() {
        expect:
        drawn(Diagnostic.error('x', 'wrong', '', new SourceRef('f', 1, column, excerpt))).readLines()[1..2] == [line, mark]

        where:
        excerpt             | column || line                   | mark
        '  endpoint x'      | 12     || '        endpoint x'   | '                 ^'
        '\t\tendpoint x'    | 3      || '        endpoint x'   | '        ^'
        'a\tb'              | 3      || '        a\\tb'        | '           ^'
        'a \u202e b'        | 5      || '        a \\u{202e} b' | '                   ^'
        'ab'                | 9      || '        ab'           | '          ^'
        '    x'             | 2      || '           x'         | '        ^'
        '\ud83d\ude00 x'    | 4      || '        \ud83d\ude00 x' | '          ^'
    }

    def "of a very long line, only what is near the place is shown"() {
        given:
        def excerpt = 'a' * 5_000 + 'X' + 'b' * 5_000

        when:
        def lines = drawn(Diagnostic.error('x', 'wrong', '', new SourceRef('f', 1, 5_001, excerpt))).readLines()

        then:
        lines[1].length() < 140
        lines[1].charAt(lines[2].indexOf('^')) == 'X' as char
        lines[1].contains('…aaa')
        lines[1].endsWith('b…')
    }

    def "a fault without a column, without a line, or without a place is drawn without them"() {
        expect:
        drawn(Diagnostic.error('x', 'wrong', 'mend it', source)) == picture

        where:
        source                            || picture
        new SourceRef('f', 4, 0, '  bad') || 'f:4: error: wrong\n        bad\n    mend it\n'
        SourceRef.wholeFile('f')          || 'f: error: wrong\n    mend it\n'
    }

    def "several faults are counted by severity, in the order of their places"() {
        given:
        def late = Diagnostic.warning('w', 'odd', '', new SourceRef('f', 9, 0, ''))
        def early = Diagnostic.error('e', 'wrong', '', new SourceRef('f', 2, 0, ''))

        expect:
        drawn(late, early) == 'f:2: error: wrong\nf:9: warning: odd\n1 error, 1 warning.\n'
    }

    def "nothing in a file name, a line or a message reaches the terminal as a command"() {
        given:
        def hostile = '\u001b]0;owned\u0007\r\n\u009b31m'
        def fault = Diagnostic.error('x', hostile, hostile, new SourceRef(hostile, 1, 3, hostile))
                .relatedTo(hostile, new SourceRef(hostile, 1, 1, hostile))

        expect:
        !drawn(fault).replace('\n', '').codePoints().anyMatch(Character::isISOControl)
    }

    private static String drawn(Diagnostic... faults) {
        def bytes = new ByteArrayOutputStream()
        new DiagnosticsView(new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8), false))
                .print(Diagnostics.of(faults))
        bytes.toString(StandardCharsets.UTF_8)
    }
}
