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
        start(STATE)
    }

    private void start(String state) {
        emulator?.close()
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.read(cli.file('state.json', state))).start()
        cli.against(emulator)
    }

    def 'a project is listed by its name or id, services with their endpoints below them'() {
        expect:
        cli.run('list', project) == 0
        cli.out.readLines().drop(1)*.trim()*.replaceAll(/ +/, ' ') == [
            'address status endpoints connects to, or is error',
            "$ONE/aws/us-east-1 AVAILABLE 2 ${attachment('aws')}",
            "$ONE/aws/us-east-1/$VPCE AVAILABLE",
            "$ONE/aws/us-east-1/$REJECTED REJECTED no such endpoint",
            "$ONE/azure/eastus2 AVAILABLE 1 ${attachment('azure')} no capacity",
            "$ONE/azure/eastus2/$PE AVAILABLE ip 10.0.3.4",
            "$ONE/gcp/us-central1:port-mapped AVAILABLE 1 ${attachment('gcp')}",
            "$ONE/gcp/us-central1:port-mapped/psc-app AVAILABLE gcpProject acme-net, ip 10.10.0.5",
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

    def 'every address in a listing can be described'() {
        given:
        cli.run('list', ONE)
        def addresses = cli.out.readLines().drop(2)*.trim().findAll { it }*.split(/ +/)*.first()

        expect:
        addresses.size() == 7
        addresses.every { cli.run('describe', it) == 0 && cli.out.startsWith("$it\n") }
    }

    def 'what Atlas is asked to remove, and what could not be looked at, is told in its row'() {
        given:
        emulator.addFault("500 on GET /groups/*/privateEndpoint/AWS/endpointService/*/endpoint/$VPCE")
        emulator.removeEndpoint(ONE, REJECTED)

        expect:
        cli.run('list', ONE, '--provider', 'aws') == 3
        cli.out.contains("$VPCE  ?")
        cli.out.contains('not read')
    }

    def 'API v1.0, which cannot tell the two kinds of Google Cloud services apart, is not asked for them: #arguments'() {
        expect:
        cli.run(*arguments, '--api-version', 'v1.0') == status
        status == 0 || cli.err.contains('cannot tell the two kinds of Google Cloud services apart')

        where:
        arguments                               || status
        ['list', ONE]                           || 1
        ['list', ONE, '--provider', 'aws']      || 0
        ['describe', 'psc-app']                 || 1
        ['describe', '6a793f68c0eb9e7a17715835'] || 1
        ['describe', VPCE]                      || 0
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
        ['']                                || 'neither the id nor the name of a project, such as 5e22'
        ['--all', '--format', 'markdown']   || 'expected one of [text, json, yaml]'
    }

    def 'a service is described with all that Atlas tells: #address'() {
        expect:
        cli.run('describe', address) == 0
        cli.out == told.stripIndent()

        where:
        address                             | told
        "$ONE/aws/us-east-1"                | """\
            $ONE/aws/us-east-1
              service id                        6a793f68c0eb9e7a17715835
              status                            AVAILABLE: The service takes connections.
              error message                     -
              endpoint service name             com.amazonaws.vpce.us-east-1.vpce-svc-ffe0dfd5ad4c186fd
              remote regions                    eu-west-1
              endpoints                         $VPCE
                                                $REJECTED
            """
        "payments/azure/eastus2"            | """\
            $ONE/azure/eastus2
              project                           payments
              service id                        8e6a36cb004c3779772abbd7
              status                            AVAILABLE: Atlas reports an error, so it counts as failed.
              error message                     no capacity
              private link service name         pls_8e6a36cb004c3779772abbd7
              private link service resource id  /subscriptions/bdeb8977-2690-c2b9-d7e3-8c0e31a16d50/resourceGroups/rg_8e6a36cb004c3779772abbd8_3eac7a27/providers/Microsoft.Network/privateLinkServices/pls_8e6a36cb004c3779772abbd7
              endpoints                         $PE
            """
        "$ONE/gcp/us-central1:port-mapped"  | """\
            $ONE/gcp/us-central1:port-mapped
              service id                        596efb0c005b860657662c0b
              status                            AVAILABLE: The service takes connections.
              error message                     -
              port mapping                      on
              service attachment names          projects/p-bdeb89772690c2b9d7e38c0e/regions/us-central1/serviceAttachments/sa-us-central1-9fc787d421a31ef06677840e-0
              endpoints                         psc-app
            """
    }

    def 'what is sought costs a list for each project and cloud where it may be: #what'() {
        expect:
        cli.run('describe', *what) == 0
        cli.out.startsWith("$ONE/aws/us-east-1\n")
        answered() == calls

        where:
        what                                                        || calls
        ["$ONE/aws/us-east-1"]                                      || [endpointService: 1]
        ['payments/aws/us-east-1']                                  || [groups: 1, endpointService: 1]
        ['--project', ONE, '6a793f68c0eb9e7a17715835']              || [endpointService: 3]
        ['--project', 'payments', '6a793f68c0eb9e7a17715835']       || [groups: 1, endpointService: 3]
        ['6a793f68c0eb9e7a17715835']                                || [groups: 1, endpointService: 6]
    }

    def 'an endpoint costs a look at it and a list of clusters more'() {
        expect:
        cli.run('describe', *what) == 0
        answered() == calls

        where:
        what                                || calls
        ["$ONE/aws/us-east-1/$VPCE"]        || [endpointService: 1, (VPCE): 1, clusters: 1]
        [VPCE]                              || [groups: 1, endpointService: 2, (VPCE): 1, clusters: 1]
        ['--project', ONE, 'psc-app']       || [endpointService: 1, 'psc-app': 1, clusters: 1]
    }

    def 'only where a cluster has nodes in other regions as well, and no string, is the rest of the project looked at: #others'() {
        given:
        start(STATE.replace('"regions": ["AWS/us-east-1"]', """"regions": ["AWS/us-east-1", "$others"]"""))

        expect:
        cli.run('describe', "$ONE/aws/us-east-1/$VPCE") == 0
        cli.out.contains("    Cluster0: $told")
        answered() == calls

        where:
        others            || told                                                                              | calls
        'GCP/us-central1' || 'mongodb+srv://cluster0-pl-0.'                                                     | [endpointService: 1, (VPCE): 1, clusters: 1]
        'AWS/eu-west-1'   || 'none, since it also has nodes in aws/eu-west-1, where no ready endpoint was seen' | [
            endpointService: 1 + 3, (VPCE): 1 + 1, (REJECTED): 1, (URLEncoder.encode(PE, 'UTF-8')): 1, 'psc-app': 1, clusters: 1]
    }

    def 'how many calls a search takes is told before they are made, and only where there are several projects'() {
        expect:
        cli.run('describe', *what) == 0
        cli.err == told

        where:
        what                           || told
        ['6a793f68c0eb9e7a17715835']   || 'Looking in 2 projects, which takes 6 calls; --project spares the others.\n'
        [VPCE]                         || 'Looking in 2 projects, which takes 2 calls; --project spares the others.\n'
        ['--project', ONE, VPCE]       || ''
        ["$ONE/aws/us-east-1"]         || ''
    }

    def 'an endpoint is described with the connection strings that lead through it, or why there are none: #address'() {
        expect:
        cli.run('describe', address) == 0
        cli.out == told.stripIndent()

        where:
        address                                                | told
        "$ONE/aws/us-east-1/$VPCE"                             | """\
            $ONE/aws/us-east-1/$VPCE
              status                            AVAILABLE: The endpoint is connected.
              delete requested                  no
              error message                     -
              service                           6a793f68c0eb9e7a17715835, AVAILABLE
              endpoint service name             com.amazonaws.vpce.us-east-1.vpce-svc-ffe0dfd5ad4c186fd
            Connection strings through $ONE/aws/us-east-1/$VPCE
                Cluster0: mongodb+srv://cluster0-pl-0.d6e2e.mongodb.net
            """
        "payments/aws/us-east-1/$REJECTED"                     | """\
            $ONE/aws/us-east-1/$REJECTED
              project                           payments
              status                            REJECTED: The connection was refused, and waiting does not mend it.
              delete requested                  no
              error message                     no such endpoint
              service                           6a793f68c0eb9e7a17715835, AVAILABLE
              endpoint service name             com.amazonaws.vpce.us-east-1.vpce-svc-ffe0dfd5ad4c186fd
            Connection strings through $ONE/aws/us-east-1/$REJECTED
                Cluster0: none, since the endpoint is not ready
            """
        "$ONE/azure/eastus2/${PE.replace('app', 'APP')}"       | """\
            $ONE/azure/eastus2/$PE
              status                            AVAILABLE: The endpoint is connected.
              delete requested                  no
              error message                     -
              private IP                        10.0.3.4
              connection name                   bdeb8977-2690-c2b9-d7e3-8c0e31a16d50%2Fpls_8e6a36cb004c3779772abbd7%2Fpe-app
              service                           8e6a36cb004c3779772abbd7, AVAILABLE
              private link service name         pls_8e6a36cb004c3779772abbd7
              private link service resource id  /subscriptions/bdeb8977-2690-c2b9-d7e3-8c0e31a16d50/resourceGroups/rg_8e6a36cb004c3779772abbd8_3eac7a27/providers/Microsoft.Network/privateLinkServices/pls_8e6a36cb004c3779772abbd7
            Connection strings through $ONE/azure/eastus2/$PE: none, since no cluster of the project has nodes in azure/eastus2
            """
        "$ONE/gcp/us-central1:port-mapped/psc-app"             | """\
            $ONE/gcp/us-central1:port-mapped/psc-app
              status                            AVAILABLE: The endpoint is connected.
              delete requested                  no
              error message                     -
              Google Cloud project              acme-net
              forwarding rules                  psc-app 10.10.0.5 AVAILABLE
              service                           596efb0c005b860657662c0b, AVAILABLE
              port mapping                      on
              service attachment names          projects/p-bdeb89772690c2b9d7e38c0e/regions/us-central1/serviceAttachments/sa-us-central1-9fc787d421a31ef06677840e-0
            Connection strings through $ONE/gcp/us-central1:port-mapped/psc-app: none, since no cluster of the project has nodes in gcp/us-central1
            """
    }

    def 'several endpoints of one name on Google Cloud are all described, by their addresses'() {
        given:
        def gcp = '{"provider": "GCP", "region": "us-east4", "portMapped": true, "endpoints": [{"id": "psc-app", "gcpProject": "acme-net", "rules": [{"name": "psc-app", "ipAddress": "10.10.0.9"}]}]}'
        start(STATE.replace('{"provider": "AWS", "region": "eu-west-1"}', gcp))

        when:
        cli.run('describe', 'psc-app', '--format', 'json')

        then:
        new Yaml().load(cli.out).found*.address == ["$ONE/gcp/us-central1:port-mapped/psc-app", "$TWO/gcp/us-east4:port-mapped/psc-app"]*.toString()
    }

    def 'where the projects or the clusters cannot be read, it is not known, and not missing: #fault'() {
        given:
        emulator.addFault(fault)

        expect:
        cli.run('describe', VPCE) == 3
        cli.err.contains(told)
        cli.out.contains(VPCE) == isShown

        where:
        fault                                                              || told                     | isShown
        '403 on GET /groups'                                               || 'GET /api/atlas/v2/groups' | false
        "500 on GET /groups/*/clusters"                                    || "$ONE/clusters"          | true
        "500 on GET /groups/*/privateEndpoint/AWS/endpointService/*/endpoint/*" || "$ONE/aws/us-east-1/$VPCE" | false
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

    def 'what names nothing that can be described is wrong use: #what'() {
        expect:
        cli.run('describe', *what) == 64
        cli.err.contains(told)
        emulator.requests().empty

        where:
        what                                     || told
        []                                       || 'ADDRESS|ID'
        ["$ONE/regional-mode"]                   || 'names neither a service nor an endpoint'
        ["$ONE/aws"]                             || "'linkspan list' shows all of a project"
        ["$ONE/oracle/x"]                        || 'is not an address'
        ['vpce-short']                           || 'is not the id of an AWS interface endpoint'
        ['/subscriptions/x']                     || 'is not the resource id of an Azure private endpoint'
        ['Nothing like it']                      || 'is not the name of a Google Cloud endpoint'
        ['--project', '', VPCE]                  || 'neither the id nor the name of a project'
        ['--project', ONE, "$ONE/aws/us-east-1"] || 'An address names its project itself'
        [VPCE, REJECTED]                         || REJECTED
        [VPCE, '--format', 'xml']                || 'expected one of [text, json, yaml]'
    }

    def 'no text from Atlas can play with a terminal'() {
        given:
        def hostile = STATE.replace('no such endpoint', 'red\\u001b[31m\\n::error::forged').replace('"payments"', '"pay\\u001b]0;x"')
        start(hostile)

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
