package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ForwardingRule
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What commands ask and do on each cloud, against an emulated Atlas that shares their clock. */
class CloudCommandsSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final OTHER = '5e2211c17a3e5a48f5497001'
    static final AZURE_ID = '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers/Microsoft.Network/privateEndpoints/pe'
    static final GROUP = "endpointGroup('same', gcpProject: 'acme-net', endpoints: [${(0..5).collect { "'grp-$it': '10.10.1.$it'" }.join(', ')}])"
    static final RULE = "portMapped(); endpoint('same', gcpProject: 'acme-net', ip: '10.10.0.5')"

    @TempDir
    Path folder
    CliRun cli
    AtlasEmulator emulator

    def setup() {
        cli = new CliRun(folder)
    }

    def cleanup() {
        emulator?.close()
    }

    def 'one list for each cloud, one request for each endpoint, one for regional mode where it is declared, and an audit lists clusters besides, and events since there is drift: #command #declared'() {
        given:
        start(ProjectState.of(PROJECT, 'demo').withServices(everywhere()))
        cli.file('spec.groovy', "project('$PROJECT') { $declared }")

        when:
        cli.run(command, 'spec.groovy')

        then:
        asked().toSorted() == (command == 'audit' ? expected + ['GET /clusters', 'GET /events'] : expected).toSorted()

        where:
        [command, declared, expected] << [['plan', 'audit'], [
            ["aws('us-east-1') { }", lists('AWS') + gets('AWS', 3)],
            ["azure('eastus2') { }", lists('AZURE') + gets('AZURE', 2)],
            ["gcp('us-east4') { }", lists('GCP') + gets('GCP', 2)],
            ["gcp('us-east4') { }; gcp('us-east4') { portMapped() }", lists('GCP') + gets('GCP', 2)],
            ["aws('us-east-1') { }; azure('eastus2') { }; gcp('us-east1') { }; gcp('us-east4') { portMapped() }",
                lists('AWS', 'AZURE', 'GCP') + gets('AWS', 3) + gets('AZURE', 2) + gets('GCP', 2)],
            ["regionalMode true; azure('westeurope') { }", lists('AZURE') + gets('AZURE', 2) + 'GET /regionalMode'],
        ]].combinations().collect { [it[0], *it[1]] }
    }

    def 'one list for each project and cloud serves all services that are waited for, on every cloud'() {
        given:
        start(ProjectState.of(PROJECT, 'demo'), ProjectState.of(OTHER, 'other'))
        cli.file('spec.groovy', [PROJECT, OTHER].collect { """
            project('$it') {
                aws('us-east-1') { }; aws('us-west-2') { }
                azure('eastus2') { }; azure('westus') { }
                gcp('us-east4') { portMapped() }; gcp('us-east1') { portMapped() }
            }""" }.join('\n'))

        when:
        int status = cli.run('apply', '--yes', 'spec.groovy')

        then:
        status == 0
        cli.out.contains('12 created.')

        and: 'one to plan; then looks at the pace of each cloud: AWS 168 s from 141 s on, Azure 59 s from 42 s on, Google Cloud 275 s from 218 s on'
        sent().findAll { it.method() == 'GET' }.countBy { it.path() }.every { it.value <= 1 + 5 }
        sent().findAll { it.method() == 'GET' }*.path().toSet().size() == 6
    }

    def 'destroying one architecture of a region asks nothing of the other and leaves it as it is: #gone'() {
        given:
        start(ProjectState.of(PROJECT, 'demo'))
        cli.file('both.groovy', "project('$PROJECT') { gcp('us-east4') { $GROUP }; gcp('us-east4') { $RULE } }")
        cli.file('spec.groovy', "project('$PROJECT') { gcp('us-east4') { $gone } }")
        assert cli.run('apply', '--yes', 'both.groovy') == 0

        when:
        int status = cli.run('destroy', '--yes', 'spec.groovy')

        then:
        status == 0
        cli.out.contains('2 deleted.')
        services() == [[left, ['same']]]

        where:
        gone  | left
        GROUP | true
        RULE  | false
    }

    def 'a target names one architecture of a region: #target'() {
        given:
        start(ProjectState.of(PROJECT, 'demo'))
        cli.file('spec.groovy', "project('$PROJECT') { gcp('us-east4') { $GROUP }; gcp('us-east4') { $RULE } }")

        when:
        int status = cli.run('apply', '--yes', '--target', target, 'spec.groovy')

        then:
        status == 0
        services() == left.collect { [it, ['same']] }

        where:
        target                     || left
        '*/gcp/us-east4'           || [false]
        '*/us-east4:port-mapped'   || [true]
        '*/gcp/us-east4*'          || [false, true]
    }

    def 'the endpoint of a port-mapped service is exchanged, the old one first'() {
        given:
        start(ProjectState.of(PROJECT, 'demo').withServices([portMapped('old')]))
        cli.file('spec.groovy', "project('$PROJECT') { gcp('us-east4') { ${RULE.replace('same', 'new')} } }")

        expect: 'held while nothing permits to delete the old one'
        cli.run('apply', '--yes', 'spec.groovy') == 2
        cli.out.contains('a port-mapped service takes one endpoint, and this one has old, which no spec declares')

        and:
        cli.run('apply', '--yes', '--allow-delete', 'spec.groovy') == 0
        services() == [[true, ['new']]]
        cli.run('plan', '--detailed-exitcode', 'spec.groovy') == 0
    }

    private static List<ServiceState> everywhere() {
        [
            ServiceState.aws('us-east-1', 'vpce-00000000000000001', 'vpce-00000000000000002'), ServiceState.aws('us-west-2', 'vpce-00000000000000003'),
            ServiceState.of(Cloud.AZURE, 'eastus2').withEndpoints([EndpointState.azure(AZURE_ID + 1, '10.0.3.1')]),
            ServiceState.of(Cloud.AZURE, 'westeurope').withEndpoints([EndpointState.azure(AZURE_ID + 2, '10.0.3.2')]),
            ServiceState.of(Cloud.GCP, 'us-east4').withEndpoints([EndpointState.gcp('same', 'acme-net', [new ForwardingRule('grp-0', '10.10.1.0')])]),
            portMapped('same')]
    }

    private static ServiceState portMapped(String rule) {
        ServiceState.of(Cloud.GCP, 'us-east4').withPortMapping()
            .withEndpoints([EndpointState.gcp(rule, 'acme-net', [new ForwardingRule(rule, '10.10.0.5')])])
    }

    private static List<String> lists(String... clouds) {
        clouds.collect { "GET /$it/endpointService".toString() }
    }

    private static List<String> gets(String cloud, int count) {
        ["GET /$cloud/endpointService/*/endpoint/*".toString()] * count
    }

    private void start(ProjectState... projects) {
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.of(projects)).start()
        cli.against(emulator)
    }

    private sent() {
        emulator.requests().findAll { it.authorised() }
    }

    /** Without the project and the ids. */
    private List<String> asked() {
        sent().collect { request ->
            def path = request.path().replaceFirst('.*/groups/[0-9a-f]{24}(/privateEndpoint)?', '').replaceAll('/[0-9a-f]{24}', '/*').replaceFirst('/endpoint/.*', '/endpoint/*')
            "${request.method()} $path".toString()
        }
    }

    private List services() {
        emulator.state().projects()[0].services().collect { [it.portMapped(), it.endpoints()*.id()] }.toSorted { it[0] }
    }
}
