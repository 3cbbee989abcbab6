package dev.linkspan.atlas.http

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.atlas.AtlasProblem.Kind
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.ClusterState
import dev.linkspan.model.EndpointId
import dev.linkspan.model.Health
import dev.linkspan.model.Secret

/** What is made of the clusters that Atlas shows, in whichever form. */
class ClustersSpec extends StubbedSpecification {

    static final EndpointId ENDPOINT = EndpointId.aws('vpce-0d00c26273372c6ef')
    static final String REGIONS =
            '"replicationSpecs":[{"regionConfigs":[{"providerName":"AWS","regionName":"EU_WEST_1"}]}]'

    def 'clusters are asked for in their own version of the media type, and the calls after it in theirs'() {
        given:
        stub.first(json(200, '{"results":[]}')).always(json(200, '[]'))

        when:
        def clusters = atlas.clusters(PROJECT)
        atlas.services(PROJECT, CloudProvider.AWS)

        then:
        clusters == []
        stub.lines[0] == "GET /api/atlas/v2/groups/$PROJECT/clusters?itemsPerPage=500&pageNum=1"
        stub.received*.headers*.get('accept') ==
            ['application/vnd.atlas.2024-08-05+json', 'application/vnd.atlas.2023-01-01+json']
    }

    def 'API v1.0 has its own path and no version'() {
        given:
        stub.always(json(200, '{"results":[]}'))
        def old = HttpAtlas.connect(settings(new Credentials.AccessToken(new Secret('t'))).with(ApiVersion.V1))

        when:
        old.clusters(PROJECT)

        then:
        stub.lines == ["GET /api/atlas/v1.0/groups/$PROJECT/clusters?itemsPerPage=500&pageNum=1"]
        stub.received[0].headers['accept'] == 'application/json'

        cleanup:
        old.close()
    }

    def '#count clusters take #calls calls'() {
        given:
        stub.always { request ->
            int page = (request.uri =~ /pageNum=(\d+)/)[0][1] as int
            def here = (1..count).findAll { (it - 1).intdiv(500) == page - 1 }
            json(200, """{"results":[${here.collect { """{"name":"c$it"}""" }.join(',')}],"totalCount":$count}""")
        }

        expect:
        atlas.clusters(PROJECT)*.name() == (1..count).collect { "c$it".toString() }
        stub.received.size() == calls

        where:
        count || calls
        500   || 1
        501   || 2
    }

    def 'a cluster says where its nodes are, how it is and what leads to it'() {
        given:
        stub.always(json(200, """{"results":[{"name":"Cluster0","stateName":"IDLE","paused":true,$REGIONS,"connectionStrings":{
            "privateEndpoint":[{"srvConnectionString":"mongodb+srv://c-pl-0.x.net","connectionString":"mongodb://pl-0.x.net:1024/",
            "type":"MONGOD","endpoints":[{"endpointId":"$ENDPOINT","providerName":"AWS","region":"EU_WEST_1"}]}]}}]}"""))

        when:
        def cluster = atlas.clusters(PROJECT)[0]

        then:
        with(cluster) {
            name() == 'Cluster0'
            state() == ClusterState.IDLE
            paused
            dedicated
            regions() == [IRELAND] as TreeSet
        }
        with(cluster.through(ENDPOINT)[0]) {
            text() == 'mongodb+srv://c-pl-0.x.net'
            standard().get() == 'mongodb://pl-0.x.net:1024/'
            shardOptimizedSrv().empty
            endpoints()[0].region().get() == IRELAND
        }
    }

