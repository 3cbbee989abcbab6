package dev.linkspan.model

import spock.lang.Specification

class AttachmentGapSpec extends Specification {

    def "a group of #addresses fits a service with #attachments attachments: #fits"() {
        expect:
        AttachmentGap.between(group(addresses), attached(attachments)).empty == fits

        where:
        addresses | attachments || fits
        6         | 6           || true
        50        | 50          || true
        2         | 6           || false
        7         | 6           || false
        1         | 0           || true
    }

    def "what is no group has no gap"() {
        expect:
        AttachmentGap.between(attributes, attached(6)).empty

        where:
        attributes << [EndpointAttributes.NONE, EndpointAttributes.azure('10.0.3.4'), EndpointAttributes.portMapped('acme-net', '10.10.0.5')]
    }

    def "a gap is told with both numbers and the way out"() {
        given:
        def gap = AttachmentGap.between(group(addresses), attached(attachments)).get()

        expect:
        gap.what() == what
        gap.wayOut() == wayOut

        where:
        addresses | attachments || what                                                                                       | wayOut
        2         | 6           || 'it has 2 addresses and its service 6 service attachments, each of which takes exactly one' | 'add 4 addresses to endpoints:, those of forwarding rules to the attachments that have none'
        1         | 2           || 'it has 1 address and its service 2 service attachments, each of which takes exactly one'   | 'add 1 address to endpoints:, those of forwarding rules to the attachments that have none'
        50        | 6           || 'it has 50 addresses and its service 6 service attachments, each of which takes exactly one' | 'take 44 addresses out of endpoints:'
    }

    private static EndpointAttributes group(int size) {
        EndpointAttributes.group('acme-net', (0..<size).collectEntries { ["grp-$it".toString(), "10.10.1.${it + 5}".toString()] } as TreeMap)
    }

    private static List<String> attached(int count) {
        (0..<count).collect { "projects/p-v5pcdiyuzgkbs9nznvlrgpyp/regions/us-east4/serviceAttachments/sa-us-east4-6a79405cc0eb9e7a1771b035-$it".toString() }
    }
}
