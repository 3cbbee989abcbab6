package dev.linkspan.dsl

import static dev.linkspan.dsl.SpecTexts.faults
import static dev.linkspan.dsl.SpecTexts.load

import dev.linkspan.diagnostic.Severity
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** What is refused in the blocks of each cloud, and how it is told. */
class CloudsSpec extends Specification {

    private static final String AZURE_ID = '/subscriptions/4e133d35-e734-4385-a565-c0945567ae34/resourceGroups/app/providers/Microsoft.Network/privateEndpoints/pe-app'
    private static final String GROUP = "endpointGroup('grp', gcpProject: 'acme-net', endpoints: ['grp-0': '10.10.1.5', 'grp-1': '10.10.1.6'])"
    private static final String RULE = "endpoint('psc-app', gcpProject: 'acme-net', ip: '10.10.0.5')"

    @TempDir
    Path folder

    def 'a named value is told at its own place, with the names that the word takes and how it is written: #arguments'() {
        when:
        def loaded = load(folder, "project('p') { azure('eastus2') {\nendpoint($arguments)\n} }")

        then:
        faults(loaded) == [expected + '@a.groovy:2:' + column]
        def fault = loaded.diagnostics().all().first()
        fault.summary().contains(named)
        expected == 'malformed-ip' || fault.remedy() == "By name it takes 'ip:'. Write it like this: endpoint('/subscriptions/…/privateEndpoints/pe-app', ip: '10.0.3.4')"

        where:
        arguments                                  | expected           | column                     | named
        "'$AZURE_ID'"                              | 'missing-argument' | 1                          | "lacks 'ip:'"
        "'$AZURE_ID', ip: 4"                       | 'wrong-values'     | AZURE_ID.size() + 18       | "'ip', not a number"
        "'$AZURE_ID', ip: null"                    | 'wrong-values'     | AZURE_ID.size() + 18       | "'ip', not null"
        "'$AZURE_ID', ip: '10.0.3.256'"            | 'malformed-ip'     | AZURE_ID.size() + 18       | "'10.0.3.256'"
        "'$AZURE_ID', ip: '10.0.3.4', port: 1"     | 'unknown-argument' | AZURE_ID.size() + 30       | "takes no 'port:'"
        "'$AZURE_ID', ip: '10.0.3.4', ipp: ''"     | 'unknown-argument' | AZURE_ID.size() + 30       | 'did you mean ip?'
    }

    def 'every value is told where it stands, all of them at once'() {
        expect:
        faults(load(folder, """\
              project('p') {
                  azure('eastus2') {
                      endpoint(
                          '/subscriptions/none',
                          ip: '10.0.3'
                      ) { nonsense() }
                  }
              }""".stripIndent().replace('nonsense()', 'protect(1)'))) ==
              ['malformed-endpoint-id@a.groovy:4:13', 'malformed-ip@a.groovy:5:17', 'wrong-values@a.groovy:6:13']
        faults(load(folder, """\
              project('p') {
                  gcp('us-east4') {
                      portMapped()
                      endpoint('Psc_app',
                          gcpProject: 'A',
                          ip: '10.0.3'
                      )
                  }
                  gcp('us-east1') {
                      endpointGroup('grp',
                          gcpProject: '1',
                          endpoints: ['grp-0': '10.0.0.1',
                              'Grp-1': '10.0.0.2',
                              'grp-2': '10.0.0',
                              'grp-0': '10.0.0.3',
                              'grp-4': 5]
                      )
                  }
              }""".stripIndent())) ==
              ['malformed-endpoint-id@a.groovy:4:9', 'malformed-gcp-project@a.groovy:5:25', 'malformed-ip@a.groovy:6:17',
               'gcp-without-port-mapping@a.groovy:9:5', 'malformed-gcp-project@a.groovy:11:25', 'malformed-endpoint-id@a.groovy:13:17',
               'malformed-ip@a.groovy:14:26', 'doubled-argument@a.groovy:15:17', 'wrong-values@a.groovy:16:26']
    }

    def 'endpoints of the other architecture are refused with the way out: #id'() {
        when:
        def fault = load(folder, "project('p') { gcp('us-east4') {\n$endpoints\n} }").diagnostics().all().find { it.severity() == Severity.ERROR }

        then:
        SpecTexts.shown(fault) == id + '@a.groovy:' + place
        fault.remedy().contains(remedy)

        where:
        id                                  | place | endpoints                                                   || remedy
        'endpoint-needs-port-mapping'       | '2:1' | RULE                                                        || 'Write portMapped() into the gcp block'
        'group-in-port-mapped-service'      | '3:1' | "portMapped()\n$GROUP"                                      || "Write endpoint('psc-app'"
        'group-in-port-mapped-service'      | '2:1' | "$GROUP\nportMapped()"                                      || 'remove portMapped()'
        'too-many-port-mapped-endpoints'    | '4:1' | "portMapped()\n$RULE\n${RULE.replace('psc-app', 'other')}" || 'Keep one'
        'endpoint-group-without-endpoints'  | '2:58' | "endpointGroup('grp', gcpProject: 'acme-net', endpoints:  [:])" || "endpoints: ['grp-0': '10.10.1.5'"
    }

