package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import java.nio.file.Path
import org.yaml.snakeyaml.Yaml
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** list and describe. */
class LookingSpec extends Specification {

    static final ONE = '5e2211c17a3e5a48f5497001'
    static final TWO = '5e2211c17a3e5a48f5497002'
    static final VPCE = 'vpce-0d00c26273372c6ef'
    static final REJECTED = 'vpce-11111111111111111'
    static final PE = '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers/Microsoft.Network/privateEndpoints/pe-app'
    static final STATE = """{"projects": [
        {"id": "$ONE", "name": "payments", "regionalMode": true, "services": [
            {"provider": "AWS", "region": "us-east-1", "id": "6a793f68c0eb9e7a17715835", "remoteRegions": ["EU_WEST_1"], "endpoints": [
                "$VPCE", {"id": "$REJECTED", "status": "REJECTED", "errorMessage": "no such endpoint"}]},
            {"provider": "AZURE", "region": "eastus2", "errorMessage": "no capacity", "endpoints": [{"id": "$PE", "ipAddress": "10.0.3.4"}]},
            {"provider": "GCP", "region": "us-central1", "portMapped": true, "endpoints": [
                {"id": "psc-app", "gcpProject": "acme-net", "rules": [{"name": "psc-app", "ipAddress": "10.10.0.5"}]}]}],
         "clusters": [{"name": "Cluster0", "regions": ["AWS/us-east-1"]}]},
        {"id": "$TWO", "name": "orders", "services": [{"provider": "AWS", "region": "eu-west-1"}]}]}"""

    /** One of each cloud and kind. */
    static final THINGS = ["$ONE/aws/us-east-1", "$ONE/azure/eastus2", "$ONE/gcp/us-central1:port-mapped", "$ONE/aws/us-east-1/$VPCE",
        "$ONE/aws/us-east-1/$REJECTED", "$ONE/azure/eastus2/$PE", "$ONE/gcp/us-central1:port-mapped/psc-app", "$TWO/aws/eu-west-1"]*.toString()

    @TempDir
    Path folder
    @AutoCleanup
    AtlasEmulator emulator
    CliRun cli

