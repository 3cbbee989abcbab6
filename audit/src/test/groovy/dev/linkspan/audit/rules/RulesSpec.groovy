package dev.linkspan.audit.rules

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
import dev.linkspan.audit.Verdict
import dev.linkspan.model.Address
import java.nio.file.Files
import java.nio.file.Path
import java.time.LocalDate
import spock.lang.Specification
import spock.lang.TempDir

class RulesSpec extends Specification {

    static final TODAY = LocalDate.of(2026, 11, 25)
    static final SERVICE = Address.service(PROJECT, VIRGINIA)

    @TempDir
    Path folder

    def "a rule suppresses what it is about, and nothing else"() {
        when:
        def report = rules("- {address: '$address', $more reason: known, owner: net, until: 2026-11-25}").decide(drift(), TODAY)

        then:
        report.findings().findAll { it.isSuppressed() }.collect { "${it.kind().word()} ${it.address().endpoint().get()}" as String } == suppressed

        where:
        address                  | more                             || suppressed
        "$SERVICE"               | ''                               || ["missing ${vpce(1)}", "unmanaged ${vpce(2)}"]
        "$SERVICE/${vpce(2)}"    | ''                               || ["unmanaged ${vpce(2)}"]
        '*'                      | 'kind: missing,'                 || ["missing ${vpce(1)}"]
        '*'                      | 'kind: [unmanaged, changed],'    || ["unmanaged ${vpce(2)}"]
        '*'                      | 'severity: error,'               || ["missing ${vpce(1)}"]
        '*/aws/*'                | 'severity: [error, warning],'    || ["missing ${vpce(1)}", "unmanaged ${vpce(2)}"]
        '*/azure/*'              | ''                               || []
    }

    def "a suppressed finding keeps the reason, the owner, the last day and the place of its rule"() {
        when:
        def report = rules("- {address: '*', reason: The old VPC, owner: net-team, until: 2027-01-31}").decide(drift(), TODAY)

        then:
        def suppression = report.findings()[0].suppression().get()
        [suppression.reason(), suppression.owner(), suppression.until(), suppression.rule().toString()] ==
            ['The old VPC', 'net-team', LocalDate.of(2027, 1, 31), 'audit-rules.yaml:2:3']
        report.verdict() == Verdict.CLEAN
    }

    def "the first rule that is about a finding decides it, and a later one for the same is no less in use"() {
        when:
        def report = rules("""
            |- {address: '*', kind: missing, grade: note, reason: a, owner: a, until: 2027-01-31}
            |- {address: '*', reason: b, owner: b, until: 2027-01-31}""".stripMargin()).decide(drift(), TODAY)

        then:
        report.findings()*.severity() == [Severity.NOTE, Severity.WARNING]
        report.findings()*.isSuppressed() == [false, true]
    }

    def "a rule decides nothing after its last day, and is a finding then"() {
        given:
        def rules = rules("- {address: '*', kind: missing, reason: The old VPC, owner: net-team, until: 2026-11-25}")

        when:
        def report = rules.decide(drift(), TODAY.plusDays(1))

        then:
        report.findings()*.kind() == [Finding.Kind.MISSING, Finding.Kind.UNMANAGED, Finding.Kind.EXPIRED_RULE]
        !report.findings()[0].isSuppressed()
        report.findings()[2].advice().source().get().toString() == 'audit-rules.yaml:2:3'
        report.findings()[2].summary() ==
            'The rule of net-team for missing at * held until 2026-11-25, and decides nothing any more. Its reason was: The old VPC'
    }

    def "a rule that is about nothing is a finding, unless something could not be read that it may be about"() {
        given:
        def rules = rules("- {address: '*/azure/*', reason: a, owner: net-team, until: 2027-01-31}")

        expect:
        rules.decide(drift(spots), TODAY).findings().count { it.kind() == Finding.Kind.UNUSED_RULE } == unused

        where:
        spots                                     || unused
        []                                        || 1
        [blind(SERVICE.endpoint(vpce(1)))]        || 0
    }

    def "no rule makes an audit clean that could not look"() {
        when:
        def report = rules("- {address: '*', reason: a, owner: a, until: 2027-01-31}").decide(drift([blind(SERVICE.endpoint(vpce(1)))]), TODAY)

        then:
        report.verdict() == Verdict.INCOMPLETE
        !report.findings().find { it.kind() == Finding.Kind.NOT_SEEN }.isSuppressed()
    }

