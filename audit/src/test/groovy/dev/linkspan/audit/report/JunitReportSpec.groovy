package dev.linkspan.audit.report

import static SampleReports.findings

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Severity
import javax.xml.parsers.DocumentBuilderFactory
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser
import spock.lang.Specification

/** What a CI server makes of the XML, by the parser with which Maven reads such files. */
class JunitReportSpec extends Specification {

    private static final XML = DocumentBuilderFactory.newDefaultInstance()

    def "what counts has failed, what could not be seen is an error, all else is skipped: #name, #failOn"() {
        when:
        def suites = read(SampleReports.all()[name].failingOn(failOn))

        then:
        ['tests', 'failures', 'errors', 'skipped'].collectEntries { [it, suites.sum { suite -> suite.numberOf(it) }] } ==
            [tests: tests, failures: failures, errors: errors, skipped: skipped]

        where:
        name         | failOn           || tests | failures | errors | skipped
        'clean'      | Severity.WARNING || 1     | 0        | 0      | 0
        'settling'   | Severity.WARNING || 2     | 0        | 0      | 1
        'settling'   | Severity.NOTE    || 2     | 1        | 0      | 0
        'findings'   | Severity.WARNING || 11    | 9        | 0      | 1
        'findings'   | Severity.ERROR   || 11    | 4        | 0      | 6
        'remembered' | Severity.WARNING || 11    | 6        | 0      | 4
        'incomplete' | Severity.WARNING || 4     | 1        | 2      | 0
    }

    def "there is a suite for each project, and one that says how much was looked at"() {
        given:
        def suites = XML.newDocumentBuilder().parse(new ByteArrayInputStream(new JunitReport().text(findings()).bytes))
            .getElementsByTagName('testsuite')

        expect:
        (0..<suites.length).collect { suites.item(it).getAttribute('name') } ==
            ['Linkspan audit', 'Project 5e2211c17a3e5a48f5497de3 (payments)', 'Project 6f3322d28b4f6b59a6508ef4']
        suites.item(0).textContent.contains('Looked at 2 of 2 projects')
    }

    def "a case is known by its finding, and says what is the matter and what to do"() {
        when:
        def failed = read(findings()).testCases.flatten().find { it.name.startsWith('unhealthy') }

        then:
        failed.name == 'unhealthy 5e2211c17a3e5a48f5497de3/aws/us-east-1/vpce-00000000000000002'
        failed.failureType == 'error'
        failed.failureMessage.contains('the endpoint is in another account')
        failed.failureDetail.contains('Spec: specs/payments.groovy:3:5')
        failed.failureDetail.contains('To do: ')
    }

    private static List<Suite> read(AuditReport report) {
        def bytes = new ByteArrayInputStream(new JunitReport().text(report).getBytes('UTF-8'))
        new TestSuiteXmlParser(new NullConsoleLogger()).parse(new InputStreamReader(bytes, 'UTF-8')).collect { new Suite(it) }
    }

    private static class Suite {

        final name
        final testCases
        private final counts

        Suite(suite) {
            name = suite.fullClassName
            testCases = suite.testCases
            counts = [tests: suite.numberOfTests, failures: suite.numberOfFailures, errors: suite.numberOfErrors,
                      skipped: suite.numberOfSkipped]
        }

        int numberOf(String what) {
            counts[what]
        }
    }
}
