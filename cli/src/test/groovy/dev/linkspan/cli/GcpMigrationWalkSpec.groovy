package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.Cloud
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ForwardingRule
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import dev.linkspan.plan.GcpMigration
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** The way off the older architecture of Google Cloud, from its beginning to its end. */
class GcpMigrationWalkSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final OLDER = "gcp('us-east4') { endpointGroup('grp', gcpProject: 'acme-net', endpoints: [${(0..5).collect { "'grp-$it': '10.10.1.$it'" }.join(', ')}]) }"
    static final NEWER = "gcp('us-east4') { portMapped() }"
    static final CONNECTED = "gcp('us-east4') { portMapped(); endpoint('psc-app', gcpProject: 'acme-net', ip: '10.10.0.5') }"

    @TempDir
    Path folder
    CliRun cli
    AtlasEmulator emulator
    String applied

    def setup() {
        cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time)
            .state(AtlasState.of(ProjectState.of(PROJECT, 'demo').withServices([olderService(), ServiceState.aws('us-east-1')]))).start()
        cli.against(emulator)
    }

    def cleanup() {
        emulator.close()
    }

    def 'each phase is planned, saved, shown and applied, and applied again without harm, until nothing is left to do'() {
        given: 'an older service, declared'
        spec(OLDER)

        expect: 'phase 1: the port-mapped service'
        walk('one.yaml') == 'begin'
        services() == [older: ['grp'], newer: []]
        def attachment = attachment(applied)

        and: 'it says how to connect to it, as often as it is asked, and changes nothing'
        stage() == 'connect'
        stage() == 'connect'
        cli.out.contains("--target-service-attachment=$attachment")
        writes().empty

        when: 'the user has made the rule, and declares the endpoint'
        spec(OLDER + '\n' + CONNECTED)

        then:
        walk('two.yaml') == 'register'
        services() == [older: ['grp'], newer: ['psc-app']]

        and: 'phase 2: nothing goes unless that is permitted'
        walk('held.yaml') == 'retire'
        services() == [older: ['grp'], newer: ['psc-app']]

        and:
        walk('three.yaml', '--allow-delete') == 'retire'
        services() == [newer: ['psc-app']]

        and: 'the spec still declares what is gone'
        stage('--allow-delete') == 'clean-up'
        cli.run('plan', '--detailed-exitcode', 'spec.groovy') == 2

        when:
        spec(CONNECTED)

        then:
        cli.run('plan', '--migrate-gcp', '--detailed-exitcode', 'spec.groovy') == 0
        cli.out.contains('No service is left on the older architecture of Google Cloud.')
        cli.run('plan', '--detailed-exitcode', 'spec.groovy') == 0
        cli.run('audit', 'spec.groovy') == 0
    }

    def 'the page names every stage with its phase, and its commands lead from the beginning to the end'() {
        given:
        def page = Files.readString(Path.of('../docs/gcp-migration.md'))
        def commands = page.readLines().findAll { it.startsWith('linkspan ') }*.replaceAll(/\s+#.*/, '')

        expect:
        (page =~ /(?m)^\| (\d?) ?\| `([a-z-]+)` \|/).collect { [it[2], it[1] ?: '1'] }.toSet() ==
            GcpMigration.Stage.values().collect { [it.word(), it.phase().toString()] }.toSet()

        and:
        commands.every { command ->
            cli.file('atlas/spec.groovy', "project('$PROJECT') { $OLDER; ${command.contains('connect') || command.contains('end') ? CONNECTED : ''} }")
            assert cli.run(*command.replace('apply ', 'apply --yes ').split(' ').tail()) == 0: command
            true
        }
        services() == [newer: ['psc-app']]
    }

    def 'apply takes the same options without a file, and an older service that no spec declares goes the same way'() {
        given:
        spec(NEWER)

        expect:
        cli.run('apply', '--yes', '--migrate-gcp', '--allow-delete', 'spec.groovy') == 0
        services() == [older: ['grp'], newer: []]

        when:
        spec(CONNECTED)

        then:
        cli.run('apply', '--yes', '--migrate-gcp', '--allow-delete', 'spec.groovy') == 0
        services() == [older: ['grp'], newer: ['psc-app']]
        cli.run('apply', '--yes', '--migrate-gcp', '--allow-delete', 'spec.groovy') == 0
        services() == [newer: ['psc-app']]
        cli.run('apply', '--yes', '--migrate-gcp', '--allow-delete', 'spec.groovy') == 0
        services() == [newer: ['psc-app']]
    }

    def 'a plan that was cut off in the middle is applied again: #fault'() {
        given:
        spec(OLDER + '\n' + CONNECTED)
        cli.run('apply', '--yes', '--migrate-gcp', 'spec.groovy')
        cli.run('plan', '--migrate-gcp', '--allow-delete', '--out', 'plan.yaml', 'spec.groovy')
        emulator.addFault("$fault times 1")

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 1
        cli.run('apply', '--yes', 'plan.yaml') == 0
        services() == [newer: ['psc-app']]

        where:
        fault << ['402 on DELETE /.../endpoint/*', '402 on DELETE /.../endpointService/*']
    }

    def 'a saved plan is refused once the successor is not up any more, and nothing is sent'() {
        given:
        spec(OLDER + '\n' + CONNECTED)
        cli.run('apply', '--yes', '--migrate-gcp', 'spec.groovy')
        cli.run('plan', '--migrate-gcp', '--allow-delete', '--out', 'plan.yaml', 'spec.groovy')
        emulator.removeEndpoint(PROJECT, 'psc-app')
        emulator.clearRequests()

        expect:
        cli.run('apply', '--yes', 'plan.yaml') == 1
        cli.err.contains('plan.yaml is stale')
        writes().empty
    }

    def 'what was asked for is said by the file, and cannot be asked for beside it'() {
        given:
        spec(OLDER)
        cli.run('plan', '--migrate-gcp', '--out', 'plan.yaml', 'spec.groovy')

        expect:
        cli.run('show', 'plan.yaml') == 0
        cli.out.startsWith("A plan for ${emulator.baseUrl()}, made with --migrate-gcp\n")
        cli.out.contains('phase 1 of 2, begin')
        cli.run('apply', '--yes', '--migrate-gcp', 'plan.yaml') == 64
        cli.err.contains('--migrate-gcp')
    }

    def 'scripts and pages are told the same'() {
        given:
        spec(OLDER + '\n' + NEWER)
        cli.run('apply', '--yes', 'spec.groovy')
        def attachment = attachment(cli.out)

        when:
        cli.run('plan', '--migrate-gcp', '--format', 'json', 'spec.groovy')

        then:
        ["\"older\": \"$PROJECT/gcp/us-east4\"", "\"successor\": \"$PROJECT/gcp/us-east4:port-mapped\"", '"phase": 1', '"stage": "connect"',
            attachment, "\"spec\": \"gcp('us-east4') {\\n    portMapped()"].findAll { !cli.out.contains(it) } == []

        when:
        cli.run('plan', '--migrate-gcp', '--format', 'markdown', 'spec.groovy')

        then:
        cli.out.contains('phase 1 of 2, connect')
        cli.out.contains("```sh\ngcloud compute forwarding-rules describe grp-0")
    }

    def 'it costs one list more in a project that declares nothing on Google Cloud, and its endpoints there'() {
        given:
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { } }")

        when:
        cli.run('plan', *options, 'spec.groovy')

        then:
        emulator.requests().findAll { it.authorised() }.collect { it.path().replaceFirst('.*/privateEndpoint/', '').replaceAll('[0-9a-f]{24}', '*') }.toSorted() == asked

        where:
        options           || asked
        []                || ['AWS/endpointService']
        ['--migrate-gcp'] || ['AWS/endpointService', 'GCP/endpointService', 'GCP/endpointService/*/endpoint/grp']
    }

    def 'version v1.0 of the API, which cannot tell the architectures apart, is refused before anything is asked'() {
        given:
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { } }")

        expect:
        cli.run('plan', '--migrate-gcp', '--api-version', 'v1.0', 'spec.groovy') == 1
        cli.err.contains('cannot tell the two kinds of Google Cloud services apart')
        emulator.requests().empty
    }

    /** Plans, saves, shows, applies twice; returns the stage that the plan was made at. */
    private String walk(String file, String... options) {
        assert cli.run('plan', '--migrate-gcp', *options, '--out', file, 'spec.groovy') == 0
        def planned = cli.out
        assert cli.run('show', file) == 0
        assert cli.out.endsWith("\n\n$planned")
        assert cli.run('apply', '--yes', file) == 0
        applied = cli.out
        emulator.clearRequests()
        assert cli.run('apply', '--yes', file) == 0
        assert writes().empty
        word(planned)
    }

    private String stage(String... options) {
        assert cli.run('plan', '--migrate-gcp', *options, 'spec.groovy') == 0
        word(cli.out)
    }

    private static String word(String plan) {
        (plan =~ /phase \d of 2, (\S+)/)[0][1]
    }

    private void spec(String services) {
        cli.file('spec.groovy', "project('$PROJECT') {\n$services\n}")
    }

    private writes() {
        emulator.requests().findAll { it.writes() }
    }

    private Map<String, List<String>> services() {
        emulator.state().projects()[0].services().findAll { it.cloud() == Cloud.GCP }
            .collectEntries { [it.portMapped() ? 'newer' : 'older', it.endpoints()*.id()] }
    }

    /** The one attachment that an apply has told. */
    private static String attachment(String applied) {
        (applied =~ /us-east4:port-mapped: created .*, (projects\/\S+)/)[0][1]
    }

    private static ServiceState olderService() {
        ServiceState.of(Cloud.GCP, 'us-east4')
            .withEndpoints([EndpointState.gcp('grp', 'acme-net', (0..5).collect { new ForwardingRule("grp-$it", "10.10.1.$it") })])
    }
}
