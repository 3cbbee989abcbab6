package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.ClusterState
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

/** What apply says of connection strings, what that costs, and how it ends. */
class ConnectionStringsSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final A = 'vpce-0d00c26273372c6ef'
    static final B = 'vpce-08fb7e9319909ec7b'
    static final CLUSTERS = "/api/atlas/v2/groups/$PROJECT/clusters"

    @TempDir
    Path folder
    CliRun cli
    AtlasEmulator emulator

    def setup() {
        cli = new CliRun(folder)
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { endpoint '$A' } }")
    }

    def cleanup() {
        emulator?.close()
    }

    def 'apply waits for the cluster and shows its connection string'() {
        given:
        start([ServiceState.aws('us-east-1')], [ClusterState.of('Cluster0', 'AWS/us-east-1')])

        when:
        int status = cli.run('apply', '--yes', 'spec.groovy')

        then:
        status == 0
        cli.out =~ /(?m)^Connection strings through $PROJECT\/aws\/us-east-1\/$A\n {4}Cluster0: mongodb\+srv:\/\/cluster0-pl-0\.[0-9a-f]{5}\.mongodb\.net$/
        looks() == 7
        cli.time.elapsed < Duration.ofSeconds(60 + 90 + 31 + 31)
    }

    def 'an apply in which no endpoint came up does not ask for clusters'() {
        given:
        start([ServiceState.aws('us-east-1', *standing)], [ClusterState.of('Cluster0', 'AWS/us-east-1')])
        cli.file('spec.groovy', spec)

        when:
        cli.run(command, '--yes', 'spec.groovy')

        then:
        looks() == 0
        !cli.out.contains('Connection strings')

        where:
        command   | standing | spec
        'apply'   | [A]      | "project('$PROJECT') { aws('us-east-1') { endpoint '$A' } }"
        'apply'   | [A, B]   | "project('$PROJECT') { unmanaged 'delete'; aws('us-east-1') { endpoint '$A' } }"
        'apply'   | []       | "project('$PROJECT') { aws('us-east-1') { }; aws('us-west-2') { } }"
        'destroy' | [A]      | "project('$PROJECT') { aws('us-east-1') { endpoint '$A' } }"
    }

    def 'a look costs one request for each five hundred clusters'() {
        given:
        start([ServiceState.aws('us-east-1')], (1..501).collect { ClusterState.of("Cluster$it", 'AWS/eu-west-1') })

        when:
        cli.run('apply', '--yes', 'spec.groovy')

        then:
        sent()*.query() == (1..2).collect { "itemsPerPage=500&pageNum=$it".toString() }
    }

    def 'over API v1.0 it is the same'() {
        given:
        start([ServiceState.aws('us-east-1')], [ClusterState.of('Cluster0', 'AWS/us-east-1')])

        when:
        int status = cli.run('apply', '--yes', '--api-version', 'v1.0', 'spec.groovy')

        then:
        status == 0
        cli.out.contains('    Cluster0: mongodb+srv://cluster0-pl-0.')
    }

    def 'clusters that cannot be read are said so, with the reason, and the answer is incomplete'() {
        given:
        start([ServiceState.aws('us-east-1')], [ClusterState.of('Cluster0', 'AWS/us-east-1')])
        emulator.addFault('403 on GET /groups/*/clusters')
        cli.environment.GITHUB_ACTIONS = 'true'

        when:
        int status = cli.run('apply', '--yes', 'spec.groovy')

        then:
        status == 3
        cli.out.contains("Connection strings of $PROJECT could not be read\n    GET $CLUSTERS?itemsPerPage=500&pageNum=1: 403")
        cli.out.contains('Apply complete in')
        cli.err.contains('::warning title=Linkspan%3A could not be read::')
    }

    def 'strings that Atlas still owes after a quarter of an hour leave something to do'() {
        given:
        start([ServiceState.aws('us-east-1')], [ClusterState.of('Cluster0', 'AWS/us-east-1').hanging()])

        when:
        int status = cli.run('apply', '--yes', 'spec.groovy')

        then:
        status == 2
        cli.out.contains('    Cluster0: none, since it is UPDATING, not IDLE yet\n')
        cli.time.elapsed < Duration.ofSeconds(60 + 31) + Duration.ofMinutes(15)
    }

    def 'what somebody else has registered in another region counts, and of a region without any it is said so'() {
        given:
        start([ServiceState.aws('us-east-1'), ServiceState.aws('eu-west-1', *abroad)],
            [ClusterState.of('Cluster0', 'AWS/us-east-1', 'AWS/eu-west-1')])

        when:
        int status = cli.run('apply', '--yes', 'spec.groovy')

        then:
        status == 0
        cli.out.contains("    Cluster0: $said")

        where:
        abroad || said
        [B]    || 'mongodb+srv://cluster0-pl-0.'
        []     || 'none, since it also has nodes in aws/eu-west-1, where no ready endpoint was seen\n'
    }

    def 'a saved plan shows them, too'() {
        given:
        start([ServiceState.aws('us-east-1')], [ClusterState.of('Cluster0', 'AWS/us-east-1')])
        cli.run('plan', '--out', 'plan.yaml', 'spec.groovy')

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 0
        cli.out.contains('    Cluster0: mongodb+srv://cluster0-pl-0.')
    }

    def 'who watches is told what is waited for'() {
        given:
        start([ServiceState.aws('us-east-1')], [ClusterState.of('Cluster0', 'AWS/us-east-1')])
        cli.environment.LINKSPAN_LOG_LEVEL = 'info'

        when:
        cli.run('apply', '--yes', 'spec.groovy')

        then:
        cli.err.contains("$PROJECT: connection strings wait for Cluster0 (UPDATING), 0s\n")
    }

    private void start(List<ServiceState> services, List<ClusterState> clusters) {
        emulator = AtlasEmulator.builder().clock(cli.time)
            .state(AtlasState.of(ProjectState.of(PROJECT, 'demo').withServices(services).withClusters(clusters)))
            .start()
        cli.against(emulator)
    }

    private sent() {
        emulator.requests().findAll { !it.challenge() && it.path().endsWith('/clusters') }
    }

    private int looks() {
        sent().size()
    }
}
