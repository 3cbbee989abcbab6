package dev.linkspan.audit.notify

import static dev.linkspan.audit.notify.Reports.BEGAN
import static dev.linkspan.audit.notify.Reports.remembered
import static dev.linkspan.audit.notify.Reports.resolved
import static dev.linkspan.audit.notify.Reports.stands

import com.fasterxml.jackson.databind.ObjectMapper
import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Severity
import dev.linkspan.audit.Standing
import dev.linkspan.audit.report.HostileTextSpec
import dev.linkspan.audit.report.JsonReport
import dev.linkspan.audit.report.SampleReports
import spock.lang.Specification

/** What programs get. */
class NotificationDocumentSpec extends Specification {

    def "findings stand in a notification as they do in a report"() {
        given:
        def report = Reports.everything()
        def whole = new ObjectMapper().readValue(new JsonReport().text(report), Map)

        when:
        def document = document(report, Severity.ERROR)

        then:
        document.findings == whole.findings.findAll { it.kind == 'not-seen' } + whole.findings.findAll { it.kind == 'missing' }
        document.resolved == whole.resolved
        document.coverage == whole.coverage
        document.counts == whole.counts
        document.subMap(['format', 'notifyAt', 'compared', 'verdict', 'exitStatus', 'scope', 'findingsLeftOut', 'resolvedLeftOut', 'at']) == [
            format: 'linkspan.notification/1', notifyAt: 'error', compared: true, verdict: 'incomplete', exitStatus: 3, scope: 'specs',
            findingsLeftOut: 0, resolvedLeftOut: 0, at: '2026-11-22T03:00:00Z']
    }

    def "each notification has a name of its own"() {
        expect:
        document(Reports.findings()).id != document(Reports.findings()).id
    }

    def "it stays small enough for a server to take, and says what it leaves out"() {
        given:
        def report = remembered(SampleReports.many(250), SampleReports.many(150).findings().collect { resolved(it) }) {
            stands(Standing.Kind.NEW, BEGAN)
        }

        expect:
        with(document(report)) {
            findings.size() == 100
            findingsLeftOut == 150
            resolved.size() == 100
            resolvedLeftOut == 50
        }
        SampleReports.many(250).with { NotificationDocument.json(News.of(it, Severity.NOTE, BEGAN)).length() } < 500_000
    }

    def "a text of a program's reading is that text, unless it is endless: #text"() {
        given:
        def hostile = HostileTextSpec.TEXTS[text]
        def json = NotificationDocument.json(News.of(SampleReports.hostile(hostile), Severity.NOTE, BEGAN))

        expect:
        json.codePoints().allMatch { it == 10 || it in 32..126 }
        json.length() < 200_000
        text in ['broken', 'invisible', 'endless'] ||
            new ObjectMapper().readValue(json, Map).findings.find { it.kind == 'not-seen' }.why == hostile

        where:
        text << HostileTextSpec.TEXTS.keySet()
    }

    def "why nothing could be looked at stands in place of a report"() {
        given:
        def document = NotificationDocument.of(News.hindered('401', 'Check the key.', Severity.WARNING, BEGAN))

        expect:
        document.keySet() == ['format', 'id', 'at', 'notifyAt', 'compared', 'verdict', 'exitStatus', 'failure'] as Set
        document.verdict == 'incomplete'
        document.exitStatus == 3
    }

    private static Map document(AuditReport report, Severity mildest = Severity.WARNING) {
        new ObjectMapper().readValue(NotificationDocument.json(News.of(report, mildest, BEGAN)), Map)
    }
}