    def 'a service without port mapping draws a warning with its date, and loads'() {
        when:
        def loaded = load(folder, "project('p') { gcp('us-east4') { $GROUP } }")

        then:
        !loaded.diagnostics().hasErrors()
        faults(loaded) == ['gcp-without-port-mapping@a.groovy:1:16']
        def warning = loaded.diagnostics().all().first()
        warning.severity() == Severity.WARNING
        warning.summary() == 'Atlas disables Google Cloud services without port mapping on 2027-04-30, and so this one in us-east4'
        warning.remedy().contains('portMapped()')
        loaded.declaration().projects().size() == 1
    }

    def 'a fault of a region or project does not hide those inside its block: #text'() {
        expect:
        faults(load(folder, text)) == expected

        where:
        text                                                                       || expected
        "project('p') { aws('us-esat-1') { endpoint 'vpce-1' } }"                  || ['unknown-region@a.groovy:1:16', 'malformed-endpoint-id@a.groovy:1:35']
        "project('') { aws('us-esat-1') { endpoint 'vpce-1' } }"                   || ['malformed-project-name@a.groovy:1:1', 'unknown-region@a.groovy:1:15', 'malformed-endpoint-id@a.groovy:1:34']
        "project('p') { gcp('us-centrall') { $RULE } }"                            || ['gcp-without-port-mapping@a.groovy:1:16', 'unknown-region@a.groovy:1:16', 'endpoint-needs-port-mapping@a.groovy:1:37']
        "project('p') { aws('us-east-1') { endpoint('vpce-1') { protect(1) } } }"  || ['malformed-endpoint-id@a.groovy:1:35', 'wrong-values@a.groovy:1:56']
        "project('p') { aws('us-east-1') { remoteRegions 'mars', 'venus' } }"      || ['unknown-region@a.groovy:1:35', 'unknown-region@a.groovy:1:35']
    }

    def 'what stands twice is told with both places and the name of the cloud: #what'() {
        when:
        def fault = load(folder, "project('p') {\n$first\n}", "project('$other') {\n$second\n}").diagnostics().all().find { it.severity() == Severity.ERROR }

        then:
        SpecTexts.shown(fault) == expected
        fault.summary().contains(what)
        Path.of(fault.related().get().source().toString()).fileName.toString() == place

        where:
        what                                            | other | first                                                   | second                                                                              || expected                         | place
        "service of Azure region 'eastus2'"             | 'p'   | "azure('eastus2') { }"                                  | "azure('US_EAST_2') { }"                                                            || 'duplicate-service@b.groovy:2:1' | 'a.groovy:2:1'
        "port-mapped service of Google Cloud region"    | 'p'   | "gcp('us-east4') { portMapped() }"                      | "gcp('us-east4') { portMapped() }"                                                  || 'duplicate-service@b.groovy:2:1' | 'a.groovy:2:1'
        "The service of Google Cloud region 'us-east4'" | 'p'   | "gcp('us-east4') { }"                                   | "gcp('us-east4') { }"                                                               || 'duplicate-service@b.groovy:2:1' | 'a.groovy:2:1'
        'The Azure endpoint'                            | 'q'   | "azure('eastus2') { endpoint('$AZURE_ID', ip: '10.0.3.4') }" | "azure('westus') { endpoint('${AZURE_ID.toUpperCase()}', ip: '10.0.3.5') }"        || 'duplicate-endpoint@b.groovy:2:19' | 'a.groovy:2:20'
        'The Google Cloud endpoint'                     | 'q'   | "gcp('us-east4') { portMapped(); $RULE }"               | "gcp('us-east4') { portMapped(); $RULE }"                                           || 'duplicate-endpoint@b.groovy:2:33' | 'a.groovy:2:33'
        'The Google Cloud endpoint'                     | 'p'   | "gcp('us-east4') { $GROUP; $GROUP }"                    | ''                                                                                  || 'duplicate-endpoint@a.groovy:2:' + (21 + GROUP.size()) | 'a.groovy:2:19'
    }

