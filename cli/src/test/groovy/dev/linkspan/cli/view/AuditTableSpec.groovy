package dev.linkspan.cli.view

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.report.SampleReports
import dev.linkspan.audit.report.TextReport
import java.nio.charset.StandardCharsets
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

/** An audit on a terminal. */
class AuditTableSpec extends Specification {

    def "a report with everything in it is drawn as #golden"() {
        expect:
        drawn == golden(golden, drawn)

        where:
        golden              | drawn
        'audit-80.txt'      | drawn(SampleReports.remembered(), 80, false)
        'audit-120.ansi'    | drawn(SampleReports.remembered(), 120, true)
        'audit-clean.ansi'  | drawn(SampleReports.clean(), 80, true)
        'audit-unseen.ansi' | drawn(SampleReports.incomplete(), 100, true)
    }

    def "no line is wider than the terminal, but that of a sum: #width"() {
        given:
        def lines = drawn(SampleReports.findings(), width, false).readLines()

        expect:
        lines.findAll { it.startsWith('  ') }*.size().max() <= width
        lines.findAll { it.startsWith('  ') }*.size().max() > width - 20

        where:
        width << [60, 80, 132]
    }

    def "it says what the plain report says, with colour or without: #name"() {
        given:
        def report = SampleReports.all()[name]
        def words = { String text -> text.replaceAll(/\u001b\[[\d;]*m/, '').split(/\s+/).toSet() }

        expect:
        words(new TextReport().text(report)).findAll { !it.contains('/') } - words(drawn(report, 140, false)) == [] as Set
        drawn(report, 140, true).replaceAll(/\u001b\[[\d;]*m/, '') == drawn(report, 140, false)

        where:
        name << SampleReports.all().keySet()
    }

    def "no text from Atlas or a spec plays with the terminal, nor with what draws the table: #hostile"() {
        given:
        def drawn = drawn(SampleReports.hostile(hostile), 80, true)

        expect:
        drawn.replaceAll(/\u001b\[(0|1|2|31|32|33)m/, '').codePoints().allMatch { it == 10 || it >= 32 }
        drawn.replaceAll(/\u001b\[[\d;]*m|\s/, '').contains(shown)

        where:
        hostile              || shown
        'red\u001b[31m\u0007' || 'red\\u{1b}[31m\\u{7}'
        '@|red,bold x|@'     || '@|red,boldx|@'
        '@|'                 || '@|'
        '${sys:user.home} %n' || '${sys:user.home}%n'
    }

    private static String drawn(AuditReport report, int width, boolean isColored) {
        def bytes = new ByteArrayOutputStream()
        new AuditTable(new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8), isColored), width).print(report)
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
