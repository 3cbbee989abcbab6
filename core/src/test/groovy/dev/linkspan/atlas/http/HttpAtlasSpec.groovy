package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.atlas.AtlasProject
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ConnectionStatus
import dev.linkspan.model.EndpointAttributes
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Health
import dev.linkspan.model.ProjectId
import dev.linkspan.model.Regions
import dev.linkspan.model.Secret
import dev.linkspan.model.ServiceKey
import dev.linkspan.model.ServiceStatus

class HttpAtlasSpec extends StubbedSpecification {

    static final EndpointId ENDPOINT = EndpointId.aws('vpce-0d00c26273372c6ef')

    def 'the services of a cloud are a bare array of one call'() {
        given:
        stub.always(json(200, "[$BODY]"))

        when:
        def services = atlas.services(PROJECT, CloudProvider.AWS)

        then:
        stub.lines == ["GET $SERVICES"]
        with(services[0]) {
            id() == SERVICE
            region() == IRELAND
            status() == ServiceStatus.INITIATING
            attachments().empty
            errorMessage().empty
            remoteRegions().empty
            endpointIds().empty
        }
    }

    def 'each request says who it is and which version it speaks'() {
        given:
        stub.always(json(200, '[]'))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        stub.received[0].headers.subMap('accept', 'user-agent', 'authorization') == [
            accept: 'application/vnd.atlas.2023-01-01+json',
            'user-agent': 'linkspan',
            authorization: 'Bearer token-text'
        ]
    }

    def 'API v1.0 has its own path and plain JSON'() {
        given:
        stub.always(json(201, BODY))
        def old = HttpAtlas.connect(settings(new Credentials.AccessToken(secret('t'))).with(ApiVersion.V1))

        when:
        old.createService(PROJECT, ServiceKey.of(IRELAND), Optional.empty())

        then:
        with(stub.received[0]) {
            uri == "/api/atlas/v1.0/groups/$PROJECT/privateEndpoint/endpointService"
            headers['accept'] == 'application/json'
            headers['content-type'] == 'application/json'
        }

        cleanup:
        old.close()
    }

    def 'API v1.0 is not asked for remote regions, which it lacks'() {
        given:
        def old = HttpAtlas.connect(settings(new Credentials.AccessToken(secret('t'))).with(ApiVersion.V1))

        when:
        old.createService(PROJECT, ServiceKey.of(IRELAND), Optional.of([Regions.parse(CloudProvider.AWS, 'us-west-2')] as TreeSet))

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.INVALID
        !problem.ambiguous
        stub.received.empty

        cleanup:
        old.close()
    }

    def 'an AWS service shows its name, its remote regions and its endpoints'() {
        given:
        stub.always(json(200, '''{"id":"6a79","regionName":"US_EAST_1","status":"AVAILABLE","interfaceEndpoints":["vpce-b",null,"vpce-a"],
            "endpointServiceName":"com.amazonaws.vpce.us-east-1.vpce-svc-0667f4ca6f4a2bbc8","supportedRemoteRegions":["EU_WEST_1"]}'''))

        when:
        def service = atlas.service(PROJECT, CloudProvider.AWS, SERVICE).get()

        then:
        stub.lines == ["GET $SERVICES/6a793f68c0eb9e7a17715835"]
        with(service) {
            attachments() == ['com.amazonaws.vpce.us-east-1.vpce-svc-0667f4ca6f4a2bbc8']
            remoteRegions().get() == [IRELAND] as TreeSet
            endpointIds()*.value() == ['vpce-a', 'vpce-b']
        }
    }

    def 'an Azure service shows its name beside its resource id'() {
        given:
        stub.always(json(200, """{"id":"6a79","regionName":"US_EAST_2","status":"AVAILABLE","privateEndpoints":[],
            "privateLinkServiceName":"pls_6a79","privateLinkServiceResourceId":"/subscriptions/a/privateLinkServices/other"}"""))

        when:
        def service = atlas.service(PROJECT, CloudProvider.AZURE, SERVICE).get()

        then:
        service.linkName() == Optional.of('pls_6a79')
        service.attachments() == ['/subscriptions/a/privateLinkServices/other']
    }

