package dev.linkspan.model

import spock.lang.Specification

class AddressSpec extends Specification {

    def 'an address is read as it is printed: #text'() {
        expect:
        Address.parse(text).toString() == text
        Address.parse(text).kind() == kind

        where:
        text                                                        | kind
        '5e2211c17a3e5a48f5497de3'                                  | Address.Kind.PROJECT
        'payments'                                                  | Address.Kind.PROJECT
        '5e2211c17a3e5a48f5497de3/regional-mode'                    | Address.Kind.REGIONAL_MODE
        '5e2211c17a3e5a48f5497de3/aws'                              | Address.Kind.PROVIDER
        '5e2211c17a3e5a48f5497de3/aws/us-east-1'                    | Address.Kind.SERVICE
        '5e2211c17a3e5a48f5497de3/aws/us-east-1/vpce-0d00c26273372c6ef' | Address.Kind.ENDPOINT
        '5e2211c17a3e5a48f5497de3/azure/eastus2//subscriptions/x/privateEndpoints/pe' | Address.Kind.ENDPOINT
    }

    def 'another text is refused with an example: #text'() {
        when:
        Address.parse(text)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == id

        where:
        text                                        | id
        '5e2211c17a3e5a48f5497de3/oracle/us-east-1' | 'malformed-address'
        '5e2211c17a3e5a48f5497de3/aws/us-esat-1'    | 'unknown-region'
        ''                                          | 'malformed-project-name'
        '5e2211c17a3e5a48f5497de3/aws/us-east-1/'   | 'malformed-endpoint-id'
    }
}
