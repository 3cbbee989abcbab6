package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** {@code linkspan wait} against an emulated Atlas that shares its clock. */
class WaitCommandSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final A = 'vpce-0d00c26273372c6ef'
    static final B = 'vpce-08fb7e9319909ec7b'
    static final SERVICE = "$PROJECT/aws/us-east-1"

    @TempDir
    Path folder
    CliRun cli
    @AutoCleanup
    AtlasEmulator emulator

    def setup() {
        cli = new CliRun(folder)
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { endpoint '$A' } }")
    }

    def 'after apply --no-wait it waits for what is under way, and says what only another apply brings'() {
        given:
        start()
        cli.run('apply', '--yes', '--no-wait', 'spec.groovy')
        emulator.clearRequests()

        expect:
        cli.run('wait', 'spec.groovy') == 2
        cli.out == """\
            |$SERVICE: ready (AVAILABLE)
            |$SERVICE/$A: missing
            |    'linkspan apply' with the same specs creates it.
            |
            |Not ready after 3m28s: 1 ready, 1 missing.
            |""".stripMargin()
        cli.err.empty
        emulator.requests()*.method().unique() == ['GET']

        when:
        cli.run('apply', '--yes', '--no-wait', 'spec.groovy')

        then:
        cli.run('wait', 'spec.groovy') == 0
        cli.out.endsWith('Ready after 1m07s: 2 ready.\n')
        cli.run('plan', '--detailed-exitcode', 'spec.groovy') == 0
    }

    def 'what is ready costs as many questions as a plan, and no time'() {
        given:
        start(ServiceState.aws('us-east-1', A))

        expect:
        cli.run('wait', 'spec.groovy') == 0
        cli.out == 'Ready after 0s: 2 ready.\n'
        sent() == 2
        cli.time.elapsed == Duration.ZERO
    }

    def 'many services of all clouds cost one list for each project, cloud and look'() {
        given:
        def projects = ['5e2211c17a3e5a48f5497001', '5e2211c17a3e5a48f5497002']
        def services = [aws: ['us-east-1', 'us-west-2', 'eu-west-1'], azure: ['eastus2', 'westeurope'], gcp: ['us-central1', 'us-east4']]
        start(AtlasState.of(*projects.collect { ProjectState.of(it, "p$it") }))
        cli.file('spec.groovy', projects.collect { "project('$it') { ${services.collectMany { cloud, regions -> regions.collect { "$cloud('$it') { }" } }.join('; ')} }" }.join('\n'))
        cli.run('apply', '--yes', '--no-wait', 'spec.groovy')
        emulator.clearRequests()

        when:
        int status = cli.run('wait', 'spec.groovy')

        then:
        status == 0
        cli.out.endsWith('14 ready.\n')
        emulator.requests().findAll { it.authorised() }.countBy { it.path() - '/api/atlas/v2/groups/' - '/privateEndpoint' - '/endpointService' } ==
            projects.collectMany { [["$it/AWS", 2 + 9], ["$it/AZURE", 2 + 5], ["$it/GCP", 2 + 11]] }.collectEntries { [it[0].toString(), it[1]] }
    }

    def 'a time limit ends it with 2 and what is still on its way'() {
        given:
        start(ServiceState.aws('us-east-1').inStatus('INITIATING'))
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { } }")

        expect:
        cli.run('wait', '--timeout', '1m', 'spec.groovy') == 2
        cli.out.contains("$SERVICE: not ready (INITIATING)\n    Run the same command again to go on waiting.")
        cli.out.contains('Not ready after 1m00s: 1 not ready.')
        cli.run('wait', '--timeout', '0s', 'spec.groovy') == 2
        cli.run('wait', '--timeout', '10m', 'spec.groovy') == 0
    }

    def 'what failed ends with 1, Atlas\'s words and what to do: #status, #error'() {
        given:
        def endpoint = EndpointState.aws(A).inStatus(status)
        start(ServiceState.aws('us-east-1').withEndpoints([error ? endpoint.withError(error) : endpoint]))

        expect:
        cli.run('wait', 'spec.groovy') == 1
        cli.out.contains("$SERVICE/$A: failed ($status)${error ? ": $error" : ''}\n    Waiting does not mend it")
        cli.time.elapsed == Duration.ZERO

        where:
        status     | error
        'REJECTED' | null
        'PENDING'  | 'no such endpoint'
    }

    def 'what fails while it is waited for ends with 1'() {
        given:
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { endpoint 'vpce-00000000000000bad' } }")
        start(ServiceState.aws('us-east-1'))
        cli.run('apply', '--yes', '--no-wait', 'spec.groovy')

        expect:
        cli.run('wait', 'spec.groovy') == 1
        cli.out.contains('failed (REJECTED)')
    }

    def 'what is otherwise than declared ends with 2 and the difference'() {
        given:
        start(ServiceState.aws('us-east-1', A).withRemoteRegions('EU_WEST_1'))
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { remoteRegions 'us-west-2' } }")

        expect:
        cli.run('wait', 'spec.groovy') == 2
        cli.out.contains("changed (AVAILABLE)\n    remoteRegions: [eu-west-1] -> [us-west-2]\n    'linkspan apply' with the same specs sets it right.")
    }

    def 'what could not be read ends with 3, and the rest is waited for'() {
        given:
        start(AtlasState.of(
                ProjectState.of(PROJECT, 'demo').withServices([ServiceState.aws('us-east-1', A).inStatus('INITIATING')]),
                ProjectState.of('5e2211c17a3e5a48f5497001', 'other')))
        emulator.addFault('403 on GET /groups/5e2211c17a3e5a48f5497001/...')
        cli.file('other.groovy', "project('5e2211c17a3e5a48f5497001') { aws('us-east-1') { } }")

        expect:
        cli.run('wait', 'spec.groovy', 'other.groovy') == 3
        cli.out.contains("$SERVICE: ready (AVAILABLE)")
        cli.out.contains('5e2211c17a3e5a48f5497001/aws/us-east-1: not seen')
        cli.out.contains('Could not be read:')
        cli.out.contains('Not known to be ready after')
    }

    def 'an address is waited for without a spec: #address'() {
        given:
        start(ServiceState.aws('us-east-1', A).inStatus('INITIATING'), ServiceState.aws('us-west-2', B))

        expect:
        cli.run('wait', address) == 0
        cli.out.contains("$SERVICE: ready (AVAILABLE)")
        cli.out.endsWith("$ready ready.\n")

        where:
        address          || ready
        SERVICE          || 2
        "$PROJECT/aws"   || 4
        PROJECT          || 4
        'demo'           || 4
        'demo/aws/us-east-1' || 2
    }

    def 'one endpoint costs one list and one question for each look'() {
        given:
        start(ServiceState.aws('us-east-1', B).withEndpoints([EndpointState.aws(A), EndpointState.aws(B)]))

        expect:
        cli.run('wait', "$SERVICE/$A") == 0
        sent() == 2
    }

    def 'an address of nothing ends with 1 and says how to find the right one'() {
        given:
        start(ServiceState.aws('us-east-1', A))

        expect:
        cli.run('wait', "$SERVICE/$B") == 1
        cli.out.contains("$SERVICE/$B: absent\n    Atlas does not have it: 'linkspan list' with the project")
    }

    def 'what is being removed is waited for until it is gone: #address'() {
        given:
        start(ServiceState.aws('us-east-1').withEndpoints([EndpointState.aws(A), EndpointState.aws(B).inStatus('DELETING')]))

        expect:
        cli.run('wait', address) == status
        cli.out.contains(said)
        cli.time.elapsed >= Duration.ofSeconds(30)

        where:
        address       || status | said
        PROJECT       || 0      | "$SERVICE/$B: gone\n\nReady after"
        "$SERVICE/$B" || 1      | "$SERVICE/$B: absent"
    }

    def 'a saved plan is waited for by what it speaks of'() {
        given:
        start()
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { }; aws('us-west-2') { } }")
        cli.run('plan', '--out', 'plan.yaml', '--target', '*/us-east-1', 'spec.groovy')
        cli.run('apply', '--yes', '--no-wait', 'plan.yaml')

        expect:
        cli.run('wait', 'plan.yaml') == 0
        cli.out.endsWith(': 1 ready.\n')
    }

    def '#arguments is a fault that helps: #said'() {
        given:
        start()

        expect:
        cli.run('wait', *arguments) == status
        cli.err.contains(said)
        !emulator.requests().any { it.path().contains('privateEndpoint') }

        where:
        arguments                        || status | said
        ['atlas/']                       || 64     | "There is no file or folder 'atlas/', and as an address it will not do: 'atlas/' is not an address. Copy it from a plan"
        ["$PROJECT/aws/us-esat-1"]       || 64     | "There is no file or folder '$PROJECT/aws/us-esat-1'"
        ["$PROJECT/regional-mode"]       || 64     | 'Regional mode has no status to wait for'
        ['spec.groovy', SERVICE]         || 64     | 'Specs and addresses are two ways to say what to wait for'
        ['missing.groovy']               || 1      | 'missing.groovy'
        ['atlas']                        || 1      | "these credentials see no project named 'atlas'\n    No file or folder has this name either."
        ['payments/aws']                 || 1      | "these credentials see no project named 'payments'\n    Check the spelling"
        ['']                             || 64     | 'A SPEC is empty'
        []                               || 64     | 'SPEC|ADDRESS'
        ['--timeout', '5', 'spec.groovy'] || 64    | "'5' is not a duration"
    }

    def 'a wait that cannot list the projects says why, and ends with 1'() {
        given:
        start()
        emulator.addFault('503 on GET /groups')

        expect:
        cli.run('wait', 'demo') == 1
        cli.err.contains('503')
    }

    def 'the commands of the page split an apply as it says'() {
        given:
        start()
        cli.file('specs/spec.groovy', "project('$PROJECT') { aws('us-east-1') { endpoint '$A' } }")
        def page = Files.readString(Path.of('../docs/plan-and-apply.md')).split('### --no-wait and wait\\n')[1]
        def commands = (page =~ /(?s)^\s*```\n(.*?)```/)[0][1].readLines().collect { it.replaceAll(/\s+#.*/, '') }

        expect:
        commands.collect { cli.run(*it.split(' ').tail()) } == [2, 2, 0]
    }

    def 'with --format json there is one document, and nothing else'() {
        given:
        start(ServiceState.aws('us-east-1').inStatus('INITIATING'))

        expect:
        cli.run('wait', '--format', 'json', 'spec.groovy') == 2
        ['"format": "linkspan.wait/1"', '"verdict": "pending"', '"awaited": true', '"state": "ready"', '"state": "missing"'].every { cli.out.contains(it) }
        cli.err.empty
    }

    def 'whoever watches on a terminal sees it go on'() {
        given:
        start(ServiceState.aws('us-east-1').inStatus('INITIATING'))
        cli.terminals = new Surroundings.Terminals(false, false, true, 80)

        expect:
        cli.run('wait', SERVICE) == 0
        cli.err.readLines().first() == "$SERVICE: waiting"
        cli.err.contains("still waiting for $SERVICE: INITIATING, 30s (usually 2m48s)")
        cli.err.readLines().last() == "$SERVICE: AVAILABLE after 3m28s"
    }

    private void start(ServiceState... services) {
        start(AtlasState.of(ProjectState.of(PROJECT, 'demo').withServices(services as List)))
    }

    private void start(AtlasState state) {
        emulator = AtlasEmulator.builder().clock(cli.time).state(state).start()
        cli.against(emulator)
    }

    /** What Atlas counts: requests that were let in. */
    private int sent() {
        emulator.requests().count { it.authorised() }
    }
}
