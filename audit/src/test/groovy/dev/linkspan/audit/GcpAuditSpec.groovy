package dev.linkspan.audit

import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.comparison
import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundProject
import static dev.linkspan.model.Samples.foundService
import static dev.linkspan.model.Samples.wantedEndpoint
import static dev.linkspan.model.Samples.wantedProject
import static dev.linkspan.model.Samples.wantedService

import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.DeclaredEndpoint
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import spock.lang.Specification

/** What is so on Google Cloud only. */
class GcpAuditSpec extends Specification {

    static final EAST = Regions.parse(CloudProvider.GCP, 'us-east4')
    static final OLDER = new ServiceKey(EAST, false)
    static final PORT_MAPPED = new ServiceKey(EAST, true)

    def "the remedy for a missing group that apply would hold has the numbers and the way out"() {
        when:
        def remedy = missing(foundService(key: OLDER, status: status, attachments: attached(attachments)))

        then:
        remedy.startsWith(start)

        where:
        attachments | status       || start
        6           | 'AVAILABLE'  || "'linkspan apply' with the same specs does not add it, since it has 2 addresses and its service 6 service attachments"
        2           | 'AVAILABLE'  || 'If the endpoint still exists in your network'
        0           | 'INITIATING' || 'If the endpoint still exists in your network'
    }

    def "one architecture's things are not taken for the other's, though they stand in one region and have one name"() {
        given:
        def rule = wantedEndpoint(EndpointId.gcp('grp'), attributes: EndpointAttributes.portMapped('acme-net', '10.10.0.5'))

        when:
        def findings = Auditor.audit(comparison(
            [wantedProject(services: [wantedService(key: PORT_MAPPED, endpoints: [rule])])],
            [foundProject(services: [foundService(key: OLDER, endpoints: [foundEndpoint(EndpointId.gcp('grp'))])])])).findings()

        then:
        findings.collectEntries { [it.address().toString(), it.kind().word()] } == [
            (address(OLDER)): 'unmanaged', (address(OLDER) + '/grp'): 'unmanaged',
            (address(PORT_MAPPED)): 'missing', (address(PORT_MAPPED) + '/grp'): 'missing']
    }

    private static String missing(found) {
        Auditor.audit(comparison([wantedProject(services: [wantedService(key: OLDER, endpoints: [group()])])], [foundProject(services: [found])]))
            .findings().find { it.kind().word() == 'missing' }.advice().remedy()
    }

    private static String address(ServiceKey key) {
        Address.service(PROJECT, key)
    }

    private static DeclaredEndpoint group() {
        wantedEndpoint(EndpointId.gcp('grp'),
            attributes: EndpointAttributes.group('acme-net', ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6'] as TreeMap))
    }

    private static List<String> attached(int count) {
        (0..<count).collect { "projects/p-v5pcdiyuzgkbs9nznvlrgpyp/regions/us-east4/serviceAttachments/sa-us-east4-$it".toString() }
    }
}