    def 'the endpoints of #cloud stand in #field'() {
        given:
        stub.always(json(200, """[{"id":"6a79","regionName":"US_WEST_2","status":"AVAILABLE","$field":["one"]}]"""))

        expect:
        atlas.services(PROJECT, cloud)[0].endpointIds() == [new EndpointId(cloud, 'one')] as TreeSet

        where:
        cloud               | field
        CloudProvider.AWS   | 'interfaceEndpoints'
        CloudProvider.AZURE | 'privateEndpoints'
        CloudProvider.GCP   | 'endpointGroupNames'
    }

    def 'an endpoint on #cloud shows its status as #field'() {
        given:
        stub.always(json(200, """{"$field":"AVAILABLE","deleteRequested":false,"errorMessage":null}"""))

        when:
        def endpoint = atlas.endpoint(PROJECT, SERVICE, new EndpointId(cloud, 'e')).get()

        then:
        endpoint.status() == ConnectionStatus.AVAILABLE
        endpoint.health() == Health.READY

        where:
        cloud               | field
        CloudProvider.AWS   | 'connectionStatus'
        CloudProvider.AZURE | 'status'
        CloudProvider.GCP   | 'status'
    }

    def 'the slashes of an Azure endpoint stay encoded in the path'() {
        given:
        stub.always(json(200, '{"status":"AVAILABLE"}'))
        def id = '/subscriptions/4e13/resourceGroups/rg (1)/providers/Microsoft.Network/privateEndpoints/pe_a.b'

        when:
        atlas.endpoint(PROJECT, SERVICE, new EndpointId(CloudProvider.AZURE, id))
        atlas.deleteEndpoint(PROJECT, SERVICE, new EndpointId(CloudProvider.AZURE, id))

        then:
        def path = stub.received[0].uri
        path.startsWith("/api/atlas/v2/groups/$PROJECT/privateEndpoint/AZURE/endpointService/$SERVICE/endpoint/%2Fsubscriptions%2F4e13%2F")
        URLDecoder.decode(path.substring(path.lastIndexOf('/') + 1), 'UTF-8') == id
        stub.received[1].uri == path
    }

    def 'a thing that is not there is an empty answer, not a problem'() {
        given:
        stub.always(json(404, '{"error":404,"errorCode":"PRIVATE_ENDPOINT_SERVICE_NOT_FOUND","detail":"gone"}'))

        expect:
        atlas.service(PROJECT, CloudProvider.AWS, SERVICE).empty
        atlas.endpoint(PROJECT, SERVICE, ENDPOINT).empty
        !atlas.deleteService(PROJECT, CloudProvider.AWS, SERVICE)
        !atlas.deleteEndpoint(PROJECT, SERVICE, ENDPOINT)
    }

    def 'a 404 that does not speak of the thing itself proves nothing about it: #what'() {
        given:
        stub.always(reply)

        when:
        atlas.service(PROJECT, CloudProvider.AWS, SERVICE)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == kind

        where:
        what                | reply                                                        | kind
        'no such project'   | json(404, '{"error":404,"errorCode":"GROUP_NOT_FOUND"}')     | Kind.PROJECT_NOT_FOUND
        'no such route'     | json(404, '{"error":404,"errorCode":"RESOURCE_NOT_FOUND"}')  | Kind.NOT_FOUND
        "another server's"  | StubAtlas.html(404)                                          | Kind.NOT_FOUND
        'an empty body'     | json(404, '')                                                | Kind.NOT_FOUND
    }

