package dev.linkspan.audit

import static dev.linkspan.model.CloudProvider.AWS
import static dev.linkspan.model.Samples.FRANKFURT
import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.blind
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.place
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.compare.Difference
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ConnectionStatus
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.ServiceStatus
import dev.linkspan.model.UnmanagedPolicy
import dev.linkspan.text.SpecLiteral
import dev.linkspan.observe.Sighting
import java.time.Instant
import java.time.LocalDate
import spock.lang.Specification

class AuditorSpec extends Specification {

    static final SERVICE = Address.service(PROJECT, VIRGINIA)
    static final ENDPOINT = SERVICE.endpoint(vpce(1))
    static final OLD_GCP = ServiceKey.of(Regions.parse(CloudProvider.GCP, 'us-central1'))
    static final NEW_GCP = new ServiceKey(OLD_GCP.region(), true)

    def "nothing is found where Atlas is as specs say"() {
        when:
        def report = audit(
            [wantedProject(regionalMode: true, services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(regionalMode: true, services: [foundService(endpoints: [foundEndpoint(1)])])])

        then:
        report.findings() == []
        report.verdict() == Verdict.CLEAN
        report.coverage().line(Scope.SPECS) == 'Looked at 1 of 1 project, 1 of 1 declared service and 1 of 1 declared endpoint.'
    }

    def "what Atlas lacks is missing, with the place that declares it"() {
        when:
        def report = audit([wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])], [foundProject()])

