package dev.linkspan.audit.report

import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import com.fasterxml.jackson.databind.ObjectMapper
import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Auditor
import dev.linkspan.audit.Memory
import dev.linkspan.audit.Standing
import dev.linkspan.audit.Suppression
import dev.linkspan.diagnostic.SourceRef
import dev.linkspan.model.Address
import dev.linkspan.model.ProjectId
import dev.linkspan.model.UnmanagedPolicy
import java.time.Instant
import java.time.LocalDate
import spock.lang.Specification

class ReportSpec extends Specification {

    static final EARLIER = Instant.parse('2026-11-22T03:00:00Z')
    static final THIRD_PROJECT = new ProjectId('7a4433e39c5a7c6ab7619af5')

    def "a report is printed as it always was: #name"() {
        expect:
        new TextReport().text(report) == Golden.expected("${name}.txt", new TextReport().text(report))
        new JsonReport().text(report) == Golden.expected("${name}.json", new JsonReport().text(report))
        new MarkdownReport().text(report) == Golden.expected("${name}.md", new MarkdownReport().text(report))

        where:
        name         | report
        'clean'      | clean()
        'settling'   | settling()
        'findings'   | findings()
        'incomplete' | incomplete()
        'remembered' | remembered()
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

    def "the same report gives the same characters, in whatever order its parts came"() {
        expect:
        [new TextReport(), new JsonReport(), new MarkdownReport()].every { it.text(findings()) == it.text(findings(true)) }
    }

    def "no text from Atlas or a spec can play with a terminal"() {
        given:
        def hostile = 'red\u001b[31m\u202e\u009b2J\nProject forged\u2028'
        def report = audit(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(name: hostile, services: [
                foundService(status: hostile, endpoints: [foundEndpoint(1, error: hostile)])])],
            [blind(Address.regionalMode(PROJECT), hostile)])

        when:
        def text = new TextReport().text(report)
        def json = new JsonReport().text(report)

        then:
        (text + json).codePoints().allMatch { it == 10 || (it >= 32 && it < 127) || it == (int) ('…' as char) }
        text.readLines().every { !it.startsWith('Project forged') }
        text.contains('red\\u{1b}[31m\\u{202e}')
        new ObjectMapper().readValue(json, Map).findings.find { it.kind == 'unhealthy' && it.endpoint }.message == hostile
    }

    def "no text from Atlas or a spec is more than text on a page"() {
        given:
        def hostile = '| x <script>alert(1)</script> `y` @team [z](https://evil.example)\n# Forged'
        def report = audit(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(name: hostile, services: [foundService(status: hostile, endpoints: [foundEndpoint(1, error: hostile)])])],
            [blind(Address.regionalMode(PROJECT), hostile)])

        when:
        def page = new MarkdownReport().text(report)

        then:
        !(page =~ /<script|@team|`y`|\]\(|(?m)^# Forged|https:/)
        page.readLines().findAll { it.startsWith('| ') }.every { it.count('|') == 5 }
    }

    def "a page of many findings fits a comment"() {
        given:
        def ids = (1..3_000)
        def report = audit([wantedProject(services: [wantedService(endpoints: ids.collect { wantedEndpoint(it) })])], [foundProject()])

        expect:
        new MarkdownReport().text(report).length() <= 60_000
        new MarkdownReport().text(report) =~ /\*\*\d+ more lines do not fit here/
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

    def "a clean verdict does not deny what was found and does not count"() {
        expect:
        verdictLine(settling()) == "Clean: nothing found is as grave as 'warning'."
        verdictLine(clean()) == 'Clean: Atlas is as the specs say.'
    }

    private static String verdictLine(AuditReport report) {
        new TextReport().text(report).readLines().last()
    }

    def "what programs read carries its format, its verdict and the exit status"() {
        expect:
        def read = json(report)
        read.format == 'linkspan.audit/1'
        read.verdict == verdict
        read.exitStatus == exitStatus

        where:
        report       || verdict      | exitStatus
        clean()      || 'clean'      | 0
        settling()   || 'clean'      | 0
        findings()   || 'findings'   | 2
        incomplete() || 'incomplete' | 3
    }

    private static AuditReport clean() {
        audit([wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1)])])])
    }

    private static AuditReport settling() {
        audit([wantedProject(unmanaged: UnmanagedPolicy.IGNORE, services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [
                foundService(region: IRELAND), foundService(endpoints: [foundEndpoint(1, status: 'PENDING')])])])
    }

    private static AuditReport findings(boolean turnedAround = false) {
        def wanted = [
            wantedProject(regionalMode: true, services: [
                wantedService(remoteRegions: [IRELAND], endpoints: [
                    wantedEndpoint(1), wantedEndpoint(2), wantedEndpoint(3)])]),
            wantedProject(ref: OTHER_PROJECT, services: [wantedService(endpoints: [wantedEndpoint(4)])])]
        def found = [
            foundProject(name: 'payments', regionalMode: false, services: [
                foundService(region: IRELAND, endpoints: [foundEndpoint(9)]),
                foundService(endpoints: [
                    foundEndpoint(2, status: 'REJECTED', error: 'the endpoint is in another account'),
                    foundEndpoint(3, status: 'PENDING_ACCEPTANCE'),
                    foundEndpoint(8)])]),
            foundProject(id: OTHER_PROJECT)]
        turnedAround ? audit(wanted.reverse(), found.reverse()) : audit(wanted, found)
    }

    private static AuditReport incomplete() {
        audit(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])]),
             wantedProject(ref: OTHER_PROJECT, services: [wantedService()]),
             wantedProject(ref: THIRD_PROJECT, services: [wantedService()])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(2)], listed: [vpce(1)])]),
             foundProject(id: OTHER_PROJECT)],
            [blind(Address.service(PROJECT, VIRGINIA).endpoint(vpce(1))),
             blind(Address.of(THIRD_PROJECT), 'GET /groups/7a4433e39c5a7c6ab7619af5: 401 Unauthorized')])
    }

    /** With everything that rules and earlier audits may add. */
    private static AuditReport remembered() {
        def suppression = new Suppression('Moved by the network team', 'net@example.com', LocalDate.of(2027, 1, 31),
            new SourceRef('audit-rules.yaml', 3, 5, ''))
        def kinds = [Standing.Kind.NEW, Standing.Kind.STILL, Standing.Kind.FLAPPING]
        def report = findings()
        def told = report.findings().withIndex().collect { finding, index ->
            def standing = finding.standing(new Standing(kinds[index % 3], EARLIER))
            index % 4 == 1 ? standing.suppressed(suppression) : standing
        }
        report.finding(told).at(EARLIER.plusSeconds(86_400)).remembering(new Memory(
            [new Memory.Resolved(told[0].fingerprint(), 'missing', 'error', "$PROJECT/aws/us-east-1", 'It was missing.', EARLIER)],
            [new Memory.Point(EARLIER, 'clean', 0, 0, 1), new Memory.Point(EARLIER.plusSeconds(86_400), 'findings', 2, 1, 0)]))
    }

    private static AuditReport audit(wanted, found, spots = []) {
        Auditor.audit(comparison(wanted, found, spots))
    }

    private static Map json(AuditReport report) {
        new ObjectMapper().readValue(new JsonReport().text(report), Map)
    }
}
