package dev.linkspan.audit.report

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
import static dev.linkspan.model.Samples.vpce
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Auditor
import dev.linkspan.audit.Memory
import dev.linkspan.audit.ProjectAudit
import dev.linkspan.audit.ReportDraft
import dev.linkspan.audit.ReportedFinding
import dev.linkspan.audit.Scope
import dev.linkspan.audit.Standing
import dev.linkspan.audit.Suppression
import dev.linkspan.diagnostic.SourceRef
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.EndpointId
import dev.linkspan.model.ProjectEvent
import dev.linkspan.model.ProjectId
import dev.linkspan.model.ProjectName
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.UnmanagedPolicy
import dev.linkspan.observe.Sighting
import java.time.Duration
import java.time.Instant
import java.time.LocalDate

/** Reports as specifications of formats want them. */
class SampleReports {

    static final Instant EARLIER = Instant.parse('2026-11-22T03:00:00Z')
    static final ProjectId THIRD_PROJECT = new ProjectId('7a4433e39c5a7c6ab7619af5')

    /** Those that every format has an expected output of, by name. */
    static Map<String, AuditReport> all() {
        [clean: clean(), settling: settling(), findings: findings(), incomplete: incomplete(), remembered: remembered(), health: health()]
    }

    static AuditReport clean() {
        audit([wantedProject(services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [foundService(endpoints: [foundEndpoint(1)])])])
    }

    static AuditReport settling() {
        audit([wantedProject(unmanaged: UnmanagedPolicy.IGNORE, services: [wantedService(endpoints: [wantedEndpoint(1)])])],
            [foundProject(services: [
                foundService(region: IRELAND), foundService(endpoints: [foundEndpoint(1, status: 'PENDING')])])])
    }

