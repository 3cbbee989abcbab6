package dev.linkspan.audit.notify

import static dev.linkspan.audit.notify.Reports.BEFORE
import static dev.linkspan.audit.notify.Reports.BEGAN
import static dev.linkspan.audit.notify.Reports.remembered
import static dev.linkspan.audit.notify.Reports.resolved
import static dev.linkspan.audit.notify.Reports.stands

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Finding
import dev.linkspan.audit.Memory
import dev.linkspan.audit.Severity
import dev.linkspan.audit.Standing
import dev.linkspan.audit.Suppression
import dev.linkspan.audit.report.SampleReports
import dev.linkspan.diagnostic.SourceRef
import java.time.LocalDate
import spock.lang.Specification

/** What is worth telling. */
class NewsSpec extends Specification {

    def "without a history everything counts as new"() {
        given:
        def report = Reports.findings()

        expect:
        news(report, Severity.NOTE).found() as Set == report.findings() as Set
        !news(report).isCompared()
    }

    def "what is less grave than asked for is not told: #mildest"() {
        expect:
        news(Reports.findings(), mildest).found()*.severity().toSet() == told as Set

        where:
        mildest          || told
        Severity.ERROR   || [Severity.ERROR]
        Severity.WARNING || [Severity.ERROR, Severity.WARNING]
        Severity.NOTE    || [Severity.ERROR, Severity.WARNING, Severity.NOTE]
    }

    def "the gravest comes first"() {
        given:
        def found = news(Reports.findings(), Severity.NOTE).found()

        expect:
        found*.severity() == found*.severity().toSorted()
    }

    def "against a history, only what it does not have is told: #standing"() {
        expect:
        !news(remembered(Reports.findings()) { standing }).empty == isTold

        where:
        standing                                            || isTold
        stands(Standing.Kind.NEW, BEGAN)                    || true
        stands(Standing.Kind.STILL)                         || false
        stands(Standing.Kind.STILL, BEFORE, true)           || true
        stands(Standing.Kind.FLAPPING, BEGAN)               || true
        stands(Standing.Kind.FLAPPING, BEGAN.plusSeconds(9)) || true
        stands(Standing.Kind.FLAPPING, BEFORE)              || false
        stands(Standing.Kind.FLAPPING, BEFORE, true)        || true
    }

    def "what a rule suppresses is not told"() {
        given:
        def suppression = new Suppression('known', 'net@example.com', LocalDate.of(2027, 1, 31), new SourceRef('audit-rules.yaml', 3, 5, ''))
        def report = Reports.findings()

        expect:
        news(report.finding(report.findings().collect { it.suppressed(suppression) }), Severity.NOTE).empty
    }

    def "what is resolved is told, if it was grave enough and counted: #severity, #suppressed"() {
        given:
        def gone = resolved(Reports.findings().findings()[0], severity, suppressed)

        expect:
        !news(SampleReports.clean().remembering(Reports.memory([gone]))).empty == isTold

        where:
        severity  | suppressed || isTold
        'error'   | false      || true
        'warning' | false      || true
        'note'    | false      || false
        'error'   | true       || false
        'grave'   | false      || true
    }

    def "what could not be read is told every time, however mild anybody wants it"() {
        given:
        def report = remembered(SampleReports.incomplete()) { stands(Standing.Kind.STILL) }

        expect:
        with(news(report, Severity.ERROR)) {
            unread()*.kind().toSet() == [Finding.Kind.NOT_SEEN] as Set
            unread().size() == 2
            found().empty
            !empty
        }
    }

    def "a clean audit is nothing to tell"() {
        expect:
        news(SampleReports.clean(), Severity.NOTE).empty
        news(SampleReports.settling()).empty
        news(remembered(Reports.findings()) { stands(Standing.Kind.STILL) }).empty
    }

    def "that nothing could be looked at is told"() {
        expect:
        !News.hindered('401 Unauthorized', 'Check the key.', Severity.ERROR, BEGAN).empty
    }

    def "the headline has the counts, and calls nothing new that was held against nothing"() {
        expect:
        NewsWords.headline(news(report, Severity.NOTE)) == headline

        where:
        report                                                                      || headline
        Reports.findings()                                                          || 'Linkspan audit: 10 found (4 errors, 5 warnings, 1 note)'
        remembered(Reports.findings()) { stands(Standing.Kind.NEW, BEGAN) }         || 'Linkspan audit: 10 new (4 errors, 5 warnings, 1 note)'
        remembered(Reports.findings()) { stands(Standing.Kind.STILL, BEFORE, true) } || 'Linkspan audit: 10 new or graver (4 errors, 5 warnings, 1 note)'
        SampleReports.incomplete()                                                  || 'Linkspan audit: 2 could not be read, 1 found (1 error)'
        SampleReports.clean().remembering(gone())                                   || 'Linkspan audit: 1 resolved'
    }

    private static Memory gone() {
        Reports.memory([resolved(Reports.findings().findings()[0])])
    }

    private static News news(AuditReport report, Severity mildest = Severity.WARNING) {
        News.of(report, mildest, BEGAN)
    }
}
