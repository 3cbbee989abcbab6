package dev.linkspan.audit.history

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

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Auditor
import dev.linkspan.audit.Finding
import dev.linkspan.audit.Severity
import dev.linkspan.audit.Suppression
import dev.linkspan.diagnostic.SourceRef
import dev.linkspan.model.Address
import dev.linkspan.time.TestTime
import java.nio.file.Path
import java.time.Duration
import java.time.Instant
import java.time.LocalDate
import spock.lang.Specification
import spock.lang.TempDir

class ReportMemorySpec extends Specification {

    static final START = Instant.parse('2026-11-20T03:00:00Z')
    static final ENDPOINT = Address.service(PROJECT, VIRGINIA).endpoint(vpce(1))

    @TempDir
    Path folder
    int night

    def 'a report says what is new, what is there still and since when, and what is resolved'() {
        when:
        def first = remembered(report('FAILED'))
        def second = remembered(report('FAILED'))
        def third = remembered(report('AVAILABLE'))

        then:
        standings(first) == ["new $START"]*.toString()
        standings(second) == ["still $START"]*.toString()
        third.findings() == []
        third.memory().get().resolved().collect { "${it.kind()} ${it.address()} ${it.since()}" as String } == ["unhealthy $ENDPOINT $START"]*.toString()
        third.memory().get().trend()*.errors() == [1, 1, 0]
        third.memory().get().trend()*.verdict() == ['findings', 'findings', 'clean']
    }

    def 'what could not be looked at is never resolved'() {
        given:
        remembered(report('FAILED'))

        when:
        def blinded = remembered(audit([foundProject(services: [foundService(endpoints: [foundEndpoint(2)], listed: [vpce(1)])])], [blind(spot)]))

        then:
        blinded.memory().get().resolved() == []

        when:
        def seen = remembered(report('AVAILABLE'))

        then:
        seen.memory().get().resolved()*.kind().contains('unhealthy')

        where:
        spot << [ENDPOINT, Address.service(PROJECT, VIRGINIA).endpoint(vpce(1))]
    }

    def 'a project that an audit was not about is not resolved by it'() {
        given:
        remembered(report('FAILED'))

        when:
        def other = remembered(Auditor.audit(comparison([wantedProject(ref: OTHER_PROJECT)], [foundProject(id: OTHER_PROJECT)])))

        then:
        other.memory().get().resolved() == []
    }

    def 'a run that is kept already is not kept twice, and stands as it stood'() {
        when:
        def once = remembered(report('FAILED'), 'r')
        def again = remembered(report('FAILED'), 'r')

        then:
        standings(once)*.tokenize()*.first() == standings(again)*.tokenize()*.first()
        history().runs(Optional.empty(), Optional.empty(), 10).size() == 1
    }

    def 'what has been settling for more than three times the usual is stuck, and the same finding'() {
        given:
        def settling = remembered(report('PENDING'))

        when:
        def aged = memory().aged(report('PENDING'), START + past)

        then:
        aged.findings()*.kind() == [kind]
        aged.findings()*.severity() == [severity]
        aged.findings()[0].fingerprint() == settling.findings()[0].fingerprint()

        where:
        past                   || kind                  | severity
        Duration.ofMinutes(30) || Finding.Kind.SETTLING | Severity.NOTE
        Duration.ofMinutes(31) || Finding.Kind.STUCK    | Severity.WARNING
    }

    def 'what was settling and is stuck counts for more than it did, and is told so once'() {
        given:
        remembered(report('PENDING'))

        when:
        def stuck = remembered(memory().aged(report('PENDING'), START + Duration.ofHours(2)))
        def still = remembered(memory().aged(report('PENDING'), START + Duration.ofHours(3)))

        then:
        stuck.findings()*.standing()*.get()*.isGraver() == [true]
        still.findings()*.standing()*.get()*.isGraver() == [false]
    }

    def 'what a rule suppressed is known as suppressed when it is resolved'() {
        given:
        def suppression = new Suppression('known', 'net@example.com', LocalDate.of(2027, 1, 31), new SourceRef('audit-rules.yaml', 3, 5, ''))
        remembered(report('FAILED').with { it.finding(it.findings().collect { isSuppressed ? it.suppressed(suppression) : it }) })

        expect:
        remembered(report('AVAILABLE')).memory().get().resolved()*.suppressed() == [isSuppressed]

        where:
        isSuppressed << [true, false]
    }

    def 'a stuck finding says for how long, and what is usual'() {
        given:
        remembered(report('PENDING'))

        expect:
        memory().aged(report('PENDING'), START + Duration.ofHours(2)).findings()[0].summary() == 'This endpoint is PENDING.' +
            ' The request is accepted and AWS is setting the connection up. It has been so for at least 2h00m, and that usually takes 10m00s.'
    }

    private AuditReport remembered(AuditReport report, String run = "r$night") {
        def begun = START + Duration.ofDays(night++)
        memory().remembered(report, run, begun, begun)
    }

    private ReportMemory memory() {
        new ReportMemory(history(), 'specs')
    }

    private History history() {
        History.open(HistoryPlace.parse('history.db', folder, Optional.empty()), new TestTime())
    }

    private static List<String> standings(AuditReport report) {
        report.findings()*.standing()*.get().collect { "${it.kind().word()} ${it.since()}" as String }
    }

    private static AuditReport report(String status) {
        audit([foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: status), foundEndpoint(2)])])])
    }

    private static AuditReport audit(found, spots = []) {
        Auditor.audit(comparison([wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])], found, spots))
    }
}
