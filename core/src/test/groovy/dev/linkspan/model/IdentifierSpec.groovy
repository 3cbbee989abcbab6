package dev.linkspan.model

import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.vpce

import spock.lang.Specification

class IdentifierSpec extends Specification {

    static final AZURE_ID = '/subscriptions/4e133d35-2a1f-4d9f-a4a7-d92ec1fd0b6f/resourceGroups/rg/providers/Microsoft.Network/privateEndpoints/pe-app'

    def "24 hexadecimal digits are a project's id, all else its name"() {
        expect:
        ProjectRef.parse(text).class == type
        ProjectRef.parse(text).value() == text

        where:
        text                        || type
        '5e2211c17a3e5a48f5497de3'  || ProjectId
        '5E2211C17A3E5A48F5497DE3'  || ProjectName
        '5e2211c17a3e5a48f5497de'   || ProjectName
        'payments'                  || ProjectName
        'x' * 64                    || ProjectName
    }

    def "a project name that Atlas would not take is refused"() {
        when:
        ProjectRef.parse(text)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'malformed-project-name'
        refusal.remedy().contains("project('5e2211c17a3e5a48f5497de3')")

        where:
        text << [null, '', '  ', 'x' * 65]
    }

    def "a malformed project id is refused with one that works"() {
        when:
        new ProjectId('5E22')

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'malformed-project-id'
        refusal.summary() == "'5E22' is not an Atlas project id"
        refusal.remedy().contains('5e2211c17a3e5a48f5497de3')
    }

    def "an AWS endpoint id is vpce- and 17 lower-case hexadecimal digits"() {
        expect:
        EndpointId.aws('vpce-0d00c26273372c6ef').value() == 'vpce-0d00c26273372c6ef'

        when:
        EndpointId.aws(text)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'malformed-endpoint-id'
        refusal.remedy().contains('vpce-0d00c26273372c6ef')

        where:
        text << [null, '', 'vpce-', 'vpce-0d00c26273372c6e', 'vpce-0d00c26273372c6eff', 'VPCE-0d00c26273372c6ef',
                 'vpce-0D00C26273372C6EF', 'vpce-0d00c26273372c6eg', ' vpce-0d00c26273372c6ef', 'vpce-0d00c26273372c6ef\n']
    }

    def "an id that was copied from elsewhere is refused with what it is, or how to write it: #text"() {
        when:
        reader(text)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'malformed-endpoint-id'
        "${refusal.summary()}. ${refusal.remedy()}".contains(told)

        where:
        reader             | text                                                                  || told
        EndpointId.&aws    | 'vpce-svc-0667f4ca6f4a2bbc8'                                          || 'names an endpoint service'
        EndpointId.&aws    | 'com.amazonaws.vpce.us-east-1.vpce-svc-0667f4ca6f4a2bbc8'             || 'names an endpoint service'
        EndpointId.&azure  | AZURE_ID.replace('/', '%2F')                                          || 'Write it with slashes in place of %2F'
        EndpointId.&azure  | AZURE_ID.replace('/', '%2f')                                          || 'Write it with slashes in place of %2F'
        EndpointId.&azure  | AZURE_ID.replace('privateEndpoints/pe-app', 'privateLinkServices/pls_6a794010c0eb9e7a17719674') || 'Copy it from the portal'
        EndpointId.&gcp    | 'projects/acme-net/regions/us-east4/forwardingRules/psc-app'          || 'what follows the last slash'
        EndpointId.&gcp    | 'Psc_app'                                                             || 'lower-case letters'
    }

    def "an empty endpoint id is refused on every cloud"() {
        when:
        new EndpointId(provider, ' ')

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'malformed-endpoint-id'

        where:
        provider << CloudProvider.values()
    }

    def "Azure ids are the same whatever their case, and keep the text as written"() {
        given:
        def written = new EndpointId(CloudProvider.AZURE, AZURE_ID)
        def shown = new EndpointId(CloudProvider.AZURE, AZURE_ID.replace('resourceGroups', 'resourcegroups'))

        expect:
        written == shown
        written.hashCode() == shown.hashCode()
        written <=> shown == 0
        shown.toString().contains('resourcegroups')
    }

