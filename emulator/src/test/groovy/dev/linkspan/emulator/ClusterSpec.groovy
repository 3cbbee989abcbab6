package dev.linkspan.emulator

import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.ClusterState
import dev.linkspan.emulator.state.ClusterType
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ServiceState
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Clusters and the connection strings that lead to them through private endpoints. */
class ClusterSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final PE = "/groups/$PROJECT/privateEndpoint"
    static final CLUSTERS = "/groups/$PROJECT/clusters"
    static final ID = '6a793f68c0eb9e7a17715835'
    static final A = 'vpce-0aaaaaaaaaaaaaaaa'
    static final B = 'vpce-0bbbbbbbbbbbbbbbb'
    static final NEWEST = 'application/vnd.atlas.2024-08-05+json'

    def clock = new HandClock()

    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().clock(clock).start()

    def caller = new Caller(emulator).with(Accept: NEWEST)

    def "a cluster without private endpoints has the two empty members that Atlas shows, and its own strings"() {
        given:
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1'))

        when:
        def reply = caller.get("$CLUSTERS/Cluster0")

        then:
        reply.status == 200
        reply.header('Content-Type') == 'application/vnd.atlas.2024-08-05+json;charset=utf-8'
        reply.header('Deprecation') == null
        reply.header('Sunset') == null
        reply.json['groupId'].textValue() == PROJECT
        reply.json.fieldNames().toList() == reply.json.fieldNames().toList().toSorted()
        with(reply.json) {
            it['name'].textValue() == 'Cluster0'
            it['clusterType'].textValue() == 'REPLICASET'
            it['stateName'].textValue() == 'IDLE'
            !it['paused'].booleanValue()
            it['replicationSpecs'][0]['regionConfigs'].toString() ==
                    '[{"electableSpecs":{"instanceSize":"M10","nodeCount":3},"priority":7,"providerName":"AWS","regionName":"US_EAST_1"}]'
        }
        strings().toString().replaceAll(/\.[0-9a-f]{5}\.mongodb\.net/, '.X.mongodb.net').replaceAll(/atlas-[0-9a-f]{6}/, 'atlas-Y') ==
                '{"awsPrivateLinkSrv":{},"privateEndpoint":[],"standard":"mongodb://' +
                'cluster0-shard-00-00.X.mongodb.net:27017,cluster0-shard-00-01.X.mongodb.net:27017,cluster0-shard-00-02.X.mongodb.net:27017' +
                '/?ssl=true&authSource=admin&replicaSet=atlas-Y-shard-0","standardSrv":"mongodb+srv://cluster0.X.mongodb.net"}'
    }

    def "while a cluster is created it has no other members than the two empty ones"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', A))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1').inState('CREATING'))

        expect:
        state() == 'CREATING'
        strings().toString() == '{"awsPrivateLinkSrv":{},"privateEndpoint":[]}'

        when:
        clock.move(Duration.ofSeconds(90))

        then:
        state() == 'IDLE'
        through() == [[A]]
    }

    def "a string names its endpoints, in all forms that Atlas's documents have"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', A))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1'))

        when:
        def strings = strings()
        def one = strings['privateEndpoint'][0]

        then:
        one.fieldNames().toList() == ['connectionString', 'endpoints', 'srvConnectionString', 'type']
        one['connectionString'].textValue() ==~ ('mongodb://' + (1024..1026).collect { /pl-0-us-east-1\.[0-9a-f]{5}\.mongodb\.net:/ + it }.join(',') +
                /\/\?ssl=true&authSource=admin&replicaSet=atlas-[0-9a-f]{6}-shard-0/)
        one['srvConnectionString'].textValue() ==~ /mongodb\+srv:\/\/cluster0-pl-0\.[0-9a-f]{5}\.mongodb\.net/
        one['endpoints'].toString() == """[{"endpointId":"$A","providerName":"AWS","region":"US_EAST_1"}]"""
        one['type'].textValue() == 'MONGOD'

        and: 'the maps of old say the same'
        strings['awsPrivateLink'][A] == one['connectionString']
        strings['awsPrivateLinkSrv'][A] == one['srvConnectionString']
    }

    def "a sharded cluster is reached through mongos, and has an optimized string besides"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', A))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1').ofType(ClusterType.SHARDED))

        when:
        def one = strings()['privateEndpoint'][0]

        then:
        one['type'].textValue() == 'MONGOS'
        one['srvShardOptimizedConnectionString'].textValue() ==~ /mongodb\+srv:\/\/cluster0-pl-0-lb\..*/
        !one['connectionString'].textValue().contains('replicaSet')
        caller.get("$CLUSTERS/Cluster0").json['replicationSpecs'].size() == 2
    }

    def "a port-mapped endpoint on Google Cloud has names of its own"() {
        given:
        def psc = EndpointState.gcp('psc-app', 'acme-net', [])
        emulator.putService(PROJECT, ServiceState.of(Cloud.GCP, 'us-east1').withPortMapping().withEndpoints([psc]))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'GCP/us-east1'))

        when:
        def one = strings()['privateEndpoint'][0]

        then:
        one['srvConnectionString'].textValue().startsWith('mongodb+srv://cluster0-psc-0.')
        one['connectionString'].textValue().startsWith('mongodb://pl-0-us-east1-gcp.')
        one['endpoints'].toString() == '[{"endpointId":"psc-app","providerName":"GCP","region":"EASTERN_US"}]'
        strings()['awsPrivateLinkSrv'].isEmpty()
    }

    def "a cluster is UPDATING for 90 seconds after an endpoint has become AVAILABLE, and then has a string for it"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1'))
        caller.post("$PE/AWS/endpointService/$ID/endpoint", """{"id":"$A"}""")

        expect:
        [59, 1, 89, 1].collect {
            clock.move(Duration.ofSeconds(it))
            [state(), through()]
        } == [['IDLE', []], ['UPDATING', []], ['UPDATING', []], ['IDLE', [[A]]]]
    }

    def "nobody need have looked in the meantime"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1'))
        caller.post("$PE/AWS/endpointService/$ID/endpoint", """{"id":"$A"}""")

        when:
        clock.move(Duration.ofSeconds(150))

        then:
        [state(), through()] == ['IDLE', [[A]]]

        when: 'an endpoint goes, and all that time long nobody asks'
        caller.delete("$PE/AWS/endpointService/$ID/endpoint/$A")
        clock.move(Duration.ofSeconds(89))

        then:
        [state(), through()] == ['UPDATING', [[A]]]

        when:
        clock.move(Duration.ofSeconds(1))

        then:
        [state(), through()] == ['IDLE', []]
    }

    def "what comes while a cluster is UPDATING makes it take longer"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1'))
        emulator.putEndpoint(PROJECT, ID, EndpointState.aws(A))
        clock.move(Duration.ofSeconds(60))
        emulator.putEndpoint(PROJECT, ID, EndpointState.aws(B))

        expect:
        [60, 30].collect {
            clock.move(Duration.ofSeconds(it))
            [state(), through()]
        } == [['UPDATING', []], ['IDLE', [[A], [B]]]]

        when: 'one is taken away behind its back'
        emulator.removeEndpoint(PROJECT, A)

        then:
        [state(), through()] == ['UPDATING', [[A], [B]]]

        when:
        clock.move(Duration.ofSeconds(90))

        then:
        [state(), through()] == ['IDLE', [[B]]]
    }

    def "there is no string before every region of a cluster has an endpoint, and then it leads through all of them"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', A))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1', 'AWS/eu-west-1'))

        expect:
        through() == []

        when:
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1', B))
        clock.move(Duration.ofSeconds(90))

        then:
        through() == [[A, B]]
        strings()['privateEndpoint'][0]['connectionString'].textValue().count(':10') == 5
    }

    def "with regional mode a sharded cluster in several regions has a string for each endpoint"() {
        given:
        caller.patch("$PE/regionalMode", '{"enabled":true}')
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', A))
        emulator.putService(PROJECT, ServiceState.aws('eu-west-1', B))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1', 'AWS/eu-west-1').ofType(type))

        expect:
        through() == strings

        where:
        type                   || strings
        ClusterType.SHARDED    || [[A], [B]]
        ClusterType.GEOSHARDED || [[A], [B]]
        ClusterType.REPLICASET || [[A, B]]
    }

    def "endpoints elsewhere do not concern a cluster"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1', A))
        emulator.putService(PROJECT, ServiceState.of(Cloud.AZURE, 'westus2'))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AZURE/US_WEST_2'))

        when:
        emulator.putService(PROJECT, ServiceState.aws('us-west-2', B))

        then:
        [state(), through()] == ['IDLE', []]
    }

    def "a cluster that is #what takes up no endpoint"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID))
        emulator.putCluster(PROJECT, cluster)
        emulator.putEndpoint(PROJECT, ID, EndpointState.aws(A))

        when:
        clock.move(Duration.ofDays(1))

        then:
        [state(), through()] == [shown, []]

        where:
        what        | cluster                                                               || shown
        'paused'    | ClusterState.of('Cluster0', 'AWS/us-east-1').paused()                 || 'IDLE'
        'free'      | ClusterState.of('Cluster0', 'AWS/us-east-1').ofSize('M0')             || 'IDLE'
        'hanging'   | ClusterState.of('Cluster0', 'AWS/us-east-1').hanging()                || 'UPDATING'
        'strange'   | ClusterState.of('Cluster0', 'AWS/us-east-1').inState('SLEEPWALKING')  || 'SLEEPWALKING'
    }

    def "a cluster that is deleted goes"() {
        given:
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1').inState('DELETING'))

        expect:
        state() == 'DELETING'

        when:
        clock.move(Duration.ofSeconds(90))

        then:
        with(caller.get("$CLUSTERS/Cluster0")) {
            status == 404
            errorCode == 'CLUSTER_NOT_FOUND'
        }
        caller.get(CLUSTERS).json['results'].isEmpty()
    }

    def "free and flex clusters say what is behind them"() {
        given:
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1').ofSize(size))

        expect:
        caller.get("$CLUSTERS/Cluster0").json['replicationSpecs'][0]['regionConfigs'].toString() ==
                """[{"backingProviderName":"AWS","electableSpecs":{"instanceSize":"$size","nodeCount":3},"priority":7,""" +
                """"providerName":"$provider","regionName":"US_EAST_1"}]"""

        where:
        size   || provider
        'M0'   || 'TENANT'
        'FLEX' || 'FLEX'
    }

    def "clusters are listed page by page"() {
        given:
        (1..5).each { emulator.putCluster(PROJECT, ClusterState.of("Cluster$it", 'AWS/us-east-1')) }

        when:
        def first = caller.get("$CLUSTERS?itemsPerPage=2").json
        def next = first['links'].find { it['rel'].textValue() == 'next' }['href'].textValue()

        then:
        first['results']*.path('name')*.textValue() == ['Cluster1', 'Cluster2']
        first['totalCount'].intValue() == 5
        caller.get(next - emulator.baseUrl()).json['results']*.path('name')*.textValue() == ['Cluster3', 'Cluster4']
        caller.get("$CLUSTERS?pageNum=9&includeCount=false").json.toString() ==~ /\{"links":.*"results":\[\]\}/
        caller.get("/groups/$PROJECT").json['clusterCount'].intValue() == 5
    }

    def "asked for #date, the answer has the form of #version, with the end of that form where it has one"() {
        given:
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1').ofType(ClusterType.SHARDED))

        when:
        def reply = caller.with(Accept: "application/vnd.atlas.$date+json").get("$CLUSTERS/Cluster0")
        def spec = reply.json['replicationSpecs'][0]

        then:
        reply.header('Content-Type') == "application/vnd.atlas.$version+json;charset=utf-8"
        [reply.header('Deprecation'), reply.header('Sunset')] == [deprecation, sunset]
        spec.fieldNames().toList() == fields
        reply.json.has('providerSettings') == (version == '2023-01-01')

        where:
        date         || version      | deprecation                     | sunset                          | fields
        '2023-01-01' || '2023-01-01' | 'Wed, 1 Feb 2023 00:00:00 GMT'  | 'Thu, 1 Jul 2027 00:00:00 GMT'  | ['id', 'numShards', 'regionsConfig', 'zoneName']
        '2023-02-01' || '2023-02-01' | 'Mon, 5 Aug 2024 00:00:00 GMT'  | 'Thu, 1 Jul 2027 00:00:00 GMT'  | ['id', 'numShards', 'regionConfigs', 'zoneName']
        '2024-05-30' || '2023-02-01' | 'Mon, 5 Aug 2024 00:00:00 GMT'  | 'Thu, 1 Jul 2027 00:00:00 GMT'  | ['id', 'numShards', 'regionConfigs', 'zoneName']
        '2025-03-12' || '2024-08-05' | null                            | null                            | ['id', 'regionConfigs', 'zoneName']
    }

    def "version 1.0 has the oldest form, without the headers, and leaves out what is on several clouds"() {
        given:
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1', 'AWS/eu-west-1'))
        emulator.putCluster(PROJECT, ClusterState.of('Spread', 'AWS/us-east-1', 'GCP/us-east1'))

        when:
        def reply = caller.with(Accept: 'application/json').get("/api/atlas/v1.0$CLUSTERS")

        then:
        reply.header('Content-Type') == 'application/json;charset=utf-8'
        reply.header('Deprecation') == null
        reply.json['results']*.path('name')*.textValue() == ['Cluster0']
        with(reply.json['results'][0]) {
            it['providerSettings'].toString() == '{"instanceSizeName":"M10","providerName":"AWS"}'
            it['replicationSpecs'][0]['regionsConfig'].fieldNames().toList() == ['US_EAST_1', 'EU_WEST_1']
        }
    }

    def "clusters have a limit of their own, and are there for those who may read"() {
        given:
        def client = new DigestClient(emulator, AtlasEmulator.READER_PUBLIC_KEY, AtlasEmulator.READER_PRIVATE_KEY)

        expect:
        with(caller.get(CLUSTERS)) {
            header('RateLimit-Limit') == '10000'
            header('RateLimit-Remaining') == '9999'
        }
        client.call('GET', "/api/atlas/v2$CLUSTERS", [Accept: NEWEST], null).status == 200
        caller.post(CLUSTERS, '{}').status == 405
    }

    def "what a running emulator shows of its clusters is a state file"() {
        given:
        emulator.putService(PROJECT, ServiceState.aws('us-east-1').withId(ID))
        emulator.putCluster(PROJECT, ClusterState.of('Cluster0', 'AWS/us-east-1'))
        emulator.putEndpoint(PROJECT, ID, EndpointState.aws(A))

        expect:
        emulator.state().project(PROJECT).clusters() == [ClusterState.of('Cluster0', 'AWS/us-east-1').inState('UPDATING')]
    }

    private String state() {
        caller.get("$CLUSTERS/Cluster0").json['stateName'].textValue()
    }

    private strings() {
        caller.get("$CLUSTERS/Cluster0").json['connectionStrings']
    }

    /** The endpoints of each string. */
    private List<List<String>> through() {
        strings()['privateEndpoint'].collect { it['endpoints']*.path('endpointId')*.textValue() }
    }
}