    def "every fault of a rules file is told with its place and what would be right"() {
        when:
        def reading = read(text)

        then:
        reading.faults().all().collect { "${it.source().get()} ${it.id()}: ${it.summary()}. ${it.remedy()}" as String } == faults
        reading.rules().decide(drift(), TODAY).findings().every { !it.isSuppressed() }

        where:
        text || faults
        "rules:\n- {adress: '*', reason: a, owner: a, until: 2027-01-31}" || [
            "audit-rules.yaml:2:3 incomplete-rule: This rule has no 'address'. A rule says what it is about, why, who answers for it, and until when: address, reason, owner, until.",
            "audit-rules.yaml:2:4 unknown-key: A rule has no key 'adress'. Did you mean 'address'?"]
        "rules:\n- {address: '*', kind: unmanged, reason: a, owner: a, until: 2027-01-31}" || [
            "audit-rules.yaml:2:24 unknown-kind: 'unmanged' is not a kind that a rule can be about. Did you mean 'unmanaged'?"]
        "rules:\n- {address: '*', severity: grave, reason: a, owner: a, until: 2027-01-31}" || [
            "audit-rules.yaml:2:28 unknown-severity: 'grave' is not a severity. Use one of error, warning, note."]
        "rules:\n- {address: '*', reason: a, owner: a, until: 31.1.2027}" || [
            "audit-rules.yaml:2:46 malformed-date: '31.1.2027' is not a day. Write year, month and day: until: 2027-01-31."]
        "rules:\n- {address: '*', reason: a, reason: b, owner: a, until: 2027-01-31}" || [
            "audit-rules.yaml:2:29 duplicate-key: 'reason' stands twice in this rule. Remove one."]
        "rules:\n- {address: [a, b], reason: a, owner: a, until: 2027-01-31}" || [
            "audit-rules.yaml:2:13 not-a-value: 'address' takes one text. Example: address: '5e2211c17a3e5a48f5497de3/aws/us-east-1'."]
    }

    def "a file that holds no rules at all is told"() {
        expect:
        read(text).faults().all()*.id() == [id]

        where:
        text              || id
        'rules: nothing'  || 'not-rules'
        '- address: x'    || 'not-rules'
        'rule: []'        || 'unknown-key'
        'rules: [x]'      || 'not-a-rule'
        'rules: ['        || 'malformed-yaml'
        'rules: &a [*a]'  || 'malformed-yaml'
    }

    def "a file that is not there is a fault, not an audit without rules"() {
        expect:
        RulesFile.read(folder.resolve('nowhere.yaml'), 'nowhere.yaml').faults().all()*.id() == ['rules-not-found']
    }

    def "an empty file has no rules and no fault"() {
        expect:
        read(text).faults().isEmpty()

        where:
        text << ['', '# nothing yet', 'rules:', 'rules: []']
    }

    def "a baseline suppresses all that was found, for a while, and holds hostile text as text"() {
        given:
        def report = drift([], "rejected: 'x'\n- {address: '*'} # \u202e")
        Files.writeString(folder.resolve('baseline.yaml'), Baseline.of(report, 'net: team', TODAY))

        when:
        def reading = RulesFile.read(folder.resolve('baseline.yaml'), 'baseline.yaml')

        then:
        reading.faults().isEmpty()
        reading.rules().decide(report, TODAY.plusDays(90)).findings().every { it.isSuppressed() }
        reading.rules().decide(report, TODAY.plusDays(91)).findings().count { it.kind() == Finding.Kind.EXPIRED_RULE } == report.findings().size()
        reading.rules().decide(report, TODAY).findings()[0].suppression().get().owner() == 'net: team'
    }

    private Rules rules(String list) {
        def reading = read("rules:\n${list.stripLeading()}")
        assert reading.faults().isEmpty()
        reading.rules()
    }

    private RulesFile.Reading read(String text) {
        def file = folder.resolve('audit-rules.yaml')
        Files.writeString(file, text)
        RulesFile.read(file, 'audit-rules.yaml')
    }

    private static AuditReport drift(spots = [], String error = null) {
        def found = [foundEndpoint(2, error: error)]
        Auditor.audit(comparison(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(endpoints: found, listed: spots.empty ? [] : [vpce(1)])])],
            spots))
    }
}
