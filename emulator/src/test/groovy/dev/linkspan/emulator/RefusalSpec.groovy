package dev.linkspan.emulator

import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ForwardingRule
import dev.linkspan.emulator.state.ServiceState
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** What Atlas does not accept, and how it says so. */
class RefusalSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final PE = "/groups/$PROJECT/privateEndpoint"
    static final ID = '6a793f68c0eb9e7a17715835'
    static final VPCE = 'vpce-0d00c26273372c6ef'

    def clock = new HandClock()

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(clock).start()

    def caller = new Caller(emulator)

    def "an error body is Atlas's, and its code is in a header too"() {
        when:
        def reply = caller.get('/groups/111111111111111111111111')

        then:
        reply.status == 404
        reply.body == '{"detail":"No group with ID 111111111111111111111111 exists.","error":404,' +
                '"errorCode":"GROUP_NOT_FOUND","parameters":["111111111111111111111111"],"reason":"Not Found"}'
        reply.header('Content-Type') == 'application/json'
        reply.header('X-Error-Code') == 'GROUP_NOT_FOUND'
    }

    def "#method #path with #body is refused with #status #code"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', VPCE).withId(ID))
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1').withId('b' * 24).inStatus('INITIATING'))
        emulator.putService(PROJECT, ServiceState.of(Cloud.AZURE, 'eastus2').withId('c' * 24))
        emulator.putService(PROJECT, ServiceState.of(Cloud.GCP, 'us-east4').withId('d' * 24))

        when:
        def reply = caller.call(method, path, body)

        then:
        reply.status == status
        reply.errorCode == code
        reply.json['error'].intValue() == status

        where:
        method   | path                                         | body                                                                                     || status | code
        'GET'    | '/groups/nothex'                             | null                                                                                     || 404    | 'INVALID_GROUP_ID'
        'GET'    | '/groups/byName/nobody'                      | null                                                                                     || 404    | 'GROUP_NAME_NOT_FOUND'
        'GET'    | '/groups?itemsPerPage=501'                   | null                                                                                     || 400    | 'INVALID_QUERY_PARAMETER'
        'GET'    | '/groups?pageNum=0'                          | null                                                                                     || 400    | 'INVALID_QUERY_PARAMETER'
        'GET'    | '/groups?pageNumber=1'                       | null                                                                                     || 400    | 'INVALID_QUERY_PARAMETER'
        'GET'    | '/groups?pretty=yes'                         | null                                                                                     || 400    | 'INVALID_QUERY_PARAMETER'
        'GET'    | '/nothing'                                   | null                                                                                     || 404    | 'RESOURCE_NOT_FOUND'
        'GET'    | "$PE/AWS/endpointService/$ID/endpoint/"      | null                                                                                     || 404    | 'PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED'
        'GET'    | "$PE/aws/endpointService"                    | null                                                                                     || 400    | 'INVALID_PROVIDER'
        'GET'    | "$PE/AWS/endpointService/xyz"                | null                                                                                     || 400    | 'PATH_PARAM_PARSE_ERROR'
        'GET'    | "$PE/AWS/endpointService/${'a' * 24}"        | null                                                                                     || 404    | 'PRIVATE_ENDPOINT_SERVICE_NOT_FOUND'
        'GET'    | "$PE/AZURE/endpointService/$ID"              | null                                                                                     || 404    | 'PRIVATE_ENDPOINT_SERVICE_NOT_FOUND'
        'GET'    | "$PE/AWS/endpointService/${'a' * 24}/endpoint/$VPCE" | null                                                                             || 404    | 'PRIVATE_ENDPOINT_SERVICE_NOT_FOUND'
        'GET'    | "$PE/AWS/endpointService/$ID/endpoint/vpce-11111111111111111" | null                                                                    || 404    | 'PRIVATELINK_INTERFACE_ENDPOINT_NOT_FOUND'
        'DELETE' | "$PE/AWS/endpointService/$ID"                | null                                                                                     || 409    | 'CANNOT_DELETE_PRIVATELINK_WITH_ENDPOINTS'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"AWS","region":"us-east-1"}'                                            || 409    | 'PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"GCP","region":"us-east4"}'                                             || 409    | 'PRIVATE_ENDPOINT_SERVICE_ALREADY_EXISTS_FOR_REGION'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"AWS","region":"us-east-9"}'                                            || 400    | 'INVALID_REGION'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"OCI","region":"us-east-1"}'                                            || 400    | 'INVALID_PROVIDER'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"AWS"}'                                                                 || 400    | 'MISSING_ATTRIBUTE'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"AWS","region":7}'                                                      || 400    | 'INVALID_JSON_ATTRIBUTE'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"AWS","region":"us-west-1","status":"AVAILABLE"}'                       || 400    | 'INVALID_ATTRIBUTE'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"AWS",'                                                                 || 400    | 'MALFORMED_JSON'
        'POST'   | "$PE/endpointService"                        | '[]'                                                                                     || 400    | 'INVALID_JSON'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"AZURE","region":"eastus","supportedRemoteRegions":["US_EAST_2"]}'      || 400    | 'PROVIDER_UNSUPPORTED'
        'POST'   | "$PE/endpointService"                        | '{"providerName":"AWS","region":"us-west-1","portMappingEnabled":true}'                  || 400    | 'PROVIDER_UNSUPPORTED'
        'PATCH'  | "$PE/endpointService/$ID"                    | '{"cloudProvider":"AWS","supportedRemoteRegions":["US_EAST_1"]}'                         || 400    | 'CROSS_REGION_PRIVATE_LINK_SELF_REGION'
        'PATCH'  | "$PE/endpointService/$ID"                    | '{"cloudProvider":"AWS","supportedRemoteRegions":["us-west-2"]}'                         || 400    | 'INVALID_ATTRIBUTE'
        'PATCH'  | "$PE/endpointService/$ID"                    | '{"supportedRemoteRegions":["US_WEST_2"]}'                                               || 400    | 'MISSING_ATTRIBUTE'
        'PATCH'  | "$PE/endpointService/$ID"                    | '{"cloudProvider":"GCP"}'                                                                || 400    | 'PROVIDER_UNSUPPORTED'
        'PATCH'  | "$PE/regionalMode"                           | '{"enabled":"yes"}'                                                                      || 400    | 'INVALID_JSON_ATTRIBUTE'
        'PATCH'  | "$PE/regionalMode"                           | '{}'                                                                                     || 400    | 'MISSING_ATTRIBUTE'
        'POST'   | "$PE/AWS/endpointService/$ID/endpoint"       | "{\"id\":\"$VPCE\"}"                                                                     || 409    | 'PRIVATELINK_INTERFACE_ENDPOINT_ALREADY_EXISTS'
        'POST'   | "$PE/AWS/endpointService/$ID/endpoint"       | '{"id":"eni-123"}'                                                                       || 404    | 'PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED'
        'POST'   | "$PE/AWS/endpointService/$ID/endpoint"       | "{\"interfaceEndpointId\":\"$VPCE\"}"                                                    || 400    | 'INVALID_ATTRIBUTE'
        'POST'   | "$PE/AWS/endpointService/${'b' * 24}/endpoint" | '{"id":"vpce-11111111111111111"}'                                                      || 409    | 'PRIVATELINK_CANNOT_ACCEPT_ENDPOINTS'
        'POST'   | "$PE/AZURE/endpointService/${'c' * 24}/endpoint" | '{"id":"pe-app","privateEndpointIPAddress":"10.0.0.4"}'                              || 400    | 'INVALID_ATTRIBUTE'
        'POST'   | "$PE/GCP/endpointService/${'d' * 24}/endpoint" | '{"endpointGroupName":"g","gcpProjectId":"p","endpoints":[{"endpointName":"g-0","ipAddress":"10.0.0.1"}]}' || 400 | 'INVALID_ATTRIBUTE'
    }

    def "an Accept of #accept is answered with #status in version 2"() {
        expect:
        caller.with(Accept: accept).get('/groups').status == status

        where:
        accept                                                         || status
        'application/vnd.atlas.2023-01-01+json'                        || 200
        'application/vnd.atlas.2025-03-12+json'                        || 200
        'text/plain, application/vnd.atlas.2023-01-01+json;q=0.5'      || 200
        'application/vnd.atlas.2025-01-01+json'                        || 406
        'application/vnd.atlas.2022-01-01+json'                        || 406
        'application/vnd.atlas.2023-01-01+csv'                         || 406
        'application/json'                                             || 406
        '*/*'                                                          || 406
    }

    def "version 1.0 has JSON without a date only"() {
        expect:
        caller.with(Accept: 'application/json').get('/api/atlas/v1.0/groups').status == 200
        caller.get('/api/atlas/v1.0/groups').status == 406
    }

    def "a body of another type is refused"() {
        expect:
        caller.with('Content-Type': 'text/plain').patch("$PE/regionalMode", '{"enabled":true}').status == 415
        caller.with('Content-Type': Caller.V2).patch("$PE/regionalMode", '{"enabled":true}').status == 202
    }

    def "a wrong method gets an empty 405 that says which are right"() {
        when:
        def reply = caller.call('PUT', "$PE/AWS/endpointService/$ID", '{}')

        then:
        reply.status == 405
        reply.body == ''
        reply.header('Allow') == 'DELETE,GET'
    }

    def "without regional mode a project has one endpoint in each region or several in one"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', VPCE).withId(ID))
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1').withId('b' * 24))
        def add = { String service, String id ->
            caller.post("$PE/AWS/endpointService/$service/endpoint", """{"id":"$id"}""")
        }

        expect:
        add('b' * 24, 'vpce-11111111111111111').status == 201
        add('b' * 24, 'vpce-22222222222222222').errorCode == 'MULTIPLE_PRIVATE_ENDPOINTS_RESTRICTED_TO_SINGLE_REGION'

        when:
        caller.patch("$PE/regionalMode", '{"enabled":true}')

        then:
        add('b' * 24, 'vpce-22222222222222222').status == 201
        caller.patch("$PE/regionalMode", '{"enabled":false}').status == 409
    }

    def "a port-mapped endpoint comes to stand beside an older one although there are others in another region"() {
        given:
        def older = { ServiceState.of(Cloud.GCP, it).withEndpoints([EndpointState.gcp('grp', 'acme-net', [new ForwardingRule('grp-0', '10.10.1.5')])]) }
        emulator.putService(PROJECT, older('us-east4'))
        emulator.putService(PROJECT, older('us-east1'))
        emulator.putService(PROJECT, ServiceState.of(Cloud.GCP, 'us-east4').withPortMapping().withId('c' * 24))

        expect:
        caller.post("$PE/GCP/endpointService/${'c' * 24}/endpoint",
            '{"endpointGroupName":"psc","gcpProjectId":"acme-net","endpoints":[{"endpointName":"psc","ipAddress":"10.10.0.5"}]}').status == 201
    }

    def "requests beyond the limit of a project get a 429 until the next refill"() {
        given:
        def limited = AtlasEmulator.builder().clock(clock).rateLimit(3, 2, Duration.ofSeconds(60)).start()
        def client = new Caller(limited)

        expect:
        (1..3).collect { client.get("$PE/regionalMode").header('RateLimit-Remaining') } == ['2', '1', '0']

        when:
        clock.move(Duration.ofSeconds(5))
        def reply = client.get("$PE/regionalMode")

        then:
        reply.status == 429
        reply.header('Retry-After') == '55'
        reply.header('RateLimit-Limit') == '3'
        reply.header('RateLimit-Remaining') == '0'
        reply.errorCode == 'RATE_LIMITED_TOKEN_BUCKET'
        reply.json['parameters'].toString() == "[\"api/atlas/v2$PE/regionalMode\",55,3,2,60]"

        and: 'projects have a limit of their own, version 1.0 has none'
        client.get('/groups').header('RateLimit-Limit') == '1200'
        client.with(Accept: 'application/json').get("/api/atlas/v1.0$PE/regionalMode").status == 200

        when:
        clock.move(Duration.ofSeconds(55))

        then:
        (1..3).collect { client.get("$PE/regionalMode").status } == [200, 200, 429]

        cleanup:
        limited.close()
    }
}