    def 'of a cluster that says #what, the rest is known'() {
        given:
        stub.always(json(200, """{"results":[null,{"name":"Cluster0",$members}]}"""))

        when:
        def cluster = atlas.clusters(PROJECT)[0]

        then:
        [cluster.state().health(), cluster.regions()*.cloudName(), cluster.dedicated, cluster.connectionStrings()*.text()] ==
            [health, regions, isDedicated, strings]

        where:
        what                   | members || health | regions | isDedicated | strings
        'nothing'              | '"paused":null'                                       || Health.UNKNOWN | [] | true | []
        'no strings'           | '"stateName":"CREATING","connectionStrings":{}'       || Health.PENDING | [] | true | []
        'null for strings'     | '"stateName":"UPDATING","connectionStrings":null'     || Health.PENDING | [] | true | []
        'a string with no text'| '"stateName":"REPAIRING","connectionStrings":{"privateEndpoint":[{"type":"MONGOD"},null]}' || Health.PENDING | [] | true | []
        'a new state'          | '"stateName":"DREAMING"'                              || Health.UNKNOWN | [] | true | []
        'it is on its way out' | '"stateName":"DELETING"'                              || Health.LEAVING | [] | true | []
        'a free one'           | '"stateName":"IDLE","replicationSpecs":[{"regionConfigs":[{"providerName":"TENANT","backingProviderName":"AWS","regionName":"EU_WEST_1"}]}]' || Health.READY | ['eu-west-1'] | false | []
        'a cloud of its own'   | '"stateName":"IDLE","replicationSpecs":[{"regionConfigs":[{"providerName":"MOON","regionName":"SEA_OF_TRANQUILITY"}]},null]' || Health.READY | [] | true | []
        'it in the oldest form'| '"stateName":"IDLE","providerSettings":{"providerName":"AZURE"},"replicationSpecs":[{"regionsConfig":{"US_EAST_2":{},"EUROPE_WEST":{}}}]' || Health.READY | ['eastus2', 'westeurope'] | true | []
        'a single old region'  | '"stateName":"IDLE","providerSettings":{"providerName":"GCP","regionName":"EASTERN_US"}' || Health.READY | ['us-east1'] | true | []
    }

    def 'what stands only in the maps of old is known as well'() {
        given:
        stub.always(json(200, """{"results":[{"name":"Cluster0","connectionStrings":{"privateEndpoint":[
            {"srvConnectionString":"mongodb+srv://new","endpoints":[{"endpointId":"vpce-a"}]}],
            "awsPrivateLink":{"vpce-a":"mongodb://old-a","vpce-b":"mongodb://old-b"},
            "awsPrivateLinkSrv":{"vpce-b":"mongodb+srv://old-b","vpce-c":null}}}]}"""))

        when:
        def strings = atlas.clusters(PROJECT)[0].connectionStrings()

        then:
        strings*.text() == ['mongodb+srv://new', 'mongodb+srv://old-b']
        strings[1].standard().get() == 'mongodb://old-b'
        strings[1].leadsThrough(new EndpointId(CloudProvider.AWS, 'vpce-b'))
    }

    def 'an endpoint of which the cloud is not said is known by the form of its id'() {
        given:
        stub.always(json(200, """{"results":[{"name":"Cluster0","connectionStrings":{"privateEndpoint":[
            {"srvConnectionString":"mongodb+srv://x","endpoints":[{"endpointId":"$id"},{"endpointId":" "},null]}]}}]}"""))

        expect:
        atlas.clusters(PROJECT)[0].connectionStrings()[0].endpoints()*.id() == [new EndpointId(cloud, id)]

        where:
        id                                                                                    || cloud
        'vpce-0d00c26273372c6ef'                                                              || CloudProvider.AWS
        '/subscriptions/4e1/resourceGroups/a/providers/Microsoft.Network/privateEndpoints/pe' || CloudProvider.AZURE
        'psc-app'                                                                             || CloudProvider.GCP
    }

    def 'an Azure endpoint is the same one in whichever case Atlas writes it'() {
        given:
        def id = '/subscriptions/4e133d35-e734-4380-a565-c0945535da37/resourceGroups/Acme/providers/Microsoft.Network/privateEndpoints/pe'
        stub.always(json(200, """{"results":[{"name":"Cluster0","connectionStrings":{"privateEndpoint":[
            {"srvConnectionString":"mongodb+srv://x","endpoints":[{"endpointId":"${id.toLowerCase()}","providerName":"AZURE"}]}]}}]}"""))

        expect:
        atlas.clusters(PROJECT)[0].through(EndpointId.azure(id)).size() == 1
    }

    def 'a cluster without a name is a problem'() {
        given:
        stub.always(json(200, '{"results":[{"stateName":"IDLE"}]}'))

        when:
        atlas.clusters(PROJECT)

        then:
        def problem = thrown(AtlasProblem)
        problem.kind() == Kind.UNREADABLE
        !problem.ambiguous
        problem.message == "Atlas's answer about page 1 of the clusters of project $PROJECT cannot be used: a cluster has no name"
    }
}
