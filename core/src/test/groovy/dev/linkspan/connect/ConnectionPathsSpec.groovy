package dev.linkspan.connect

import static dev.linkspan.model.Samples.FRANKFURT
import static dev.linkspan.model.Samples.IRELAND
import static dev.linkspan.model.Samples.OTHER_PROJECT
import static dev.linkspan.model.Samples.PROJECT
import static dev.linkspan.model.Samples.VIRGINIA
import static dev.linkspan.model.Samples.vpce

import dev.linkspan.connect.Lack.Kind
import dev.linkspan.model.Address
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Cluster
import dev.linkspan.model.ClusterState
import dev.linkspan.model.EndpointId
import dev.linkspan.model.PrivateConnectionString
import dev.linkspan.model.PrivateConnectionString.Passage
import dev.linkspan.model.Region
import dev.linkspan.model.Regions
import dev.linkspan.model.ServiceKey
import spock.lang.Specification

class ConnectionPathsSpec extends Specification {

    static final Address HERE = Address.service(PROJECT, VIRGINIA).endpoint(vpce(1))
    static final Address ABROAD = Address.service(PROJECT, IRELAND).endpoint(vpce(2))

    def 'a string that names the endpoint leads through it'() {
        when:
        def paths = ConnectionPaths.through([HERE], [HERE], [cluster(strings: [string('srv-1', vpce(1)), string('srv-2', vpce(2))])])

        then:
        paths*.endpoint() == [HERE]
        paths[0].connected
        !paths[0].due
        !paths[0].settling
        paths[0].clusters()[0].strings()*.text() == ['srv-1']
    }

    def 'a cluster that has nodes in several regions is reached through an endpoint of each by one string'() {
        given:
        def spread = cluster(regions: [VIRGINIA, IRELAND], strings: [string('both', vpce(1), vpce(2))])

        expect:
        ConnectionPaths.through([ABROAD, HERE], [HERE, ABROAD], [spread])
            .collect { it.clusters()[0].strings()*.text() } == [['both'], ['both']]
    }

    def 'of #what there is none, which is #kind#due'() {
        when:
        def path = ConnectionPaths.through([HERE], ready, [cluster(options)])[0].clusters()[0]

        then:
        path.strings().empty
        path.lack().get() == new Lack(kind, text)
        path.lack().get().due == !due.empty
        path.settling == settling

        where:
        what                               | options                                              | ready  || kind                          | settling | due   | text
        'a cluster that is deleted'        | [state: 'DELETING']                                  | [HERE] || Kind.CLUSTER_DELETING         | false    | ''    | 'it is being deleted'
        'a free cluster'                   | [isDedicated: false]                                 | [HERE] || Kind.CLUSTER_NOT_DEDICATED    | false    | ''    | 'it is a Free or Flex cluster, which private endpoints do not lead to'
        'a paused cluster'                 | [isPaused: true]                                     | [HERE] || Kind.CLUSTER_PAUSED           | false    | ''    | 'it is paused, and takes the endpoint up once it is resumed'
        'a paused cluster at work'         | [isPaused: true, state: 'UPDATING']                  | [HERE] || Kind.CLUSTER_PAUSED           | false    | ''    | 'it is paused, and takes the endpoint up once it is resumed'
        'a cluster in two more regions'    | [regions: [VIRGINIA, IRELAND, FRANKFURT]]            | [HERE] || Kind.REGION_WITHOUT_ENDPOINT  | false    | ''    | 'it also has nodes in aws/eu-central-1 and aws/eu-west-1, where no ready endpoint was seen'
        'one in two regions, at work'      | [regions: [VIRGINIA, IRELAND], state: 'UPDATING']    | [HERE] || Kind.REGION_WITHOUT_ENDPOINT  | true     | ''    | 'it also has nodes in aws/eu-west-1, where no ready endpoint was seen'
        'a new cluster'                    | [state: 'CREATING']                                  | [HERE] || Kind.CLUSTER_AT_WORK          | true     | 'due' | 'it is CREATING, not IDLE yet'
        'a cluster at work'                | [state: 'UPDATING']                                  | [HERE] || Kind.CLUSTER_AT_WORK          | true     | 'due' | 'it is UPDATING, not IDLE yet'
        'a cluster that is repaired'       | [state: 'REPAIRING']                                 | [HERE] || Kind.CLUSTER_AT_WORK          | true     | 'due' | 'it is REPAIRING, not IDLE yet'
        'a cluster in a state of its own'  | [state: 'DREAMING']                                  | [HERE] || Kind.CLUSTER_AT_WORK          | true     | 'due' | 'it is DREAMING, not IDLE yet'
        'a cluster that says not where'    | [regions: []]                                        | [HERE] || Kind.REGIONS_UNKNOWN          | false    | ''    | 'Atlas does not say in which regions it has nodes'
        'one that is too new to say where' | [regions: [], state: 'CREATING']                     | [HERE] || Kind.CLUSTER_AT_WORK          | true     | 'due' | 'it is CREATING, not IDLE yet'
        'an idle cluster'                  | [:]                                                  | [HERE] || Kind.NOT_PUBLISHED            | true     | 'due' | 'it is IDLE, and Atlas has not published one yet'
        'an endpoint that is not ready'    | [:]                                                  | []     || Kind.ENDPOINT_NOT_READY       | false    | ''    | 'the endpoint is not ready'
    }

