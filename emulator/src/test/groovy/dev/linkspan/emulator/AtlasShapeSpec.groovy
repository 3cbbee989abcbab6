package dev.linkspan.emulator

import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ForwardingRule
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Bodies, statuses and headers, as they were recorded from Atlas. */
class AtlasShapeSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final PE = "/groups/$PROJECT/privateEndpoint"
    static final ID = '6a793f68c0eb9e7a17715835'
    static final AZURE_ENDPOINT =
            '/subscriptions/4e133d35-e734-4380-a565-c0945535da37/resourceGroups/acme/providers/Microsoft.Network/privateEndpoints/pe-app'

    def clock = new HandClock()

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(clock).start()

    def caller = new Caller(emulator)

    def "an AWS service is INITIATING in the answer to its creation, with its nulls written out"() {
        when:
        def reply = caller.post("$PE/endpointService", '{"providerName":"AWS","region":"eu-west-1"}')

        then:
        reply.status == 201
        def id = reply.json['id'].textValue()
        id ==~ /[0-9a-f]{24}/
        reply.body == """{"cloudProvider":"AWS","endpointServiceName":null,"errorMessage":null,"id":"$id",\
"interfaceEndpoints":[],"regionName":"EU_WEST_1","status":"INITIATING","supportedRemoteRegions":null}"""
        reply.header('Content-Type') == 'application/vnd.atlas.2023-01-01+json;charset=utf-8'
        reply.header('X-Java-Method') == 'ApiAtlasPrivateEndpointResource::addEndpointService'
        reply.header('RateLimit-Limit') == '4000'
        reply.header('RateLimit-Remaining') == '3999'
    }

    def "an AWS service that is ready has its name and its endpoints"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1', 'vpce-0d00c26273372c6ef').withId(ID)
                .withRemoteRegions('us-east-1'))

        when:
        def reply = caller.get("$PE/AWS/endpointService")

        then:
        reply.status == 200
        reply.body.replaceAll(/vpce-svc-[0-9a-f]{17}/, 'vpce-svc-X') ==
                """[{"cloudProvider":"AWS","endpointServiceName":"com.amazonaws.vpce.eu-west-1.vpce-svc-X",\
"errorMessage":null,"id":"$ID","interfaceEndpoints":["vpce-0d00c26273372c6ef"],"regionName":"EU_WEST_1",\
"status":"AVAILABLE","supportedRemoteRegions":["US_EAST_1"]}]"""
        reply.header('X-Java-Method') == 'ApiAtlasPrivateEndpointResource::getEndpointServices'
    }

    def "an Azure service shows its link service once it is ready"() {
        given:
        emulator.putService(PROJECT, ServiceState.of(Cloud.AZURE, 'southeastasia').withId(ID).inStatus('INITIATING'))

        expect:
        caller.get("$PE/AZURE/endpointService/$ID").body ==
                """{"cloudProvider":"AZURE","errorMessage":null,"id":"$ID","privateEndpoints":[],\
"privateLinkServiceName":null,"privateLinkServiceResourceId":null,"regionName":"ASIA_SOUTH_EAST","status":"INITIATING"}"""

        when:
        clock.move(Duration.ofSeconds(59))
        def node = caller.get("$PE/AZURE/endpointService/$ID").json

        then:
        node['privateLinkServiceName'].textValue() == "pls_$ID"
        node['privateLinkServiceResourceId'].textValue() ==~
                "/subscriptions/[-0-9a-f]{36}/resourceGroups/rg_6a793f68c0eb9e7a17715836_[0-9a-z]{8}/providers/Microsoft.Network/privateLinkServices/pls_$ID"
        node['status'].textValue() == 'AVAILABLE'
    }

    def "a Google Cloud service has no attachments before it is ready and six when it is, port-mapped one"() {
        given:
        def legacy = caller.post("$PE/endpointService", '{"providerName":"GCP","region":"US_EAST_4"}').json['id'].textValue()
        def mapped = caller.post("$PE/endpointService", '{"providerName":"GCP","region":"US_EAST_4","portMappingEnabled":true}')
                .json['id'].textValue()

        expect:
        caller.get("$PE/GCP/endpointService/$legacy").body ==
                """{"cloudProvider":"GCP","endpointGroupNames":[],"errorMessage":null,"id":"$legacy",\
"portMappingEnabled":false,"regionName":"US_EAST_4","serviceAttachmentNames":[],"status":"INITIATING"}"""

        when:
        clock.move(Duration.ofSeconds(275))
        def attachments = caller.get("$PE/GCP/endpointService/$legacy").json['serviceAttachmentNames']
        def single = caller.get("$PE/GCP/endpointService/$mapped").json

        then:
        attachments.size() == 6
        attachments[5].textValue() ==~ "projects/p-[0-9a-z]{24}/regions/us-east4/serviceAttachments/sa-us-east4-[0-9a-f]{24}-5"
        single['serviceAttachmentNames'].size() == 1
        single['portMappingEnabled'].booleanValue()
    }

    def "an AWS endpoint has a connectionStatus"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1').withId(ID))

        when:
        def created = caller.post("$PE/AWS/endpointService/$ID/endpoint", '{"id":"vpce-0d00c26273372c6ef"}')

        then:
        created.status == 201
        created.body == '{"cloudProvider":"AWS","connectionStatus":"PENDING_ACCEPTANCE","deleteRequested":false,' +
                '"errorMessage":null,"interfaceEndpointId":"vpce-0d00c26273372c6ef"}'
        caller.get("$PE/AWS/endpointService/$ID/endpoint/vpce-0d00c26273372c6ef").body == created.body
    }

    def "an Azure endpoint is asked for by its encoded id in any case"() {
        given:
        emulator.putService(PROJECT, ServiceState.of(Cloud.AZURE, 'eastus2').withId(ID))

        when:
        def created = caller.post("$PE/AZURE/endpointService/$ID/endpoint",
                """{"id":"$AZURE_ENDPOINT","privateEndpointIPAddress":"10.0.3.4"}""")

        then:
        created.body == """{"cloudProvider":"AZURE","deleteRequested":false,"errorMessage":null,\
"privateEndpointConnectionName":null,"privateEndpointIPAddress":"10.0.3.4","privateEndpointResourceId":"$AZURE_ENDPOINT","status":"INITIATING"}"""
        caller.get("$PE/AZURE/endpointService/$ID/endpoint/${encoded(AZURE_ENDPOINT)}").body == created.body
        caller.get("$PE/AZURE/endpointService/$ID/endpoint/${encoded(AZURE_ENDPOINT.toLowerCase())}").body == created.body

        and: 'an id that is not encoded is no route'
        caller.get("$PE/AZURE/endpointService/$ID/endpoint$AZURE_ENDPOINT").errorCode == 'RESOURCE_NOT_FOUND'
    }

    def "a Google Cloud endpoint group has a status for itself and one for each rule"() {
        given:
        emulator.putService(PROJECT, ServiceState.of(Cloud.GCP, 'us-east4').withId(ID))
        def rules = (0..5).collect { """{"endpointName":"grp-$it","ipAddress":"10.0.0.$it"}""" }.join(',')

        when:
        def created = caller.post("$PE/GCP/endpointService/$ID/endpoint",
                """{"endpointGroupName":"grp","gcpProjectId":"acme-net","endpoints":[$rules]}""")

        then:
        created.status == 201
        created.json['endpointGroupName'].textValue() == 'grp'
        created.json['endpoints'].toString().startsWith(
                '[{"endpointName":"grp-0","ipAddress":"10.0.0.0","status":"INITIATING"},')

        when:
        clock.move(Duration.ofSeconds(30))

        then:
        caller.get("$PE/GCP/endpointService/$ID/endpoint/grp").json['status'].textValue() == 'VERIFIED'
        caller.get("$PE/GCP/endpointService/$ID").json['endpointGroupNames'].toString() == '["grp"]'
    }

    def "a port-mapped endpoint goes by the name of its one rule"() {
        given:
        emulator.putService(PROJECT, ServiceState.of(Cloud.GCP, 'us-east4').withId(ID).withPortMapping())

        when:
        def created = caller.post("$PE/GCP/endpointService/$ID/endpoint", '{"endpointGroupName":"ignored",' +
                '"gcpProjectId":"acme-net","endpoints":[{"endpointName":"psc-app","ipAddress":"10.0.0.5"}]}')

        then:
        created.json['endpointGroupName'].textValue() == 'psc-app'
        created.json['portMappingEnabled'].booleanValue()
    }

    def "deletes are accepted with an empty object"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1', 'vpce-0d00c26273372c6ef').withId(ID))
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID.reverse()))

        expect:
        with(caller.delete("$PE/AWS/endpointService/$ID/endpoint/vpce-0d00c26273372c6ef")) {
            status == 202
            body == '{}'
        }
        with(caller.delete("$PE/AWS/endpointService/${ID.reverse()}")) {
            status == 202
            body == '{}'
        }
    }

    def "regional mode is read with 200 and set with 202"() {
        expect:
        caller.get("$PE/regionalMode").body == '{"enabled":false}'
        with(caller.patch("$PE/regionalMode", '{"enabled":true}')) {
            status == 202
            body == '{"enabled":true}'
        }
        with(caller.get("$PE/regionalMode")) {
            status == 200
            body == '{"enabled":true}'
        }
    }

    def "remote regions are changed in place"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1').withId(ID))

        when:
        def reply = caller.patch("$PE/endpointService/$ID",
                '{"cloudProvider":"AWS","supportedRemoteRegions":["US_EAST_1","US_WEST_2"]}')

        then:
        reply.status == 200
        reply.json['supportedRemoteRegions'].toString() == '["US_EAST_1","US_WEST_2"]'
        caller.get("$PE/AWS/endpointService/$ID").body == reply.body
    }

    def "version 1.0 has the same paths without what came later"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1').withId(ID))
        def old = caller.with(Accept: 'application/json')
        def base = "/api/atlas/v1.0$PE"

        expect:
        old.get("$base/AWS/endpointService").json[0].fieldNames().toList() ==
                ['cloudProvider', 'endpointServiceName', 'errorMessage', 'id', 'interfaceEndpoints', 'regionName', 'status']
        old.get("$base/AWS/endpointService/$ID").header('RateLimit-Limit') == null
        old.post("$base/endpointService", '{"providerName":"GCP","region":"us-east4","portMappingEnabled":true}').status == 400
        old.patch("$base/endpointService/$ID", '{"cloudProvider":"AWS"}').status == 404
    }

    def "the curl call of Atlas's version 1.0 page works as it stands there"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1').withId(ID))
        def client = new DigestClient(emulator, AtlasEmulator.DEMO_PUBLIC_KEY, AtlasEmulator.DEMO_PRIVATE_KEY)

        when:
        def reply = client.call('POST',
                "/api/atlas/v1.0$PE/AWS/endpointService/$ID/endpoint?pretty=true",
                [Accept: 'application/json', 'Content-Type': 'application/json'],
                '\n {\n "id" : "vpce-0d00c26273372c6ef"\n }')

        then:
        reply.status == 201
        reply.body == '''{
  "cloudProvider" : "AWS",
  "connectionStatus" : "PENDING_ACCEPTANCE",
  "deleteRequested" : false,
  "errorMessage" : null,
  "interfaceEndpointId" : "vpce-0d00c26273372c6ef"
}'''
    }

    def "an envelope carries the status beside the content, also of a refusal"() {
        expect:
        caller.get("$PE/regionalMode?envelope=true").body == '{"content":{"enabled":false},"status":200}'
        caller.get("$PE/AWS/endpointService?envelope=true").body == '{"content":[],"status":200}'
        caller.get('/groups?envelope=true').json['status'].intValue() == 200
        with(caller.get('/groups/111111111111111111111111?envelope=true').json) {
            it['status'].intValue() == 404
            it['content']['errorCode'].textValue() == 'GROUP_NOT_FOUND'
        }
    }

    def "projects are listed page by page, and found by id and by name"() {
        given:
        def projects = (1..7).collect { ProjectState.of(String.format('%024x', it), "team / $it") }
        def many = AtlasEmulator.builder().state(new AtlasState(projects)).start()
        def client = new Caller(many)

        expect:
        def first = client.get('/groups?itemsPerPage=3').json
        first['results']*.path('id')*.textValue() == projects.take(3)*.id()
        first['totalCount'].intValue() == 7
        first['links']*.path('rel')*.textValue() == ['self', 'next']
        def last = client.get('/groups?itemsPerPage=3&pageNum=3&includeCount=false').json
        last['results']*.path('name')*.textValue() == ['team / 7']
        !last.has('totalCount')
        last['links']*.path('rel')*.textValue() == ['self', 'previous']
        client.get('/groups/000000000000000000000002').json['name'].textValue() == 'team / 2'
        client.get('/groups/byName/team%20%2F%204').json['id'].textValue() == projects[3].id()

        and: 'a link leads to the next page'
        def next = first['links'].find { it['rel'].textValue() == 'next' }['href'].textValue()
        client.get(next - many.baseUrl()).json['results']*.path('id')*.textValue() == projects[3..5]*.id()

        cleanup:
        many.close()
    }

    def "rules of a put endpoint are shown"() {
        given:
        def group = EndpointState.gcp('grp', 'acme-net', [new ForwardingRule('grp-0', '10.0.0.1')])
        emulator.putService(PROJECT, ServiceState.of(Cloud.GCP, 'us-east4').withId(ID).withEndpoints([group]))

        expect:
        caller.get("$PE/GCP/endpointService/$ID/endpoint/grp").json['endpoints'].toString() ==
                '[{"endpointName":"grp-0","ipAddress":"10.0.0.1","status":"AVAILABLE"}]'
    }

    private static String encoded(String id) {
        URLEncoder.encode(id, 'UTF-8')
    }
}