        then:
        lines(report) == ["missing error $SERVICE", "missing error $ENDPOINT"]
        report.findings()*.advice()*.source()*.get()*.toString() == ['specs/payments.groovy:2:5', 'specs/payments.groovy:3:5']
        report.findings()*.summary() == [
            'Specs declare this service, and Atlas does not have it.',
            'Specs declare this endpoint, and Atlas does not have it.']
        report.verdict() == Verdict.FINDINGS
    }

    def "an endpoint that no spec declares is unmanaged, with the line that would declare it"() {
        when:
        def report = audit([wantedProject(services: [wantedService()])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: 'PENDING')])])])

        then:
        lines(report) == ["unmanaged warning $ENDPOINT"]
        def finding = report.findings()[0]
        finding.summary() == 'Atlas has this endpoint (PENDING), and no spec declares it.'
        finding.advice().snippet().get() == "endpoint 'vpce-00000000000000001'"
        finding.advice().source().get().toString() == 'specs/payments.groovy:2:5'
        finding.advice().remedy() ==
            "Add the line below to its service's block. Or delete it: 'linkspan apply --allow-delete' with the same specs."
    }

    def "a service that no spec declares is unmanaged, with the block that would declare it and its endpoints"() {
        when:
        def report = audit([wantedProject()], [foundProject(services: [
            foundService(remoteRegions: [IRELAND, FRANKFURT],
                endpoints: [foundEndpoint(2), foundEndpoint(1), foundEndpoint(3, status: 'DELETING')])])])

        then:
        lines(report) == ["unmanaged warning $SERVICE", "unmanaged warning $ENDPOINT", "unmanaged warning ${SERVICE.endpoint(vpce(2))}"]
        report.findings()[0].advice().snippet().get() == '''
            project('5e2211c17a3e5a48f5497de3') {
                aws('us-east-1') {
                    remoteRegions 'eu-central-1', 'eu-west-1'
                    endpoint 'vpce-00000000000000001'
                    endpoint 'vpce-00000000000000002'
                }
            }'''.stripIndent().trim()
        report.findings()[1].advice().remedy().startsWith('Declare it together with its service.')
        report.findings()[1].advice().snippet().isEmpty()
    }

    def "the way out of an unmanaged thing depends on who may delete it"() {
        when:
        def report = audit([project], [foundProject(services: [foundService(endpoints: [foundEndpoint(1)])])])

        then:
        report.findings().last().advice().remedy() == remedy

        where:
        project || remedy
        wantedProject(unmanaged: UnmanagedPolicy.DELETE, services: [wantedService()]) ||
            "Add the line below to its service's block. Else 'linkspan apply' with the same specs deletes it, as unmanaged 'delete' says."
        wantedProject(isProtected: true, services: [wantedService()]) ||
            "Add the line below to its service's block. protect() keeps Linkspan from deleting it."
        wantedProject(unmanaged: UnmanagedPolicy.DELETE, services: [wantedService(isProtected: true)]) ||
            "Add the line below to its service's block. protect() keeps Linkspan from deleting it."
    }

    def "unmanaged 'ignore' keeps silent and counts what it kept silent about"() {
        when:
        def report = audit([wantedProject(unmanaged: UnmanagedPolicy.IGNORE)],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1)])])])

        then:
        report.findings() == []
        report.ignored() == 2
        report.verdict() == Verdict.CLEAN
    }

    def "unmanaged 'ignore' is silent only about what no spec declares"() {
        when:
        def report = audit([wantedProject(unmanaged: UnmanagedPolicy.IGNORE, services: [wantedService()])], [foundProject()])

        then:
        lines(report) == ["missing error $SERVICE"]
        report.ignored() == 0
    }

    def "a project that no spec speaks of is looked at for its health alone"() {
        given:
        def draft = new ReportDraft(Scope.HEALTH)
        draft.add(ProjectAudit.of(new Sighting(found, spots)))

        when:
        def report = draft.report()

        then:
        lines(report) == expected
        report.verdict() == verdict
        report.coverage().line(report.scope()) == coverage
        report.findings().every { !it.advice().remedy().contains('the same specs') && it.advice().source().isEmpty() }

        where:
        found << [
            foundProject(services: [foundService(endpoints: [foundEndpoint(1), foundEndpoint(2, status: 'DELETING')])]),
            foundProject(services: [foundService(status: 'FAILED', endpoints: [foundEndpoint(1, status: 'REJECTED')])]),
            foundProject(services: [foundService(key: OLD_GCP), foundService(listed: [vpce(1)])])]
        spots << [[], [], [blind(ENDPOINT)]]
        expected << [
            ["settling note ${SERVICE.endpoint(vpce(2))}"],
            ["unhealthy error $SERVICE", "unhealthy error $ENDPOINT", "last-endpoint note $ENDPOINT"],
            ["not-seen error $ENDPOINT", "deprecated warning $PROJECT/gcp/us-central1"]]
        verdict << [Verdict.CLEAN, Verdict.FINDINGS, Verdict.INCOMPLETE]
        coverage << [
            'Looked at 1 of 1 project, 1 of 1 service and 2 of 2 endpoints.',
            'Looked at 1 of 1 project, 1 of 1 service and 1 of 1 endpoint.',
            'Looked at 0 of 1 project, 2 of 2 services and 0 of 1 endpoint.']
    }

    def "what no spec declares and is on its way out is not mentioned"() {
        expect:
        audit([wantedProject()], [foundProject(services: [
            foundService(status: 'DELETING', endpoints: [foundEndpoint(1, isDeleteRequested: true)])])]).findings() == []
    }

    def "other values than declared are a change, with spec text for what Atlas has"() {
        when:
        def report = audit(
            [wantedProject(regionalMode: true, services: [wantedService(remoteRegions: wanted)])],
            [foundProject(regionalMode: false, services: [foundService(remoteRegions: found)])])

        then:
        lines(report) == ["changed warning ${Address.regionalMode(PROJECT)}", "changed warning $SERVICE"]
        report.findings()[0].summary() == 'regionalMode is false, and specs say true.'
        report.findings()[0].advice().snippet().get() == 'regionalMode false'
        report.findings()[1].evidence().differences()*.attribute() == ['remoteRegions']
        report.findings()[1].summary() == summary
        report.findings()[1].advice().snippet().orElse(null) == snippet

        where:
        wanted    | found     || summary                                                   | snippet
        [IRELAND] | null      || 'remoteRegions is [], and specs say [eu-west-1].'          | null
        []        | [IRELAND] || 'remoteRegions is [eu-west-1], and specs say [].'          | "remoteRegions 'eu-west-1'"
    }

    def "a declared endpoint's status decides: ready is no finding, pending is noted, all else is unhealthy"() {
        when:
        def report = audit(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: status), foundEndpoint(2)])])])

        then:
        lines(report) == expected
        report.verdict() == verdict

        where:
        status               || expected                       | verdict
        'AVAILABLE'          || []                             | Verdict.CLEAN
        'NONE'               || ["settling note $ENDPOINT"]     | Verdict.CLEAN
        'INITIATING'         || ["settling note $ENDPOINT"]     | Verdict.CLEAN
        'PENDING_ACCEPTANCE' || ["settling note $ENDPOINT"]     | Verdict.CLEAN
        'PENDING'            || ["settling note $ENDPOINT"]     | Verdict.CLEAN
        'VERIFIED'           || ["settling note $ENDPOINT"]     | Verdict.CLEAN
        'REJECTED'           || ["unhealthy error $ENDPOINT"]   | Verdict.FINDINGS
        'FAILED'             || ["unhealthy error $ENDPOINT"]   | Verdict.FINDINGS
        'DELETING'           || ["unhealthy error $ENDPOINT"]   | Verdict.FINDINGS
        'DELETED'            || ["unhealthy error $ENDPOINT"]   | Verdict.FINDINGS
        'PAUSED'             || ["unhealthy warning $ENDPOINT"] | Verdict.FINDINGS
    }

    def "a declared service's status decides in the same way"() {
        when:
        def report = audit([wantedProject(services: [wantedService()])], [foundProject(services: [foundService(status: status)])])

        then:
        lines(report) == expected

        where:
        status             || expected
        'AVAILABLE'        || []
        'WAITING_FOR_USER' || []
        'INITIATING'       || ["settling note $SERVICE"]
        'FAILED'           || ["unhealthy error $SERVICE"]
        'DELETING'         || ["unhealthy error $SERVICE"]
        'MIGRATING'        || ["unhealthy warning $SERVICE"]
    }

    def "an error that Atlas reports is a failure whatever the status says, and is told"() {
        when:
        def report = audit(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])],
            [foundProject(services: [foundService(status: 'INITIATING', error: 'no capacity',
                endpoints: [foundEndpoint(1, status: 'PENDING', error: 'rule not found'), foundEndpoint(2)])])])

        then:
        report.findings()*.summary() == [
            'This service is INITIATING. Atlas could not build the service, and waiting does not mend it. Atlas says: no capacity',
            'This endpoint is PENDING. The connection could not be set up, and waiting does not mend it. Atlas says: rule not found']
        report.findings()*.severity() == [Severity.ERROR, Severity.ERROR]
    }

    def "a removal that was asked for is told whatever the status says"() {
        when:
        def report = audit(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1, isDeleteRequested: true)])])])

        then:
        report.findings()*.summary() == ['This endpoint is AVAILABLE. Atlas is removing the endpoint.']
    }

    def "the remedy for a failure is what a plan would do, and says when protect() holds it"() {
        when:
        def report = audit([project], [foundProject(services: [foundService(status: serviceStatus, endpoints: endpoints)])])

        then:
        def remedy = report.findings().find { it.kind() == Finding.Kind.UNHEALTHY }.advice().remedy()
        remedy.contains(says)
        remedy.contains('protect()') == mentionsProtect

        where:
        project                                                                    | serviceStatus | endpoints                            || says                    | mentionsProtect
        wantedProject(services: [wantedService()])                                 | 'FAILED'      | []                                   || 'replaces it'           | false
        wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])   | 'FAILED'      | [foundEndpoint(1)]                   || "--replace $SERVICE'"   | false
        wantedProject(isProtected: true, services: [wantedService()])              | 'FAILED'      | []                                   || 'replaces it'           | true
        wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])   | 'AVAILABLE'   | [foundEndpoint(1, status: 'FAILED')] || 'adds it again'         | false
        wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1, isProtected: true)])]) | 'AVAILABLE' | [foundEndpoint(1, status: 'REJECTED')] || 'adds it again' | true
    }

    def "a failed service that has also changed is told twice, a dying one once"() {
        when:
        def report = audit([wantedProject(services: [wantedService(remoteRegions: [IRELAND])])],
            [foundProject(services: [foundService(status: status)])])

        then:
        lines(report) == expected

        where:
        status     || expected
        'FAILED'   || ["unhealthy error $SERVICE", "changed warning $SERVICE"]
        'DELETING' || ["unhealthy error $SERVICE"]
    }

    def "a blind spot is told once, with how much it hides, and wins over every finding"() {
        when:
        def report = audit(
            [wantedProject(regionalMode: true, services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])]),
             wantedProject(ref: OTHER_PROJECT, services: [wantedService()])],
            [foundProject(id: OTHER_PROJECT)],
            [blind(Address.of(PROJECT), 'Atlas answered 403')])

        then:
        lines(report) == ["not-seen error $PROJECT", "missing error ${Address.service(OTHER_PROJECT, VIRGINIA)}"]
        report.findings()[0].summary() == 'This project could not be read (Atlas answered 403), so nothing is known of 4 things that specs declare.'
        report.findings()[0].advice().remedy() == 'Run it again in a few minutes.'
        report.verdict() == Verdict.INCOMPLETE
        report.coverage() == new Coverage(
            new Coverage.Share(1, 2), new Coverage.Share(1, 2), new Coverage.Share(0, 2))
    }

    def "an endpoint that could not be read hides nothing but itself"() {
        when:
        def report = audit(
            [wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(2)], listed: [vpce(1)])])],
            [blind(ENDPOINT)])

        then:
        lines(report) == ["not-seen error $ENDPOINT"]
        report.findings()[0].summary() == 'This endpoint could not be read (Atlas answered 500 Internal Server Error).'
        report.coverage().line(Scope.SPECS) == 'Looked at 0 of 1 project, 1 of 1 declared service and 1 of 2 declared endpoints.'
        report.verdict() == Verdict.INCOMPLETE
    }

    def "an undeclared endpoint that could not be read makes the audit incomplete and hides nothing declared"() {
        when:
        def report = audit([wantedProject(services: [wantedService()])],
            [foundProject(services: [foundService(listed: [vpce(1)])])], [blind(ENDPOINT)])

        then:
        report.findings()*.evidence()*.hidden() == [0]
        report.verdict() == Verdict.INCOMPLETE
        report.coverage().endpoints() == new Coverage.Share(0, 0)
    }

    def "findings stand in the order of their addresses, kinds of one address in a fixed order"() {
        when:
        def report = audit(
            [wantedProject(ref: OTHER_PROJECT, services: [wantedService()]),
             wantedProject(services: [wantedService(region: IRELAND), wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(id: OTHER_PROJECT), foundProject(services: [foundService(endpoints: [foundEndpoint(2)])])])

        then:
        report.findings()*.address()*.toString() == [
            "$PROJECT/aws/eu-west-1", "$PROJECT/aws/us-east-1/vpce-00000000000000001",
            "$PROJECT/aws/us-east-1/vpce-00000000000000002", "$OTHER_PROJECT/aws/us-east-1"]
        report.counts() == new FindingCounts(
            [(Finding.Kind.MISSING): [(Severity.ERROR): 3], (Finding.Kind.UNMANAGED): [(Severity.WARNING): 1]], [:], 0)
    }

    def "the mildest severity that counts can be chosen"() {
        given:
        def report = audit([wantedProject(services: [wantedService(endpoints: wanted)])],
            [foundProject(services: [foundService(endpoints: found)])])

        expect:
        [Severity.NOTE, Severity.WARNING, Severity.ERROR].collect { report.failingOn(it).verdict().exitStatus() } == statuses

        where:
        wanted              | found                                || statuses
        []                  | []                                   || [0, 0, 0]
        [wantedEndpoint(1)] | [foundEndpoint(1, status: 'PENDING')] || [2, 0, 0]
        []                  | [foundEndpoint(1)]                   || [2, 2, 0]
        [wantedEndpoint(1)] | []                                   || [2, 2, 2]
    }

    def "no strictness turns an incomplete audit into another"() {
        given:
        def report = audit([wantedProject()], [], [blind(Address.provider(PROJECT, AWS))])

        expect:
        Severity.values().every { report.failingOn(it).verdict() == Verdict.INCOMPLETE }
        Verdict.INCOMPLETE.exitStatus() == 3
    }

    def "a fingerprint is the same as long as kind and address are, and can be had with sha256sum"() {
        given:
        def missing = new Finding(Finding.Kind.MISSING, Severity.ERROR, SERVICE, 'It is gone.', Evidence.absent(), new Advice('', Optional.empty(), Optional.empty()))
        def reworded = new Finding(Finding.Kind.MISSING, Severity.NOTE, SERVICE, 'Gone.', Evidence.absent(), new Advice('Do it.', Optional.of('x'), Optional.empty()))
        def changed = new Finding(Finding.Kind.CHANGED, Severity.WARNING, SERVICE, '', Evidence.different([new Difference('a', '1', '2')]), missing.advice())

        expect:
        missing.fingerprint() == reworded.fingerprint()
        missing.fingerprint() != changed.fingerprint()
        // printf 'missing\n5e2211c17a3e5a48f5497de3/aws/us-east-1' | sha256sum | cut -c1-16
        missing.fingerprint().toString() == '58119919f1212d69'
    }

    def "what is stuck is the finding that was settling before"() {
        expect:
        Fingerprint.of(Finding.Kind.STUCK.origin(), SERVICE) == Fingerprint.of(Finding.Kind.SETTLING, SERVICE)
    }

    def "a fingerprint outlives a change of status"() {
        expect:
        ['FAILED', 'REJECTED'].collect { status ->
            audit([wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
                [foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: status)])])])
                .findings()[0].fingerprint()
        }.unique().size() == 1
    }

    def "every status of the Admin API has a meaning of its own, and an unknown one says that it is unknown"() {
        expect:
        StatusMeaning.services()*.status() == ['INITIATING', 'AVAILABLE', 'WAITING_FOR_USER', 'FAILED', 'DELETING']
        StatusMeaning.endpoints()*.status() == ['NONE', 'INITIATING', 'PENDING_ACCEPTANCE', 'PENDING', 'VERIFIED',
            'AVAILABLE', 'REJECTED', 'FAILED', 'DELETING', 'DELETED']
        StatusMeaning.of(new ServiceStatus('MIGRATING')).meaning().contains('does not know')
        StatusMeaning.of(new ConnectionStatus('PAUSED')).meaning().contains('does not know')
        (StatusMeaning.services() + StatusMeaning.endpoints()).every { it.meaning().endsWith('.') && it.advice().endsWith('.') }
    }

    def "the time at which Atlas was read is in a report only when it is given"() {
        given:
        def report = audit([wantedProject()], [foundProject()])

        expect:
        report.at().isEmpty()
        report.at(Instant.EPOCH).at().get() == Instant.EPOCH
    }

    def "a service of Google Cloud without port mapping has a date on which it stops, unless it goes before"() {
        when:
        def report = audit([wantedProject(services: [wantedService(key: OLD_GCP), wantedService(key: NEW_GCP)])],
            [foundProject(services: [foundService(key: OLD_GCP, status: status), foundService(key: NEW_GCP)])])

        then:
        report.findings().findAll { it.kind() == Finding.Kind.DEPRECATED }*.address() == addresses

        where:
        status      || addresses
        'AVAILABLE' || [Address.service(PROJECT, OLD_GCP)]
        'DELETING'  || []
    }

    def "a declared service whose endpoints are all on their way out may go with them, and the audit says so"() {
        when:
        def report = audit([wantedProject(services: [wantedService(endpoints: wanted)])], [foundProject(services: [foundService(status: status, endpoints: found)])])

        then:
        report.findings().findAll { it.address() == SERVICE }*.kind()*.word() == kinds

        where:
        wanted              | status       | found                                                    || kinds
        []                  | 'AVAILABLE'  | [foundEndpoint(1, status: 'DELETING')]                   || ['last-endpoint']
        []                  | 'AVAILABLE'  | [foundEndpoint(1, status: 'DELETING'), foundEndpoint(2)] || []
        []                  | 'AVAILABLE'  | []                                                       || []
        []                  | 'INITIATING' | [foundEndpoint(1, status: 'DELETING')]                   || ['settling']
        [wantedEndpoint(1)] | 'AVAILABLE'  | [foundEndpoint(1, status: 'DELETING')]                   || []
    }

    def "mending a service's only endpoint may take the service along, and the audit says so"() {
        when:
        def report = audit([wantedProject(services: [wantedService(endpoints: wanted)])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1, status: 'FAILED')] + others)])])

        then:
        report.findings()*.kind()*.word() == kinds

        where:
        wanted                                 | others             || kinds
        [wantedEndpoint(1)]                    | []                 || ['unhealthy', 'last-endpoint']
        [wantedEndpoint(1), wantedEndpoint(2)] | [foundEndpoint(2)] || ['unhealthy']
    }

    def "a suppressed finding does not count against the verdict, but a suppressed blind spot does"() {
        given:
        def suppression = new Suppression('known', 'net-team', LocalDate.of(2027, 1, 31), place(4))
        def report = audit([wantedProject(services: [wantedService()])], [found], spots)

        when:
        def suppressed = report.finding(report.findings()*.suppressed(suppression))

        then:
        suppressed.verdict() == verdict
        suppressed.counts().suppressed() == 1
        suppressed.counts().counted().isEmpty()

        where:
        found                           | spots                              || verdict
        foundProject()                  | []                                 || Verdict.CLEAN
        foundProject(providersRead: []) | [blind(Address.provider(PROJECT, AWS))] || Verdict.INCOMPLETE
    }

    def "spec text holds whatever Atlas sends as text, and nothing breaks out of it"() {
        expect:
        Eval.me(SpecLiteral.quoted(text)) == text
        SpecLiteral.quoted(text).every { it >= ' ' && it < '\u007f' }

        where:
        text << ['vpce-1', "it's", "\\", "\\'", "'; System.exit(1); '", 'a\nb', '${1 + 1}', '\u202e\u001b[2J', '🚀', '\\u0027', '']
    }

    private static AuditReport audit(wanted, found, spots = []) {
        Auditor.audit(comparison(wanted, found, spots))
    }

    private static List<String> lines(AuditReport report) {
        report.findings().collect { "${it.kind().word()} ${it.severity().word()} ${it.address()}" as String }
    }
}