    def 'a service is asked for in the spelling that its cloud is known to take'() {
        given:
        stub.always(json(201, """{"id":"6a79","regionName":"$atlasName","status":"INITIATING"}"""))

        when:
        def created = atlas.createService(PROJECT, ServiceKey.of(Regions.parse(cloud, atlasName)), Optional.empty())

        then:
        created.region() == Regions.parse(cloud, atlasName)
        with(stub.received[0]) {
            verb == 'POST'
            uri == "/api/atlas/v2/groups/$PROJECT/privateEndpoint/endpointService"
            headers['content-type'] == 'application/vnd.atlas.2023-01-01+json'
            body == """{"providerName":"$cloud","region":"$sent"}"""
        }

        where:
        cloud               | atlasName         | sent
        CloudProvider.AWS   | 'US_EAST_1'       | 'us-east-1'
        CloudProvider.AZURE | 'ASIA_SOUTH_EAST' | 'ASIA_SOUTH_EAST'
        CloudProvider.GCP   | 'US_EAST_4'       | 'US_EAST_4'
    }

    def 'remote regions travel in the spelling of Atlas'() {
        given:
        stub.always(json(201, BODY))
        def remotes = [Regions.parse(CloudProvider.AWS, 'us-west-2')] as TreeSet

        when:
        atlas.createService(PROJECT, ServiceKey.of(IRELAND), Optional.of(remotes))
        atlas.updateRemoteRegions(PROJECT, SERVICE, remotes)

        then:
        stub.received[0].body == '{"providerName":"AWS","region":"eu-west-1","supportedRemoteRegions":["US_WEST_2"]}'
        stub.lines[1] == "PATCH /api/atlas/v2/groups/$PROJECT/privateEndpoint/endpointService/$SERVICE"
        stub.received[1].body == '{"cloudProvider":"AWS","supportedRemoteRegions":["US_WEST_2"]}'
    }

    def 'no remote regions are left out of a create, but take the old ones away in an update'() {
        given:
        stub.always(json(201, BODY))

        when:
        atlas.createService(PROJECT, ServiceKey.of(IRELAND), Optional.of([] as TreeSet))
        atlas.updateRemoteRegions(PROJECT, SERVICE, [] as TreeSet)

        then:
        stub.received[0].body == '{"providerName":"AWS","region":"eu-west-1"}'
        stub.received[1].body == '{"cloudProvider":"AWS","supportedRemoteRegions":[]}'
    }

    def 'an endpoint is registered by its id'() {
        given:
        stub.always(json(200, '{"interfaceEndpointId":"vpce-0d00c26273372c6ef","connectionStatus":"PENDING_ACCEPTANCE"}'))

        when:
        def endpoint = atlas.createEndpoint(PROJECT, SERVICE, ENDPOINT, EndpointAttributes.NONE)

        then:
        stub.lines == ["POST $SERVICES/$SERVICE/endpoint"]
        stub.received[0].body == '{"id":"vpce-0d00c26273372c6ef"}'
        endpoint.id() == ENDPOINT
        endpoint.health() == Health.PENDING
    }

