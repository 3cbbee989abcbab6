package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.EndpointState
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Plan, apply, destroy and audit against an emulated Atlas that shares their clock. */
class AtlasCommandsSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT
    static final A = 'vpce-0d00c26273372c6ef'
    static final B = 'vpce-08fb7e9319909ec7b'
    static final SPEC = "project('$PROJECT') { aws('us-east-1') { endpoint '$A' } }"

    static final LIMITED = 'warning: Atlas limits requests (429); waiting, and going on as it permits\n'

    @TempDir
    Path folder
    CliRun cli
    AtlasEmulator emulator

    def setup() {
        cli = new CliRun(folder)
        cli.file('spec.groovy', SPEC)
    }

    def cleanup() {
        emulator?.close()
    }

    def 'a plan of S services and E endpoints costs 1 + E requests, and one challenge for each lane at most'() {
        given:
        start(ServiceState.aws('us-east-1', *ids(7)), ServiceState.aws('us-west-2', *ids(5, 50)), ServiceState.aws('eu-west-1'))

        when:
        cli.run('plan', 'spec.groovy')

        then:
        sent().size() == 1 + 12
        emulator.requests().count { it.challenge() } in 1..8
    }

    def 'with one lane a plan meets one challenge'() {
        given:
        start(ServiceState.aws('us-east-1', *ids(7)))
        cli.environment.LINKSPAN_ATLAS_LANES = '1'

        when:
        cli.run('plan', 'spec.groovy')

        then:
        sent().size() == 1 + 7
        emulator.requests().count { it.challenge() } == 1
    }

    def 'regional mode costs one request where it is declared, and names one for all of them'() {
        given:
        start()
        cli.file('spec.groovy', "project('demo') { regionalMode false; aws('us-east-1') { } }")

        when:
        cli.run('plan', 'spec.groovy')

        then:
        sent()*.path().collect { it - '/api/atlas/v2' }.toSorted() == [
            '/groups', "/groups/$PROJECT/privateEndpoint/AWS/endpointService", "/groups/$PROJECT/privateEndpoint/regionalMode"]*.toString()
    }

    def 'plan and audit send nothing but questions'() {
        given:
        start()

        when:
        cli.run('plan', 'spec.groovy')
        cli.run('audit', 'spec.groovy')

        then:
        emulator.requests()*.method().unique() == ['GET']
    }

    def '#command over API #version does the same'() {
        given:
        start()

        expect:
        cli.run('apply', '--yes', '--api-version', version, 'spec.groovy') == 0
        cli.run('plan', '--detailed-exitcode', '--api-version', version, 'spec.groovy') == 0
        cli.run('audit', '--api-version', version, 'spec.groovy') == 0
        emulator.requests()*.path().every { it.startsWith("/api/atlas/$version/") }

        where:
        version << ['v2', 'v1.0']
        command = 'apply'
    }

    def 'fifty services side by side take as long as one, and one list call for each project and look'() {
        given:
        def regions = dev.linkspan.model.Regions.of(dev.linkspan.model.CloudProvider.AWS)*.cloudName().take(25)
        def projects = ['5e2211c17a3e5a48f5497001', '5e2211c17a3e5a48f5497002']
        start(AtlasState.of(*projects.collect { ProjectState.of(it, "p$it") }))
        cli.file('spec.groovy', projects.collect { "project('$it') { ${regions.collect { "aws('$it') { }" }.join('; ')} }" }.join('\n'))

        when:
        int status = cli.run('apply', '--yes', 'spec.groovy')

        then:
        status == 0
        cli.out.contains('50 created.')
        cli.time.elapsed <= Duration.ofSeconds(168 + 20)
        sent().count { it.method() == 'GET' } == 2 + 2 * 4
    }

    def 'apply asks on a terminal, and only a whole yes will do: #answer'() {
        given:
        start()
        cli.terminals = new Surroundings.Terminals(true, false, false, 80)
        cli.input = answer

        expect:
        cli.run('apply', 'spec.groovy') == status
        emulator.requests().any { it.writes() } == writes

        where:
        answer  | status | writes
        'yes\n' | 0      | true
        'y\n'   | 1      | false
        'no\n'  | 1      | false
        ''      | 1      | false
    }

    def 'where nobody can be asked, #command needs --yes and sends nothing without it'() {
        given:
        start()

        expect:
        cli.run(command, 'spec.groovy') == 64
        cli.err.contains('--yes')
        emulator.requests().empty

        where:
        command << ['apply', 'destroy']
    }

    def 'apply, then destroy, leaves Atlas as it was'() {
        given:
        start()

        expect:
        cli.run('apply', '--yes', 'spec.groovy') == 0
        cli.run('destroy', '--yes', 'spec.groovy') == 0
        emulator.state().project(PROJECT).services().empty
        cli.run('destroy', '--yes', 'spec.groovy') == 0
        cli.out.startsWith('Nothing to destroy.')
    }

    def 'destroy leaves what no spec declares, and the service under it'() {
        given:
        start(ServiceState.aws('us-east-1', A, B))

        when:
        int status = cli.run('destroy', '--yes', 'spec.groovy')

        then:
        status == 2
        emulator.state().project(PROJECT).services().collect { it.endpoints()*.id() } == [[B]]
    }

    def 'plan --detailed-exitcode is 2 while there is something to do and 0 when there is not'() {
        given:
        start()

        expect:
        cli.run('plan', 'spec.groovy') == 0
        cli.run('plan', '--detailed-exitcode', 'spec.groovy') == 2
        cli.run('apply', '--yes', 'spec.groovy') == 0
        cli.run('plan', '--detailed-exitcode', 'spec.groovy') == 0
    }

    def 'apply --format json prints one JSON document, on standard output alone'() {
        given:
        start()

        when:
        int status = cli.run('apply', '--yes', '--format', 'json', 'spec.groovy')

        then:
        status == 0
        cli.err.empty
        cli.out.startsWith('{')
        cli.out.contains('"format": "linkspan.apply/1"')
        cli.out.contains('"outcome": "done"')
    }

    def 'a wrong key ends in one message, status 1, and no secret: #command'() {
        given:
        start()
        cli.environment.MONGODB_ATLAS_PRIVATE_API_KEY = 'wrong-and-secret'

        expect:
        cli.run(*command, 'spec.groovy') == 1
        cli.out.empty
        cli.err.readLines().count { it.startsWith('error') } == 1
        cli.err.contains(': 401')
        !cli.err.contains('wrong-and-secret')

        where:
        command << [['plan'], ['apply', '--yes'], ['destroy', '--yes']]
    }

    def 'an audit that could read nothing is incomplete, not clean and not failed'() {
        given:
        start()
        cli.environment.MONGODB_ATLAS_PRIVATE_API_KEY = 'wrong'

        expect:
        cli.run('audit', 'spec.groovy') == 3
        cli.out.contains('Incomplete')
    }

    def 'a plan that meets "#fault" on every read says so once, without a stack trace'() {
        given:
        start()
        emulator.addFault("$fault on GET /...")

        when:
        int status = cli.run('plan', 'spec.groovy')

        then:
        status == 1
        cli.out.empty
        cli.err.readLines().count { it.startsWith('error') } == 1
        !(cli.err =~ /\bat [a-z]+\.|Exception|demo-private-key/)

        where:
        fault << ['429', '500', '503', '502-html', 'reset', 'lost', 'garbage', 'truncated', '403', '402', 'access-list']
    }

    def 'a line that keeps breaking is not taken for a wrong key: #fault'() {
        given:
        start()
        emulator.addFault("$fault on GET /...")

        when:
        cli.run('plan', 'spec.groovy')

        then:
        cli.err.contains('broke off')
        !cli.err.contains(': 401')

        where:
        fault << ['reset', 'lost']
    }

    def 'a plan survives "#fault" that strikes once'() {
        given:
        start()
        emulator.addFault("$fault on GET /... times 1")

        expect:
        cli.run('plan', 'spec.groovy') == 0
        cli.err == (fault == '429' ? LIMITED : '')

        where:
        fault << ['429', '500', '503', '502-html', 'reset', 'lost', 'stale']
    }

    def 'an apply that meets "#fault" on its creates makes nothing twice and ends as declared'() {
        given:
        start()
        emulator.addFault("$fault on POST /... times 2")

        expect:
        cli.run('apply', '--yes', 'spec.groovy') == 0
        emulator.state().project(PROJECT).services().size() == 1
        cli.run('plan', '--detailed-exitcode', 'spec.groovy') == 0

        where:
        fault << ['429', '500', '503', '502-html', 'reset', 'lost', 'garbage', 'truncated', 'stale']
    }

    def 'a step that Atlas refuses for good is told with what to do, and status 1'() {
        given:
        start()
        emulator.addFault('402 on POST /...')

        expect:
        cli.run('apply', '--yes', 'spec.groovy') == 1
        cli.out.contains('payment')
        cli.out.contains('not attempted: it needs')
        emulator.state().project(PROJECT).services().empty
    }

    def 'a run that Atlas slows down says so once, unless only errors are to be told: #level'() {
        given:
        start()
        emulator.addFault('429 on GET /groups/*/... times 2')

        expect:
        cli.run('plan', '--log-level', level, 'spec.groovy') == 0
        cli.err == told

        where:
        level   || told
        'warn'  || LIMITED
        'error' || ''
    }

    def 'a read-only key may plan and audit, and its apply fails with the role that is missing'() {
        given:
        start()
        cli.environment.MONGODB_ATLAS_PUBLIC_API_KEY = AtlasEmulator.READER_PUBLIC_KEY
        cli.environment.MONGODB_ATLAS_PRIVATE_API_KEY = AtlasEmulator.READER_PRIVATE_KEY

        expect:
        cli.run('plan', 'spec.groovy') == 0
        cli.run('audit', 'spec.groovy') == 2
        cli.run('apply', '--yes', 'spec.groovy') == 1
        cli.out.contains('Project Owner')
    }

    def 'a service account works as a key does'() {
        given:
        start()
        cli.environment.remove('MONGODB_ATLAS_PUBLIC_API_KEY')
        cli.environment.remove('MONGODB_ATLAS_PRIVATE_API_KEY')
        cli.environment.MONGODB_ATLAS_CLIENT_ID = AtlasEmulator.DEMO_CLIENT_ID
        cli.environment.MONGODB_ATLAS_CLIENT_SECRET = AtlasEmulator.DEMO_CLIENT_SECRET

        expect:
        cli.run('apply', '--yes', 'spec.groovy') == 0
        emulator.requests().count { it.path().endsWith('/oauth/token') } == 1
    }

    def 'an audit writes reports to files, whole or not at all, and finds out beforehand that it cannot'() {
        given:
        start()

        expect:
        cli.run('audit', '--report', 'text', '--report', 'json=audit.json', 'spec.groovy') == 2
        cli.out.contains('Found: 2 missing.')
        cli.workingDirectory.resolve('audit.json').toFile().text.contains('"format": "linkspan.audit/1"')

        when:
        emulator.clearRequests()

        then:
        cli.run('audit', '--report', 'json=nowhere/audit.json', 'spec.groovy') == 64
        cli.run('audit', '--report', 'jsn', 'spec.groovy') == 64
        cli.run('audit', '--report', 'text', '--report', 'json', 'spec.groovy') == 64
        emulator.requests().empty
    }

    def 'a report to a pipe or a device goes into it, and a link stays a link'() {
        given:
        start()
        def pipe = cli.workingDirectory.resolve('pipe')
        assert ['mkfifo', pipe.toString()].execute().waitFor() == 0
        def piped = new CompletableFuture<String>()
        Thread.startDaemon { piped.complete(Files.readString(pipe)) }
        def real = cli.file('real.json', 'old')
        def link = Files.createSymbolicLink(cli.workingDirectory.resolve('link.json'), real)

        when:
        int status = cli.run('audit', '--report', 'json=pipe', '--report', 'json=link.json', 'spec.groovy')
        def read = piped.get(10, TimeUnit.SECONDS)

        then:
        status == 2
        !Files.isRegularFile(pipe)
        Files.isSymbolicLink(link)
        read == real.toFile().text
        read.contains('"format": "linkspan.audit/1"')
    }

    def 'a report may be read by whom other new files may be read'() {
        given:
        start()
        def other = cli.file('other', '')

        when:
        cli.run('audit', '--report', 'json=audit.json', 'spec.groovy')

        then:
        Files.getPosixFilePermissions(cli.workingDirectory.resolve('audit.json')) == Files.getPosixFilePermissions(other)
        cli.workingDirectory.toFile().list().toSorted() == ['audit.json', 'other', 'spec.groovy']
    }

    def 'where the journal cannot be written nothing is asked or sent, and the message names the option: #journal'() {
        given:
        start()
        cli.file('file', '')
        cli.terminals = new Surroundings.Terminals(true, false, false, 80)
        cli.input = 'yes\n'

        expect:
        cli.run('apply', '--journal', journal, 'spec.groovy') == 1
        cli.err.startsWith("error: The journal cannot be written to ${cli.workingDirectory.resolve(journal)}: $reason\n")
        cli.err.endsWith('    Nothing was sent. Name a file that you may write to, such as --journal journal.jsonl.\n')
        !emulator.requests().any { it.writes() }

        where:
        journal     || reason
        '.'         || 'Is a directory'
        'file/x'    || 'a file stands where a folder should'
    }

    @Requires({ Files.exists(Path.of('/dev/full')) })
    def 'where the disk is full nothing is sent'() {
        given:
        start()

        expect:
        cli.run('apply', '--yes', '--journal', '/dev/full', 'spec.groovy') == 1
        cli.err.startsWith('error: The journal cannot be written to /dev/full: No space left on device\n')
        !emulator.requests().any { it.writes() }
    }

    def 'destroy ends in its own words'() {
        given:
        start(ServiceState.aws('us-east-1', A))

        expect:
        cli.run('destroy', '--yes', 'spec.groovy') == 0
        cli.out.readLines().last().startsWith('Destroy complete in ')
    }

    def 'each change is in the journal, which the environment or an option can place'() {
        given:
        start()
        cli.environment.XDG_STATE_HOME = folder.resolve('state').toString()

        when:
        cli.run('apply', '--yes', 'spec.groovy')
        cli.run('destroy', '--yes', '--journal', 'mine.jsonl', 'spec.groovy')

        then:
        lines(folder.resolve('state/linkspan/journal.jsonl')).collect { it.find(/"(?:event|call)":"([a-z-]+)","?/) { m, w -> w } } == [
            'run-begins', 'call', 'answer', 'call', 'answer', 'run-ends']
        lines(cli.workingDirectory.resolve('mine.jsonl')).last().contains('"run-ends"')
    }

    def 'a spec at fault is told with its place, and Atlas is not asked: #command'() {
        given:
        start()
        cli.file('spec.groovy', "project('$PROJECT') {\n    aws('us-esat-1') { }\n}")

        expect:
        cli.run(*command, 'spec.groovy') == 1
        cli.err.startsWith('spec.groovy:2:')
        cli.err.contains('us-east-1')
        emulator.requests().empty

        where:
        command << [['validate'], ['plan'], ['apply', '--yes'], ['destroy', '--yes'], ['audit']]
    }

    def '--replace takes the address of one service or endpoint: #address'() {
        given:
        start()

        expect:
        cli.run('plan', '--replace', address, 'spec.groovy') == 1
        cli.err.contains('5e2211c17a3e5a48f5497de3/aws/us-east-1')
        cli.out.empty

        where:
        address << ['nonsense', PROJECT, "$PROJECT/aws".toString(), "$PROJECT/regional-mode".toString()]
    }

    def 'a target restricts what is done'() {
        given:
        start()
        cli.file('spec.groovy', "project('$PROJECT') { aws('us-east-1') { }; aws('eu-west-1') { } }")

        expect:
        cli.run('apply', '--yes', '--target', '*/us-east-1', 'spec.groovy') == 0
        emulator.state().project(PROJECT).services()*.region() == ['US_EAST_1']
        cli.run('plan', '--target', '*/us-wset-1', 'spec.groovy') == 1
        cli.err.contains("The target '*/us-wset-1' names nothing")
    }

    def 'more deletes than permitted stop #command before anything is sent'() {
        given:
        start(ServiceState.aws('us-east-1', A, B), ServiceState.aws('us-west-2'))

        expect:
        cli.run(*command, '--allow-delete', '--max-deletes', '1', 'spec.groovy') == 1
        cli.out.contains('2 to delete')
        cli.err.contains('2 things would be deleted or replaced, and --max-deletes permits 1')
        !emulator.requests().any { it.writes() }
        cli.run(*command, '--allow-delete', '--max-deletes', '2', 'spec.groovy') == 0

        where:
        command << [['plan'], ['apply', '--yes']]
    }

    def 'what the API version cannot show cannot be declared: #service'() {
        given:
        start()
        cli.file('spec.groovy', "project('$PROJECT') {\n    $service\n}")

        expect:
        cli.run('plan', '--api-version', 'v1.0', 'spec.groovy') == 1
        cli.err.contains('spec.groovy:2:5: error: Version v1.0 of the API')
        emulator.requests().empty

        where:
        service << ["aws('us-east-1') { remoteRegions 'eu-west-1' }", "gcp('us-central1') { portMapped() }", "gcp('us-central1') { }"]
    }

    private void start(ServiceState... services) {
        start(AtlasState.of(ProjectState.of(PROJECT, 'demo').withServices(services as List)))
    }

    private void start(AtlasState state) {
        emulator = AtlasEmulator.builder().clock(cli.time).state(state).start()
        cli.against(emulator)
    }

    /** What Atlas counts: requests that were let in. */
    private sent() {
        emulator.requests().findAll { it.authorised() }
    }

    private static List<String> ids(int count, int from = 1) {
        (from..<from + count).collect { String.format('vpce-%017x', it) }
    }

    private static List<String> lines(Path file) {
        Files.readAllLines(file)
    }
}