    def "ids of the other clouds differ by case, and ids of two clouds always differ"() {
        expect:
        new EndpointId(CloudProvider.GCP, 'psc-app') != new EndpointId(CloudProvider.GCP, 'PSC-app')
        new EndpointId(CloudProvider.GCP, 'psc-app') != new EndpointId(CloudProvider.AZURE, 'psc-app')
    }

    def "an empty service id is refused"() {
        when:
        new ServiceId('')

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'malformed-service-id'
    }

    def "an address names a thing by project, cloud, region and endpoint"() {
        expect:
        address.toString() == text

        where:
        address                                             || text
        Address.of(PROJECT)                                 || '5e2211c17a3e5a48f5497de3'
        Address.regionalMode(PROJECT)                       || '5e2211c17a3e5a48f5497de3/regional-mode'
        Address.provider(PROJECT, CloudProvider.GCP)        || '5e2211c17a3e5a48f5497de3/gcp'
        Address.service(PROJECT, VIRGINIA)                  || '5e2211c17a3e5a48f5497de3/aws/us-east-1'
        Address.service(PROJECT, VIRGINIA).endpoint(vpce(1)) || '5e2211c17a3e5a48f5497de3/aws/us-east-1/vpce-00000000000000001'
        Address.of(new ProjectName('payments'))             || 'payments'
    }

    def "addresses stand as a tree is read: project, regional mode, then each service before its endpoints"() {
        given:
        def virginia = Address.service(PROJECT, VIRGINIA)
        def ireland = Address.service(PROJECT, IRELAND)
        def expected = [
            Address.of(PROJECT), Address.regionalMode(PROJECT), Address.provider(PROJECT, CloudProvider.AWS),
            ireland, ireland.endpoint(vpce(9)), virginia, virginia.endpoint(vpce(1)), virginia.endpoint(vpce(2)),
            Address.of(OTHER_PROJECT)]

        expect:
        expected.shuffled(new Random(7)).toSorted() == expected
    }

    def "an address covers what lies below it"() {
        given:
        def service = Address.service(PROJECT, VIRGINIA)
        def endpoint = service.endpoint(vpce(1))

        expect:
        [Address.of(PROJECT), Address.provider(PROJECT, CloudProvider.AWS), service, endpoint].every { it.covers(endpoint) }
        Address.of(PROJECT).covers(Address.regionalMode(PROJECT))
        endpoint.parent() == service
        service.parent() == service

        and:
        !endpoint.covers(service)
        !service.covers(Address.provider(PROJECT, CloudProvider.AWS))
        !Address.service(PROJECT, IRELAND).covers(endpoint)
        !Address.provider(PROJECT, CloudProvider.AZURE).covers(endpoint)
        !Address.provider(PROJECT, CloudProvider.AWS).covers(Address.regionalMode(PROJECT))
        !Address.regionalMode(PROJECT).covers(Address.of(PROJECT))
        !Address.of(OTHER_PROJECT).covers(endpoint)
    }

    def "an address whose parts do not fit its kind is refused"() {
        when:
        new Address(PROJECT, kind, provider, region, Optional.empty())

        then:
        thrown(IllegalArgumentException)

        where:
        kind                       | provider                       | region
        Address.Kind.PROJECT       | Optional.of(CloudProvider.AWS) | Optional.empty()
        Address.Kind.REGIONAL_MODE | Optional.empty()               | Optional.of(VIRGINIA)
        Address.Kind.PROVIDER      | Optional.empty()               | Optional.empty()
        Address.Kind.SERVICE       | Optional.of(CloudProvider.AWS) | Optional.empty()
        Address.Kind.ENDPOINT      | Optional.of(CloudProvider.AWS) | Optional.of(VIRGINIA)
    }

    def "a secret leaves only when it is asked for"() {
        given:
        def secret = new Secret('mdb_sa_sk_hunter2')

        expect:
        secret.toString() == '(secret)'
        "$secret" == '(secret)'
        [key: secret].toString() == '[key:(secret)]'
        secret.reveal() == 'mdb_sa_sk_hunter2'
        secret == new Secret('mdb_sa_sk_hunter2')
        secret != new Secret('other')
    }

    def "an empty secret is refused"() {
        when:
        new Secret(text)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == 'empty-secret'

        where:
        text << [null, '']
    }
}