    static AuditReport findings(boolean turnedAround = false) {
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

    static AuditReport incomplete() {
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
    static AuditReport remembered() {
        def suppression = new Suppression('Moved by the network team', 'net@example.com', LocalDate.of(2027, 1, 31),
            new SourceRef('audit-rules.yaml', 3, 5, ''))
        def kinds = [Standing.Kind.NEW, Standing.Kind.STILL, Standing.Kind.FLAPPING]
        def report = findings()
        def told = report.findings().withIndex().collect { finding, index ->
            def standing = explained(finding, 'alice@acme.example').standing(new Standing(kinds[index % 3], EARLIER))
            index % 4 == 1 ? standing.suppressed(suppression) : standing
        }
        report.finding(told).at(EARLIER.plusSeconds(86_400)).remembering(new Memory(
            [new Memory.Resolved(told[0].fingerprint(), 'missing', 'error', "$PROJECT/aws/us-east-1", 'It was missing.', EARLIER)],
            [new Memory.Point(EARLIER, 'clean', 0, 0, 1), new Memory.Point(EARLIER.plusSeconds(86_400), 'findings', 2, 1, 0)]))
    }

    /** Without specs, on three clouds. */
    static AuditReport health() {
        def azure = Regions.parse(CloudProvider.AZURE, 'eastus2')
        def gcp = Regions.parse(CloudProvider.GCP, 'us-east4')
        def subscription = '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers'
        def draft = new ReportDraft(Scope.HEALTH)
        draft.add(ProjectAudit.of(new Sighting(
            foundProject(name: 'payments', services: [
                foundService(endpoints: [foundEndpoint(1), foundEndpoint(2, status: 'REJECTED')]),
                foundService(region: azure, endpoints: [
                    foundEndpoint(EndpointId.azure("$subscription/Microsoft.Network/privateEndpoints/pe-app"))]),
                foundService(key: ServiceKey.of(gcp), endpoints: [foundEndpoint(EndpointId.gcp('psc-app'), status: 'INITIATING')])]),
            [])))
        draft.add(ProjectAudit.of(new Sighting(foundProject(id: OTHER_PROJECT, name: 'orders', services: [foundService()]), [])))
        draft.unseen(blind(Address.of(new ProjectName('invoices')), 'these credentials see no project of this name'))
        draft.report()
    }

    /** This text wherever Atlas, a spec, a rule or a history may have put it. */
    static AuditReport hostile(String text) {
        def region = Regions.shownByAtlas(CloudProvider.AWS, text)
        def endpoint = new EndpointId(CloudProvider.GCP, text)
        def report = audit(
            [wantedProject(regionalMode: true, services: [
                wantedService(remoteRegions: [IRELAND], endpoints: [wantedEndpoint(1), wantedEndpoint(2)])])],
            [foundProject(name: text, regionalMode: false, services: [
                foundService(status: text, error: text, remoteRegions: [region], endpoints: [
                    foundEndpoint(1, error: text), foundEndpoint(2, status: text)]),
                foundService(region: region, endpoints: [foundEndpoint(3, status: text)]),
                foundService(key: ServiceKey.of(Regions.parse(CloudProvider.GCP, 'us-east4')), endpoints: [foundEndpoint(endpoint)])])],
            [blind(Address.of(THIRD_PROJECT), text)])
        def suppression = new Suppression(text, text, LocalDate.of(2027, 1, 31), new SourceRef(text, 3, 5, text))
        def told = report.findings().withIndex().collect { finding, index ->
            def explained = new ReportedFinding(
                finding.finding().with([new ProjectEvent(text, EARLIER, Optional.of(text), Optional.of(text))]),
                finding.severity(), finding.suppression(), finding.standing())
            index % 3 == 1 ? explained.suppressed(suppression) : explained.standing(new Standing(Standing.Kind.STILL, EARLIER))
        }
        report.finding(told).at(EARLIER).remembering(new Memory(
            [new Memory.Resolved(told[0].fingerprint(), text, text, text, text, EARLIER)],
            [new Memory.Point(EARLIER, text, 1, 2, 3)]))
    }

    /** Drift, with what Atlas says of who did it: of endpoints by their names, of services only that something was done. */
    private static ReportedFinding explained(ReportedFinding finding, String by) {
        def endpoint = finding.address().endpoint().map { it.value() }
        def what = [missing: 'DELETED', unmanaged: 'CREATED'][finding.kind().word()]
        def type = (endpoint.isPresent() ? 'INTERFACE_ENDPOINT_' : 'ENDPOINT_SERVICE_') + what
        def events = what ? [new ProjectEvent(type, EARLIER - Duration.ofHours(5), Optional.of(by), endpoint)] : []
        new ReportedFinding(finding.finding().with(events), finding.severity(), finding.suppression(), finding.standing())
    }

    /** So many endpoints that are missing, and this many more that Atlas rejected. */
    static AuditReport many(int missing, int rejected = 0) {
        audit(
            [wantedProject(services: [wantedService(endpoints: (1..missing + rejected).collect { wantedEndpoint(it) })])],
            [foundProject(services: [
                foundService(endpoints: rejected ? (1..rejected).collect { foundEndpoint(it, status: 'REJECTED') } : [])])])
    }

    /** A month into the history of twenty projects on three clouds, in which a bit of everything is the matter. */
    static AuditReport crowded() {
        def aws = ['us-east-1', 'eu-west-1', 'eu-central-1', 'ap-southeast-2'].collect { Regions.parse(CloudProvider.AWS, it) }
        def azure = ['eastus2', 'westeurope'].collect { Regions.parse(CloudProvider.AZURE, it) }
        def gcp = ['us-east4', 'europe-west1'].collect { Regions.parse(CloudProvider.GCP, it) }
        def names = ['payments', 'orders', 'invoices', 'ledger', 'identity', 'catalogue', 'search', 'shipping', 'returns', 'loyalty',
                     'analytics', 'fraud', 'pricing', 'notifications', 'sessions', 'reviews', 'gateway', 'warehouse', 'billing', 'archive']
        def wanted = []
        def found = []
        names.eachWithIndex { name, index ->
            def id = new ProjectId('5e2211c17a3e5a48f54' + "${97000 + index}")
            def endpoints = { cloud, serial -> endpointIn(cloud, index * 100 + serial) }
            def services = [aws[index % 4], aws[(index + 1) % 4], azure[index % 2], gcp[index % 2]].take(2 + index % 3)
            def statusOf = { serial ->
                index < 14 ? 'AVAILABLE' : ['AVAILABLE', 'REJECTED', 'PENDING_ACCEPTANCE', 'AVAILABLE', 'FAILED', 'DELETING'][(index + serial) % 6]
            }
            wanted << wantedProject(ref: id, regionalMode: index % 7 == 5 ? true : null, services: services.withIndex().collect { region, at ->
                wantedService(key: ServiceKey.of(region), remoteRegions: at == 0 && index % 9 == 8 ? [FRANKFURT] : null,
                    endpoints: (0..1).collect { wantedEndpoint(endpoints(region.provider(), at * 10 + it)) })
            })
            def there = services.withIndex().collect { region, at ->
                foundService(key: ServiceKey.of(region), status: index == 15 && at == 1 ? 'FAILED' : 'AVAILABLE',
                    error: index == 15 && at == 1 ? 'the account has reached its quota of endpoint services' : null,
                    endpoints: (index % 6 == 4 && at == 0 ? 0..0 : index % 8 == 7 ? 0..2 : 0..1).collect {
                        foundEndpoint(endpoints(region.provider(), at * 10 + it), status: statusOf(at * 10 + it))
                    })
            }
            found << foundProject(id: id, name: name, regionalMode: index % 7 == 5 ? false : null,
                services: index == 16 ? there.drop(1) : there)
        }
        def unreadable = wanted[18].ref()
        def report = audit(wanted, found.findAll { it.id() != unreadable },
            [blind(Address.of(unreadable), 'GET /groups/5e2211c17a3e5a48f5497018: 403 the key has no role in this project')])
        def at = Instant.parse('2026-11-25T03:00:00Z')
        def rule = new Suppression('The old VPC, which goes in January', 'net-team@example.com', LocalDate.of(2027, 1, 31),
            new SourceRef('audit-rules.yaml', 3, 5, ''))
        def told = report.findings().withIndex().collect { finding, index ->
            def since = [at, at - Duration.ofDays(3), at - Duration.ofDays(12)][index % 3]
            def standing = finding.standing(new Standing(Standing.Kind.values()[index % 5 == 0 ? 0 : index % 7 == 0 ? 2 : 1], since))
            finding.kind().word() == 'unmanaged' && index % 2 ? standing.suppressed(rule) : standing
        }
        def counts = { severity -> told.count { !it.suppressed && it.severity().word() == severity } }
        def trend = (0..28).collect { day ->
            new Memory.Point(at - Duration.ofDays(29 - day), day % 11 == 6 ? 'incomplete' : day in 2..4 ? 'clean' : 'findings',
                day in 2..4 ? 0 : (day * 7 + 3) % 9 + day.intdiv(4), day in 2..4 ? 0 : (day * 5) % 7, 1 + day % 4)
        } + new Memory.Point(at, 'incomplete', counts('error'), counts('warning'), counts('note'))
        report.finding(told).at(at).remembering(new Memory([
            new Memory.Resolved(told[0].fingerprint(), 'unhealthy', 'error', '5e2211c17a3e5a48f5497003/aws/eu-west-1/vpce-0000000000000012c',
                'This endpoint is REJECTED. The connection was refused, and waiting does not mend it.', at - Duration.ofDays(6)),
            new Memory.Resolved(told[1].fingerprint(), 'settling', 'note', '5e2211c17a3e5a48f5497011/gcp/us-east4',
                'This service is INITIATING.', at - Duration.ofDays(1))], trend))
    }

    private static EndpointId endpointIn(CloudProvider cloud, int serial) {
        switch (cloud) {
            case CloudProvider.AWS: return vpce(serial)
            case CloudProvider.GCP: return EndpointId.gcp("psc-app-$serial")
            default: return EndpointId.azure('/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers'
                + "/Microsoft.Network/privateEndpoints/pe-app-$serial")
        }
    }

    static AuditReport audit(wanted, found, spots = []) {
        Auditor.audit(comparison(wanted, found, spots))
    }
}