    def 'addresses that are not a map of texts by different names are refused: #endpoints'() {
        when:
        def loaded = load(folder, "project('p') { gcp('us-east4') {\nendpointGroup('grp', gcpProject: 'acme-net', endpoints: $endpoints) } }")

        then:
        loaded.diagnostics().all().findAll { it.severity() == Severity.ERROR }.collect { SpecTexts.shown(it) } == [expected]

        where:
        endpoints                                               || expected
        "'10.10.1.5'"                                           || 'wrong-values@a.groovy:2:57'
        "['10.10.1.5']"                                         || 'wrong-values@a.groovy:2:57'
        "null"                                                  || 'wrong-values@a.groovy:2:57'
        "[1: '10.10.1.5']"                                      || 'wrong-values@a.groovy:2:57'
        "[r: '10.10.1.5', (\"\${'r'}\"): '10.10.1.6']"           || 'doubled-argument@a.groovy:2:57'
        "['grp-0': '10.10.1.5', 'grp-1': '10.10.1.5']"          || 'duplicate-address@a.groovy:2:89'
    }

    def 'several endpoints in one region and others elsewhere are told where regional mode is not on: #cloud'() {
        when:
        def loaded = load(folder, "project('p') { $mode\n$several\n$other }")

        then:
        faults(loaded).findAll { it.startsWith('needs-regional-mode') } == (warned ? ['needs-regional-mode@a.groovy:2:1'] : [])
        !loaded.diagnostics().hasErrors()

        where:
        cloud                 | mode                 | several                                        | other                                               || warned
        'AWS, left out'       | ''                   | aws('us-east-1', 1, 2)                         | aws('eu-west-1', 3)                                 || true
        'AWS, off'            | 'regionalMode false' | aws('us-east-1', 1, 2)                         | aws('eu-west-1', 3)                                 || true
        'AWS, on'             | 'regionalMode true'  | aws('us-east-1', 1, 2)                         | aws('eu-west-1', 3)                                 || false
        'one in each'         | ''                   | aws('us-east-1', 1)                            | aws('eu-west-1', 3)                                 || false
        'all in one'          | ''                   | aws('us-east-1', 1, 2)                         | aws('eu-west-1')                                    || false
        'two clouds'          | ''                   | aws('us-east-1', 1, 2)                         | azure('eastus2', 1)                                 || false
        'Azure'               | ''                   | azure('eastus2', 1, 2)                         | azure('westus', 3)                                  || true
        'two architectures'   | ''                   | "gcp('us-east4') { $GROUP }"                   | "gcp('us-east4') { portMapped(); $RULE }"           || false
        'Google Cloud'        | ''                   | "gcp('us-east4') { $GROUP; ${GROUP.replace('grp', 'two')} }" | "gcp('us-east1') { portMapped(); $RULE }" || true
    }

    def 'what to do about regional mode depends on what the spec says of it, and both places are told'() {
        given:
        def warning = load(folder, "project('p') { $mode\n${aws('us-east-1', 1, 2)}\n${aws('eu-west-1', 3)} }").diagnostics().all().first()

        expect:
        warning.severity() == Severity.WARNING
        warning.summary().endsWith('has both on AWS')
        warning.remedy() == remedy
        warning.related().get().source().line() == 3

        where:
        mode                 || remedy
        ''                   || 'Write regionalMode true, which is for sharded clusters; if it is on already, that keeps it on.'
        'regionalMode false' || 'Write regionalMode true, which is for sharded clusters, or keep to one of the two.'
    }

    def 'a name that is nearly an id draws a warning: #name'() {
        expect:
        faults(load(folder, "project('$name') { aws('us-east-1') }")) == (warned ? ['name-like-an-id@a.groovy:1:1'] : [])

        where:
        name                         || warned
        '5E2211C17A3E5A48F5497DE3'   || true
        '5e2211c17a3e5a48f5497de'    || true
        '5e2211c17a3e5a48f5497de34'  || true
        '5e2211c17a3e5a48f5497de3'   || false
        'deadbeef'                   || false
        'payments'                   || false
    }

    private static String aws(String region, int... numbers) {
        "aws('$region') { ${numbers.collect { "endpoint 'vpce-0000000000000000$it'" }.join('; ')} }"
    }

    private static String azure(String region, int... numbers) {
        "azure('$region') { ${numbers.collect { "endpoint('$AZURE_ID$it', ip: '10.0.3.$it')" }.join('; ')} }"
    }

    def 'a region of a government, of Assured Workloads or of China is told as such: #call'() {
        expect:
        load(folder, "project('p') { $call { } }").diagnostics().all().find { it.severity() == Severity.ERROR }.id() == 'not-commercial-region'

        where:
        call << ["aws('US_GOV_EAST_1')", "aws('us-gov-west-1')", "azure('usgovvirginia')", "aws('CN_NORTH_1')", "gcp('US_EAST_4_AW')"]
    }

    def 'a region of another cloud is told with its name'() {
        expect:
        load(folder, "project('p') { aws('eastus2') { } }").diagnostics().all().first().remedy().startsWith("'eastus2' is a region of Azure.")
        load(folder, "project('p') { azure('us-central1') { } }").diagnostics().all().first().summary() == "'us-central1' is not an Atlas region of Azure"
    }
}
