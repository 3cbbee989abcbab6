package dev.linkspan.audit.notify

import static dev.linkspan.audit.notify.Reports.BEGAN
import static dev.linkspan.audit.notify.Reports.remembered
import static dev.linkspan.audit.notify.Reports.resolved
import static dev.linkspan.audit.notify.Reports.stands

import com.fasterxml.jackson.databind.ObjectMapper
import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Memory
import dev.linkspan.audit.Severity
import dev.linkspan.audit.Standing
import dev.linkspan.audit.report.Golden
import dev.linkspan.audit.report.HostileTextSpec
import dev.linkspan.audit.report.SampleReports
import spock.lang.Specification

/** What people see in Slack. */
class SlackMessageSpec extends Specification {

    def "a message begins with the counts and the verdict, and says what to do about each finding"() {
        expect:
        text(report, Severity.NOTE) == Golden.expected("../notify/${name}.slack.txt", text(report, Severity.NOTE))

        where:
        name         | report
        'found'      | Reports.findings()
        'everything' | Reports.everything()
    }

    def "a message fits, and says how many it leaves out"() {
        given:
        def report = remembered(SampleReports.many(2_000, 300), SampleReports.many(500).findings().collect { resolved(it) }) {
            stands(Standing.Kind.NEW, BEGAN)
        }

        when:
        def text = text(report)

        then:
        text.length() <= 4_000
        (text =~ /and (\d+) more, in the report/).collect { it[1] as int } == [2_300 - shown(text, 'New'), 500 - shown(text, 'Resolved')]
        shown(text, 'New') > 5
        text.readLines().find { it.startsWith('•') }.contains('error unhealthy')
    }

    def "no text makes a message that Slack would not take, or that says more than it should: #text"() {
        given:
        def message = text(SampleReports.hostile(TEXTS[text]), Severity.NOTE)

        expect:
        message.length() <= 4_000
        message.readLines().every { it.startsWith('*') || it.startsWith('• ') || it.startsWith('    To do: ') || it.empty || it =~ /^(Incomplete: not|and \d+ more)/ }
        !(message =~ /<|>|&(?!(amp|lt|gt);)|@channel(?![^`]*`)/)

        where:
        text << TEXTS.keySet()
    }

    def "nothing is linked to, and the whole is JSON"() {
        given:
        def json = new ObjectMapper().readValue(SlackMessage.json(News.of(SampleReports.hostile('"}{\\'), Severity.NOTE, BEGAN)), Map)

        expect:
        json.keySet() == ['text', 'unfurl_links', 'unfurl_media'] as Set
        !json.unfurl_links
        !json.unfurl_media
    }

    def "that nothing could be looked at is said with what to do"() {
        expect:
        SlackMessage.text(News.hindered('GET /groups: 401 <!channel>', 'Check the key.', Severity.ERROR, BEGAN)) ==
            '*Linkspan audit: nothing could be read*\nGET /groups: 401 `&lt;!channel&gt;` Check the key.'
    }

    private static final TEXTS = HostileTextSpec.TEXTS + [
        mention: '<!channel> <!here|here> <@U024BE7LH> @channel',
        link: '<https://evil.example|the report> https://evil.example',
        forged: 'x\\n*Linkspan audit: all is well*\\n',
        escapes: '&' * 100_000]

    private static int shown(String text, String heading) {
        text.readLines().dropWhile { it != "*$heading*" }.drop(1).takeWhile { it.startsWith('•') || it.startsWith('    ') }.count { it.startsWith('•') }
    }

    private static String text(AuditReport report, Severity mildest = Severity.WARNING) {
        SlackMessage.text(News.of(report, mildest, BEGAN))
    }

}
