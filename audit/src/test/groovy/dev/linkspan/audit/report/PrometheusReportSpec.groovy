package dev.linkspan.audit.report

import static SampleReports.clean
import static SampleReports.findings
import static SampleReports.health
import static SampleReports.incomplete
import static SampleReports.remembered

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Finding
import dev.linkspan.audit.Severity
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification

class PrometheusReportSpec extends Specification {

    def "there is a number for each kind and severity, whether something was found or not"() {
        when:
        def numbers = numbers(findings(), 'linkspan_audit_findings')

        then:
        numbers.size() == Finding.Kind.values().size() * Severity.values().size()
        numbers.findAll { it.value } == [
            [kind: 'changed', severity: 'warning']: 2, [kind: 'missing', severity: 'error']: 3, [kind: 'settling', severity: 'note']: 1,
            [kind: 'unhealthy', severity: 'error']: 1, [kind: 'unmanaged', severity: 'warning']: 3]
    }

    def "services and endpoints are counted by where and how they are"() {
        expect:
        numbers(health(), 'linkspan_audit_endpoints').findAll { it.value } == [
            [provider: 'aws', region: 'us-east-1', state: 'failed']: 1, [provider: 'aws', region: 'us-east-1', state: 'ready']: 1,
            [provider: 'azure', region: 'eastus2', state: 'ready']: 1, [provider: 'gcp', region: 'us-east4', state: 'pending']: 1]
        numbers(health(), 'linkspan_audit_services').findAll { it.value } == [
            [provider: 'aws', region: 'us-east-1', state: 'ready']: 2, [provider: 'azure', region: 'eastus2', state: 'ready']: 1,
            [provider: 'gcp', region: 'us-east4', state: 'ready']: 1]
    }

    def "how much was looked at stands beside how much there is"() {
        expect:
        numbers(incomplete(), 'linkspan_audit_declared') == [[thing: 'project']: 3, [thing: 'service']: 3, [thing: 'endpoint']: 2]
        numbers(incomplete(), 'linkspan_audit_looked_at') == [[thing: 'project']: 1, [thing: 'service']: 2, [thing: 'endpoint']: 1]
    }

    def "the verdict is one of three"() {
        expect:
        numbers(report, 'linkspan_audit_verdict').findAll { it.value }.keySet() == [[verdict: verdict]] as Set
        numbers(report, 'linkspan_audit_verdict').size() == 3

        where:
        verdict << ['clean', 'findings', 'incomplete']
        report = SampleReports.all()[verdict]
    }

    def "what rules and earlier audits say is counted where they say it, and the time only where it is known"() {
        expect:
        numbers(remembered(), 'linkspan_audit_standing') ==
            [[standing: 'new']: 3, [standing: 'still']: 2, [standing: 'flapping']: 2, [standing: 'resolved']: 1]
        numbers(remembered(), 'linkspan_audit_findings_suppressed') == [[:]: 3]
        numbers(remembered(), 'linkspan_audit_timestamp_seconds') == [[:]: remembered().at().get().epochSecond]
        numbers(clean(), 'linkspan_audit_standing') == [:]
        numbers(clean(), 'linkspan_audit_timestamp_seconds') == [:]
    }

    def "the page for users has every metric with its labels, and no other"() {
        given:
        def rows = Files.readAllLines(Path.of('../docs/audit.md')).findAll { it.startsWith('| `linkspan_audit_') }
            .collect { it.split(/\|/)*.replace('`', '')*.trim() }

        expect:
        rows.collectEntries { [it[1], it[2].split(', ').findAll { it } as Set] } ==
            PrometheusText.read(new PrometheusReport().text(remembered())).collectEntries { [it.name, it.labels.keySet()] }
    }

    private static Map<Map<String, String>, Integer> numbers(AuditReport report, String metric) {
        PrometheusText.read(new PrometheusReport().text(report)).findAll { it.name == metric }.collectEntries { [it.labels, it.value as long] }
    }
}
