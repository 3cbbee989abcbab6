package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** Commands that do not wait, or not for long, against an emulated Atlas that shares their clock. */
class WaitingCommandsSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final A = 'vpce-0d00c26273372c6ef'
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

    def 'apply --no-wait sends what can be sent, says what is under way and how to go on, and ends with 2 at once'() {
        given:
        start()

        expect:
        cli.run('apply', '--yes', '--no-wait', 'spec.groovy') == 2
        cli.out.endsWith("""
            |$SERVICE: under way: INITIATING
            |$SERVICE/$A: not attempted: it needs $SERVICE, which Atlas is still at work on
            |
            |Apply unfinished after 0s: 1 under way, 1 not attempted.
            |Atlas goes on with what is under way. 'linkspan wait' with the same specs waits for it, and 'linkspan apply' does what is then left.
            |""".stripMargin())
        cli.time.elapsed == Duration.ZERO
        emulator.state().project(PROJECT).services()*.status() == ['INITIATING']
    }

    def 'apply --no-wait, run again and again, gets there and ends with 0'() {
        given:
        start()

        expect:
        (1..3).collect {
            int status = cli.run('apply', '--yes', '--no-wait', 'spec.groovy')
            cli.time.pass(Duration.ofMinutes(4))
            status
        } == [2, 2, 0]
        cli.run('plan', '--detailed-exitcode', 'spec.groovy') == 0
    }

    def 'with nothing to send and nobody to wait, apply --no-wait asks nothing and tells what is under way'() {
        given:
        start(ServiceState.aws('us-east-1').inStatus('INITIATING'))
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { } }")
        cli.terminals = new Surroundings.Terminals(true, false, false, 80)

        expect:
        cli.run('apply', '--no-wait', 'spec.groovy') == 2
        cli.out.contains("$SERVICE: under way: INITIATING")
        !emulator.requests().any { it.writes() }
    }

    def 'destroy --no-wait takes the endpoints, leaves their service to the next run, and ends with 2'() {
        given:
        start(ServiceState.aws('us-east-1', A))

        expect:
        cli.run('destroy', '--yes', '--no-wait', 'spec.groovy') == 2
        cli.out.contains("$SERVICE: not attempted: it needs $SERVICE/$A, which Atlas is still at work on")
        cli.out.contains("'linkspan destroy' with the same specs waits for it and does what is then left")

        when:
        int status = cli.run('destroy', '--yes', 'spec.groovy')

        then:
        status == 0
        emulator.state().project(PROJECT).services().empty
    }

    def 'a failure counts more than what is under way'() {
        given:
        start()
        emulator.addFault('402 on POST /... times 1')
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { }; aws('us-west-2') { } }")
        cli.environment.LINKSPAN_ATLAS_LANES = '1'

        expect:
        cli.run('apply', '--yes', '--no-wait', 'spec.groovy') == 1
        cli.out.contains('Apply incomplete after 0s: 1 failed, 1 under way.')
    }

    def 'what could not be read counts more than what is under way'() {
        given:
        start(AtlasState.of(ProjectState.of(PROJECT, 'demo'), ProjectState.of('5e2211c17a3e5a48f5497001', 'other')))
        emulator.addFault('403 on GET /groups/5e2211c17a3e5a48f5497001/...')
        cli.file('other.groovy', "project('5e2211c17a3e5a48f5497001') { aws('us-east-1') { } }")

        expect:
        cli.run('apply', '--yes', '--no-wait', 'spec.groovy', 'other.groovy') == 3
    }

    def 'apply --timeout waits so long and no longer, says what is not ready, and ends with 2'() {
        given:
        start()

        expect:
        cli.run('apply', '--yes', '--timeout', '1m30s', 'spec.groovy') == 2
        cli.out.contains("$SERVICE: not ready after 1m30s\n    Atlas last said INITIATING. Run the same command again to go on waiting.")
        cli.out.contains('Apply unfinished after 1m30s: 1 not ready in time, 1 not attempted.')
        cli.time.elapsed == Duration.ofSeconds(90)
        cli.run('apply', '--yes', '--timeout', '10m', 'spec.groovy') == 0
    }

    def 'a step that is not ready within the settings ends with 2 as well'() {
        given:
        start()
        cli.environment.LINKSPAN_WAIT_SERVICE_DEADLINE = '1m'

        expect:
        cli.run('apply', '--yes', 'spec.groovy') == 2
    }

    def '#command #option is a usage fault with an example, and nothing is sent'() {
        given:
        start()

        expect:
        cli.run(command, *option.split(' '), 'spec.groovy') == 64
        cli.err.contains(said)
        emulator.requests().empty

        where:
        command   | option                       | said
        'apply'   | '--yes --timeout soon'       | "'soon' is not a duration. Write a number with its unit, for example 30s, 10m or 1h30m."
        'destroy' | '--yes --timeout 10'         | "'10' is not a duration. Write a number with its unit, for example 30s, 10m or 1h30m."
        'apply'   | '--yes --no-wait --timeout 5m' | '--timeout says how long to wait, and --no-wait not to wait at all'
    }

    def 'the JSON of a run that waits for nothing says so of each step, and that nothing failed'() {
        given:
        start()

        when:
        int status = cli.run('apply', '--yes', '--no-wait', '--format', 'json', 'spec.groovy')

        then:
        status == 2
        ['"done": false', '"failed": false', '"outcome": "under-way"', '"status": "INITIATING"', '"underWay": 1',
            '"outcome": "not-attempted"', '"waiting": true', '"notAttempted": 1'].every { cli.out.contains(it) }
    }

    def 'whoever watches on a terminal sees how long it has taken and usually takes'() {
        given:
        start()
        cli.terminals = new Surroundings.Terminals(false, false, true, 80)

        expect:
        cli.run('apply', '--yes', 'spec.groovy') == 0
        cli.err.contains("still waiting for $SERVICE: INITIATING, 1m30s (usually 2m48s)")
        cli.err.contains("still waiting for $SERVICE/$A: PENDING_ACCEPTANCE, 30s")
    }

    private void start(ServiceState... services) {
        start(AtlasState.of(ProjectState.of(PROJECT, 'demo').withServices(services as List)))
    }

    private void start(AtlasState state) {
        emulator = AtlasEmulator.builder().clock(cli.time).state(state).start()
        cli.against(emulator)
    }
}
