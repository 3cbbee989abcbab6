package dev.linkspan.audit.report

import static SampleReports.audit
import static SampleReports.clean
import static SampleReports.findings
import static SampleReports.incomplete
import static SampleReports.many
import static SampleReports.remembered
import static SampleReports.settling
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import com.fasterxml.jackson.databind.ObjectMapper
import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.report.html.HtmlReport
import java.time.Instant
import org.yaml.snakeyaml.Yaml
import spock.lang.Specification

class ReportSpec extends Specification {

    static final FORMATS = [
        txt: new TextReport(), json: new JsonReport(), yaml: new YamlReport(), md: new MarkdownReport(), xml: new JunitReport(),
        sarif: new SarifReport(), prom: new PrometheusReport(), html: new HtmlReport()]

    def "a report is printed as it always was: #name.#ending"() {
        given:
        def text = withoutStyle(FORMATS[ending].text(SampleReports.all()[name]))

        expect:
        text == Golden.expected("${name}.${ending}", text)

        where:
        [name, ending] << [SampleReports.all().keySet(), FORMATS.keySet()].combinations()
    }

    /** A page's style, its script and their hashes are read where they stand. */
    private static String withoutStyle(String text) {
        text.replaceAll(/(?s)<(style|script)>.*?<\/\1>/, '<$1></$1>').replaceAll(/'sha256-[^']*'/, "'sha256-'")
    }

    def "no clock is in the bytes unless it is given"() {
        given:
        def timed = clean().at(Instant.parse('2026-11-22T03:00:00Z'))

        expect:
        new TextReport().text(timed).contains('Read at 2026-11-22T03:00:00Z.\n')
        new TextReport().text(timed) - 'Read at 2026-11-22T03:00:00Z.\n' == new TextReport().text(clean())
        json(timed).at == '2026-11-22T03:00:00Z'
        json(timed).findAll { it.key != 'at' } == json(clean())
    }

    def "the same report gives the same characters, in whatever order its parts came: #format"() {
        expect:
        format.text(findings()) == format.text(findings(true))

        where:
        format << FORMATS.values()
    }

    def "YAML says what JSON says: #name"() {
        expect:
        new Yaml().load(new YamlReport().text(report)) == json(report)

        where:
        name << [*SampleReports.all().keySet(), 'no', '1e3', '0x1F', '2026-11-22', '~', '- x: {', 'a\nb', '1:30', "'"]
        report = SampleReports.all()[name] ?: SampleReports.hostile(name)
    }

    def "a page of many findings fits a comment"() {
        given:
        def page = new MarkdownReport().text(many(3_000))

        expect:
        page.length() <= 60_000
        page =~ /\*\*\d+ more lines do not fit here/
    }

    def "an endless message is cut on screen and whole for programs"() {
        given:
        def report = audit(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1, error: 'no ' * 10_000)])])])

        expect:
        new TextReport().text(report).readLines()*.size().max() <= 600
        json(report).findings[0].message == 'no ' * 10_000
    }

    def "what is suppressed is only counted where people read, and marked where programs do"() {
        given:
        def report = remembered()
        def suppressed = report.findings().findAll { it.suppressed }*.fingerprint()*.toString()

        expect:
        suppressed.size() == 3
        [new TextReport(), new MarkdownReport()]*.text(report).every { text ->
            text.contains('Suppressed by rules: 3 findings.') && !suppressed.any { text.contains(it) }
        }
        json(report).findings.findAll { it.suppressed }*.fingerprint == suppressed
    }

    def "what could not be seen is shown even where a rule suppresses it"() {
        given:
        def report = incomplete()
        def suppression = remembered().findings()*.suppression().find { it.present }.get()

        when:
        def text = format.text(report.finding(report.findings()*.suppressed(suppression)))

        then:
        text.contains('Incomplete: not everything could be read')
        report.findings().findAll { it.kind().word() == 'not-seen' }.every { text.contains(it.fingerprint().toString()) }
        !report.findings().findAll { it.kind().word() != 'not-seen' }.any { text.contains(it.fingerprint().toString()) }

        where:
        format << [new TextReport(), new MarkdownReport()]
    }

    def "a clean verdict does not deny what was found and does not count"() {
        given:
        def suppression = remembered().findings()*.suppression().find { it.present }.get()
        def silenced = findings().with { report -> report.finding(report.findings()*.suppressed(suppression)) }
        def partly = settling().with { report ->
            report.finding(report.findings() + findings().findings().take(1)*.suppressed(suppression))
        }

        expect:
        verdictLine(settling()) == "Clean: nothing found is as grave as 'warning'."
        verdictLine(silenced) == 'Clean: rules suppress all that was found.'
        verdictLine(partly) == "Clean: nothing that counts is as grave as 'warning'."
        verdictLine(clean()) == 'Clean: Atlas is as the specs say.'
    }

    private static String verdictLine(AuditReport report) {
        new TextReport().text(report).readLines().last()
    }

    def "what programs read carries its format, its verdict and the exit status: #name"() {
        expect:
        def read = json(SampleReports.all()[name])
        read.format == 'linkspan.audit/1'
        read.verdict == verdict
        read.exitStatus == exitStatus

        where:
        name         || verdict      | exitStatus
        'clean'      || 'clean'      | 0
        'settling'   || 'clean'      | 0
        'findings'   || 'findings'   | 2
        'incomplete' || 'incomplete' | 3
    }

    private static Map json(AuditReport report) {
        new ObjectMapper().readValue(new JsonReport().text(report), Map)
    }
}