    def 'an endpoint on #cloud is registered with what that cloud has besides: #what'() {
        given:
        stub.always(json(200, '{"status":"INITIATING"}'))

        when:
        def endpoint = atlas.createEndpoint(PROJECT, SERVICE, new EndpointId(cloud, id), attributes)

        then:
        stub.received[0].body == body
        endpoint.health() == Health.PENDING

        where:
        cloud               | what         | id       | attributes                                                                                        || body
        CloudProvider.AZURE | 'an address' | '/s/pe'  | EndpointAttributes.azure('10.0.3.4')                                                              || '{"id":"/s/pe","privateEndpointIPAddress":"10.0.3.4"}'
        CloudProvider.GCP   | 'one rule'   | 'psc'    | EndpointAttributes.portMapped('acme-net', '10.10.0.5')                                            || '{"endpointGroupName":"psc","gcpProjectId":"acme-net","endpoints":[{"endpointName":"psc","ipAddress":"10.10.0.5"}]}'
        CloudProvider.GCP   | 'many rules' | 'grp'    | EndpointAttributes.group('acme-net', ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6'] as TreeMap)     || '{"endpointGroupName":"grp","gcpProjectId":"acme-net","endpoints":[{"endpointName":"grp-0","ipAddress":"10.10.1.5"},{"endpointName":"grp-1","ipAddress":"10.10.1.6"}]}'
    }

    def 'a removal is done whether the answer is #status with #body'() {
        given:
        stub.always(json(status, body))

        expect:
        atlas.deleteService(PROJECT, CloudProvider.AWS, SERVICE)
        atlas.deleteEndpoint(PROJECT, SERVICE, ENDPOINT)
        stub.lines == ["DELETE $SERVICES/$SERVICE", "DELETE $SERVICES/$SERVICE/endpoint/$ENDPOINT"]

        where:
        status | body
        202    | '{}'
        200    | ''
    }

    def 'regional mode is read and switched'() {
        given:
        stub.always(json(202, '{"enabled":true}'))

        expect:
        atlas.regionalMode(PROJECT)

        when:
        atlas.setRegionalMode(PROJECT, false)

        then:
        stub.lines == ['GET', 'PATCH'].collect { "$it /api/atlas/v2/groups/$PROJECT/privateEndpoint/regionalMode" }
        stub.received[1].body == '{"enabled":false}'
    }

    def '#count projects take #calls calls'() {
        given:
        stub.always { request ->
            int page = (request.uri =~ /pageNum=(\d+)/)[0][1] as int
            def here = (1..count).findAll { (it - 1).intdiv(500) == page - 1 }
            json(200, """{"results":[${here.collect { """{"id":"${String.format('%024x', it)}","name":"p$it"}""" }.join(',')}]$total}""")
        }

        when:
        def projects = atlas.projects()

        then:
        projects.size() == count
        projects[0] == new AtlasProject(new ProjectId('0' * 23 + '1'), 'p1')
        stub.lines == (1..calls).collect { "GET /api/atlas/v2/groups?itemsPerPage=500&pageNum=$it".toString() }

        where:
        count | total              || calls
        3     | ''                 || 1
        500   | ',"totalCount":500' || 1
        1001  | ''                 || 3
    }

    def 'a server that shows the same page for ever is asked twice'() {
        given:
        def page = (1..500).collect { """{"id":"${String.format('%024x', it)}"}""" }.join(',')
        stub.always(json(200, """{"results":[$page]}"""))

        expect:
        atlas.projects().size() == 500
        stub.received.size() == 2
    }

    def 'unknown fields, unknown statuses and missing fields are survived'() {
        given:
        stub.always(json(200, '''[{"id":"6a79","regionName":"MARS_NORTH_1","status":"HIBERNATING","news":{"a":[1]}},
            {"id":"6a80","endpointServiceName":"com.amazonaws.vpce.eu-west-1.vpce-svc-1","interfaceEndpoints":null}, null]'''))

        when:
        def services = atlas.services(PROJECT, CloudProvider.AWS)

        then:
        services*.health() == [Health.UNKNOWN, Health.UNKNOWN]
        services[0].status().text() == 'HIBERNATING'
        services[0].region().atlasName() == 'MARS_NORTH_1'
        services[1].region() == IRELAND
    }

    def 'an endpoint without a status is before its first one'() {
        given:
        stub.always(json(200, '{"errorMessage":""}'))

        expect:
        atlas.endpoint(PROJECT, SERVICE, ENDPOINT).get().health() == Health.PENDING
    }

    def 'a service without a region is a problem, since nothing could be said about that region'() {
        given:
        stub.always(json(200, '[{"id":"6a79","status":"AVAILABLE"}]'))

        when:
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREADABLE
        problem.message == "Atlas's answer about the AWS services of project $PROJECT cannot be used: service 6a79 has no region"
    }

    def 'a new service without an id may well exist'() {
        given:
        stub.always(json(201, '{"regionName":"EU_WEST_1"}'))

        when:
        atlas.createService(PROJECT, ServiceKey.of(IRELAND), Optional.empty())

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREADABLE
        problem.ambiguous
    }

    private static Secret secret(String text) {
        new Secret(text)
    }
}