    def setup() {
        cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.read(cli.file('state.json', STATE))).start()
        cli.against(emulator)
    }

    def 'a project is listed by its name or id, services with their endpoints below them'() {
        expect:
        cli.run('list', project) == 0
        cli.out.readLines().drop(1)*.trim()*.replaceAll(/ +/, ' ') == [
            'address status connects to, or is',
            "aws/us-east-1 AVAILABLE ${attachment('aws')}",
            "$VPCE AVAILABLE",
            "$REJECTED REJECTED",
            "azure/eastus2 AVAILABLE ${attachment('azure')}",
            "$PE AVAILABLE ip 10.0.3.4",
            "gcp/us-central1:port-mapped AVAILABLE ${attachment('gcp')}",
            'psc-app AVAILABLE gcpProject acme-net, ip 10.10.0.5',
            '']*.toString()

        where:
        project << [ONE, 'payments']
    }

    def 'one cloud of all projects costs one list each, and a look at each endpoint'() {
        expect:
        cli.run('list', '--all', '--provider', 'aws', '--format', 'json') == 0
        answered() == [groups: 1, endpointService: 2, (VPCE): 1, (REJECTED): 1]
    }

    def 'what could not be read is told, and the listing is incomplete'() {
        given:
        emulator.addFault("500 on GET /groups/$TWO/...")

        expect:
        cli.run('list', '--all') == 3
        cli.out.contains('us-east-1')
        cli.err.contains("$TWO/aws: GET /api/atlas/v2/groups/$TWO")
        cli.out.contains('(nothing could be read)')
    }

    def 'a project without services says so'() {
        expect:
        cli.run('list', 'orders', '--provider', 'gcp') == 0
        cli.out.contains('(no private endpoint service)')
    }

    def 'wrong use of list is told'() {
        expect:
        cli.run('list', *arguments) == 64
        cli.err.contains(told)

        where:
        arguments                           || told
        []                                  || 'Name the projects to list, or say --all, and not both'
        ['--all', ONE]                      || 'Name the projects to list, or say --all, and not both'
        ['--all', '--provider', 'oracle']   || 'use aws, azure or gcp'
    }

    def 'a service is described by its address or id with all that Atlas tells, for the price of a list for each cloud it may be on'() {
        expect:
        cli.run('describe', *what) == 0
        cli.out.readLines()[0] == "$ONE/aws/us-east-1"
        cli.out.contains('  endpoint service name: com.amazonaws.vpce.us-east-1.vpce-svc-')
        cli.out.contains('  meaning: The service takes connections.')
        cli.out.contains("  remote regions:\n    - eu-west-1\n  endpoint ids:\n    - $VPCE\n")
        answered().findAll { it.key in ['groups', 'endpointService'] } == calls

        where:
        what                                                        || calls
        ["$ONE/aws/us-east-1"]                                      || [endpointService: 1]
        ['payments/aws/us-east-1']                                  || [groups: 1, endpointService: 1]
        ['--project', ONE, '6a793f68c0eb9e7a17715835']              || [endpointService: 3]
        ['6a793f68c0eb9e7a17715835']                                || [groups: 1, endpointService: 3]
    }

    def 'an endpoint is described with the connection strings that lead through it, or why there are none'() {
        expect:
        cli.run('describe', what) == 0
        cli.out.contains(told)

        where:
        what                              || told
        VPCE                              || 'srv: mongodb+srv://'
        "$ONE/aws/us-east-1/$REJECTED"    || 'text: the endpoint is not ready'
        PE.toUpperCase().replace('/SUBSCRIPTIONS', '/subscriptions') || 'private ip: 10.0.3.4'
        'psc-app'                         || 'text: no cluster of the project has nodes in gcp/us-central1'
    }

    def 'YAML says the same as JSON'() {
        given:
        cli.run('describe', VPCE, '--format', 'json')
        def json = new Yaml().load(cli.out)

        expect:
        cli.run('describe', VPCE, '--format', 'yaml') == 0
        new Yaml().load(cli.out) == json
    }

    def 'what Atlas does not have is a failure, and what it may have where nobody could look is not known'() {
        expect:
        cli.run('describe', what) == 1
        cli.err.contains("Atlas has no $what")

        when:
        emulator.addFault("500 on GET /groups/$TWO/...")

        then:
        cli.run('describe', 'vpce-99999999999999999') == 3

        where:
        what << ["$ONE/aws/us-west-2", 'vpce-99999999999999999', '6a793f68c0eb9e7a17715899', 'psc-none']
    }

    def 'what was found does not depend on what could not be read elsewhere'() {
        given:
        emulator.addFault("500 on GET /groups/$TWO/...")

        expect:
        cli.run('describe', VPCE) == 0
    }

    def 'what names nothing that can be described is refused'() {
        expect:
        cli.run('describe', what) == 1
        cli.err.contains(told)

        where:
        what                  || told
        "$ONE/regional-mode"  || 'names neither a service nor an endpoint'
        "$ONE/oracle/x"       || 'is not an address'
        'vpce-short'          || 'is not the id of an AWS interface endpoint'
        '/subscriptions/x'    || 'is not the resource id of an Azure private endpoint'
    }

    def 'no text from Atlas can play with a terminal'() {
        given:
        emulator.close()
        def hostile = STATE.replace('no such endpoint', 'red\\u001b[31m\\n::error::forged').replace('"payments"', '"pay\\u001b]0;x"')
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.read(cli.file('hostile.json', hostile))).start()
        cli.against(emulator)

        expect:
        cli.run(*command) == 0
        !cli.out.contains('\u001b')
        !cli.out.readLines().any { it.startsWith('::') }

        where:
        command << [['list', '--all'], ['list', '--all', '--format', 'yaml'], ['describe', REJECTED], ['describe', REJECTED, '--format', 'json']]
    }

    private String attachment(String cloud) {
        new Yaml().load(jsonOf("$ONE/$cloud/${[aws: 'us-east-1', azure: 'eastus2', gcp: 'us-central1:port-mapped'][cloud]}")).found[0]
            .with { it.endpointServiceName ?: it.privateLinkServiceResourceId ?: it.serviceAttachmentNames[0] }
    }

    private String jsonOf(String address) {
        def other = new CliRun(folder).against(emulator)
        other.run('describe', address, '--format', 'json')
        other.out
    }

    private Map<String, Integer> answered() {
        emulator.requests().findAll { it.status() == 200 }*.path().countBy { it.tokenize('/').last() }
    }
}