    def 'a ready endpoint in the other region is one whoever it belongs to, but not one of another project'() {
        given:
        def spread = cluster(regions: [VIRGINIA, IRELAND])
        def elsewhere = Address.service(OTHER_PROJECT, IRELAND).endpoint(vpce(2))

        expect:
        lack(ConnectionPaths.through([HERE], [HERE, ABROAD], [spread])) == Kind.NOT_PUBLISHED
        lack(ConnectionPaths.through([HERE], [HERE, elsewhere], [spread])) == Kind.REGION_WITHOUT_ENDPOINT
    }

    def 'a string is final once its cluster is done, so one of a cluster at work is looked at again'() {
        when:
        def path = ConnectionPaths.through([HERE], [HERE], [cluster(state: state, isPaused: isPaused, strings: [string('srv', vpce(1))])])[0]

        then:
        path.connected
        !path.due
        path.settling == settling

        where:
        state      | isPaused || settling
        'UPDATING' | false    || true
        'IDLE'     | false    || false
        'DELETING' | false    || false
        'UPDATING' | true     || false
    }

    def 'where no cluster has nodes it is said so'() {
        when:
        def path = ConnectionPaths.through([HERE], [HERE], clusters)[0]

        then:
        path.clusters().empty
        path.lack().get() == new Lack(kind, text)
        !path.connected
        !path.settling

        where:
        clusters                       || kind                      | text
        []                             || Kind.NO_CLUSTER           | 'the project has no cluster'
        [cluster(regions: [IRELAND])]  || Kind.NO_CLUSTER_IN_REGION | 'no cluster of the project has nodes in aws/us-east-1'
    }

    def 'a region of the same name on another cloud is another region'() {
        given:
        def azure = Address.service(PROJECT, region(CloudProvider.AZURE, 'US_WEST_2')).endpoint(new EndpointId(CloudProvider.AZURE, '/pe'))

        expect:
        ConnectionPaths.through([azure], [azure], [cluster(regions: [region(CloudProvider.AWS, 'US_WEST_2')])])[0].clusters().empty
    }

    def 'both architectures of Google Cloud are in one region'() {
        given:
        def iowa = region(CloudProvider.GCP, 'us-central1')
        def mapped = Address.service(PROJECT, new ServiceKey(iowa, true)).endpoint(EndpointId.gcp('psc-app'))

        expect:
        lack(ConnectionPaths.through([mapped], [mapped], [cluster(regions: [iowa])])) == Kind.NOT_PUBLISHED
    }

    def 'what Atlas says leads through an endpoint is shown, wherever the cluster is said to be'() {
        expect:
        ConnectionPaths.through([HERE], [], [cluster(regions: [IRELAND], strings: [string('srv', vpce(1))])])[0].connected
    }

    def 'endpoints and clusters come sorted, each once'() {
        when:
        def paths = ConnectionPaths.through([ABROAD, HERE, ABROAD], [], [cluster(name: 'b', regions: [VIRGINIA, IRELAND]), cluster(name: 'a')])

        then:
        paths*.endpoint() == [ABROAD, HERE]
        paths.collect { it.clusters()*.cluster()*.name() } == [['b'], ['a', 'b']]
    }

    private static Kind lack(List<EndpointPaths> paths) {
        paths[0].clusters()[0].lack().get().kind()
    }

    private static Region region(CloudProvider cloud, String name) {
        Regions.parse(cloud, name)
    }

    private static Cluster cluster(Map options) {
        new Cluster(
            options.name ?: 'Cluster0',
            new ClusterState(options.state ?: 'IDLE'),
            options.isPaused ?: false,
            options.isDedicated == null || options.isDedicated,
            (options.regions == null ? [VIRGINIA] : options.regions) as TreeSet,
            options.strings ?: [])
    }

    private static PrivateConnectionString string(String srv, EndpointId... through) {
        new PrivateConnectionString(
            Optional.of(srv), Optional.empty(), Optional.empty(), through.collect { new Passage(it, Optional.empty()) })
    }
}
