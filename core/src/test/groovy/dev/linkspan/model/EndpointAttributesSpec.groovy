package dev.linkspan.model

import spock.lang.Specification

class EndpointAttributesSpec extends Specification {

    static final WANTED = EndpointAttributes.portMapped('acme-net', '10.10.0.5')

    def 'what contradicts a declared endpoint is named as specs name it'() {
        expect:
        WANTED.contradictedBy(shown).toList() == names
        WANTED.agreesWith(shown) == names.empty

        where:
        shown                                                                    || names
        EndpointAttributes.portMapped('acme-net', '10.10.0.5')                   || []
        EndpointAttributes.portMapped('acme-net', '10.10.0.9')                   || ['ip']
        EndpointAttributes.portMapped('other-net', '10.10.0.9')                  || ['gcpProject', 'ip']
        EndpointAttributes.NONE                                                  || []
        EndpointAttributes.group('acme-net', new TreeMap(['psc-app': '10.10.0.5'])) || []
    }
}
