package dev.linkspan.audit.report

import static SampleReports.clean
import static SampleReports.findings
import static SampleReports.hostile
import static SampleReports.many
import static SampleReports.remembered

import com.contrastsecurity.sarif.SarifSchema210
import com.fasterxml.jackson.databind.ObjectMapper
import com.networknt.schema.InputFormat
import com.networknt.schema.Schema
import com.networknt.schema.SchemaRegistry
import com.networknt.schema.SpecificationVersion
import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Finding
import spock.lang.Shared
import spock.lang.Specification

class SarifReportSpec extends Specification {

    @Shared
    Schema standard = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7)
            .getSchema(SarifSchema210.getResourceAsStream('/schema/sarif-schema-2.1.0.json'))

    def "a report is what the standard's schema asks for: #name"() {
        expect:
        standard.validate(new SarifReport().text(SampleReports.all()[name]), InputFormat.JSON).empty

        where:
        name << SampleReports.all().keySet()
    }

    def "the schema would see what is wrong"() {
        expect:
        !standard.validate(new SarifReport().text(findings()).replace('"level": "error"', '"level": "grave"'), InputFormat.JSON).empty
    }

    def "each finding is an alert of its kind, at its place in a spec, known by its fingerprint"() {
        when:
        def run = run(findings())
        def result = run.results.find { it.ruleId == 'unhealthy' }
        def finding = findings().findings().find { it.kind().word() == 'unhealthy' }

        then:
        run.results.size() == findings().findings().size()
        run.results.every { run.tool.driver.rules[it.ruleIndex].id == it.ruleId }
        result.level.value() == 'error'
        result.message.text.contains('the endpoint is in another account')
        result.message.text.contains('To do: ')
        result.locations[0].physicalLocation.artifactLocation.uri == 'specs/payments.groovy'
        result.locations[0].physicalLocation.region.startLine == 3
        result.locations[0].logicalLocations[0].fullyQualifiedName == finding.address().toString()
        result.baselineState == null
    }

    def "a finding is the same alert from one audit to the next"() {
        expect:
        new ObjectMapper().readValue(new SarifReport().text(findings()), Map).runs[0].results*.partialFingerprints ==
            findings().findings()*.fingerprint()*.toString().collect { ['linkspan/v1': it, primaryLocationLineHash: it] }
    }

    def "a rule's name is what the kind is called, and it explains itself"() {
        expect:
        def rules = run(clean()).tool.driver.rules
        rules*.id == Finding.Kind.values()*.word()
        rules*.name.take(2) == ['NotSeen', 'Missing']
        rules.every { it.help.text && it.shortDescription.text.size() <= 1024 }
    }

    def "GitHub takes no file in which a finding has no place, so each has one: #name"() {
        expect:
        run(SampleReports.all()[name]).results.every { it.locations[0].physicalLocation.artifactLocation.uri }

        where:
        name << ['health', 'incomplete']
    }

    def "what rules suppress and earlier audits know is said in the standard's words"() {
        when:
        def results = run(remembered()).results

        then:
        results*.baselineState*.value().countBy { it } == [new: 4, unchanged: 6]
        results.findAll { it.suppressions }*.suppressions.flatten()*.status*.value().unique() == ['accepted']
        results.count { it.suppressions } == 3
        results.find { it.suppressions }.suppressions[0].justification == 'Moved by the network team (net@example.com, until 2027-01-31)'
    }

    def "a run says whether all could be seen: #name"() {
        expect:
        def invocation = run(SampleReports.all()[name]).invocations[0]
        invocation.executionSuccessful == seen
        invocation.exitCode == status

        where:
        name         || seen  | status
        'clean'      || true  | 0
        'findings'   || true  | 2
        'incomplete' || false | 3
    }

    def "of more than GitHub takes, the gravest are kept, and it is said how many are left out"() {
        when:
        def run = run(many(3, 2), new SarifReport(4))

        then:
        run.results.size() == 4
        run.results*.level*.value() == ['error'] * 4
        run.invocations[0].toolExecutionNotifications[0].message.text.startsWith('1 finding does not fit here.')
    }

    def "no text makes a link or a placeholder of itself"() {
        expect:
        run(hostile('{0} [click](https://evil.example) }')).results*.message*.text.findAll { it.contains('click') }.every {
            it.contains('{{0}} [click] (https://evil.example) }}')
        }
    }

    def "a path is written as a URI"() {
        expect:
        UriReference.of(path) == uri

        where:
        path                    || uri
        'specs/payments.groovy' || 'specs/payments.groovy'
        './specs/a b.groovy'    || 'specs/a%20b.groovy'
        '../übung/x#1.groovy'   || '../%C3%BCbung/x%231.groovy'
        '/home/me/x.groovy'     || 'file:///home/me/x.groovy'
        'C:x'                   || 'C%3Ax'
        'a\ud800b'              || 'a%3Fb'
    }

    private static run(AuditReport report, SarifReport format = new SarifReport()) {
        new ObjectMapper().readValue(format.text(report), SarifSchema210).runs[0]
    }
}
