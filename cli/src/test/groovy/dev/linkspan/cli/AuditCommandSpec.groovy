package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import java.nio.file.Path
import java.time.Duration
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What an audit is about, and when it counts. */
class AuditCommandSpec extends Specification {

    static final ONE = '5e2211c17a3e5a48f5497001'
    static final TWO = '5e2211c17a3e5a48f5497002'
    static final STATE = """{"projects": [
        {"id": "$ONE", "name": "payments", "services": [
            {"provider": "AWS", "region": "us-east-1", "endpoints": [
                "vpce-0d00c26273372c6ef", {"id": "vpce-11111111111111111", "status": "REJECTED"}]}]},
        {"id": "$TWO", "name": "orders", "services": [{"provider": "AZURE", "region": "eastus2"}]}]}"""

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

    def 'every project that the credentials see is looked at, on all clouds, by 3 lists each, a look at each endpoint, and a list of clusters where one is ready'() {
        when:
        int status = cli.run('audit', '--all')

        then:
        status == 2
        cli.out.readLines().takeRight(3) == [
            'Looked at 2 of 2 projects, 2 of 2 services and 2 of 2 endpoints.',
            'Found: 1 unhealthy.',
            'Not clean: not all that Atlas has is well.']
        emulator.requests().findAll { it.status() == 200 }*.path().countBy { it.tokenize('/').last() } ==
            [groups: 1, endpointService: 6, clusters: 1, 'vpce-0d00c26273372c6ef': 1, 'vpce-11111111111111111': 1]
        emulator.requests().every { it.method() == 'GET' }
    }

    def 'a project is named by its id or its name, and others are left alone'() {
        when:
        int status = cli.run('audit', '--project', project)

        then:
        status == 0
        cli.out.contains('Looked at 1 of 1 project, 1 of 1 service and 0 of 0 endpoints.')
        !emulator.requests().any { it.path().contains(ONE) }

        where:
        project << [TWO, 'orders']
    }

    def 'a project that cannot be seen makes the audit incomplete, not clean'() {
        expect:
        cli.run('audit', '--project', project) == 3
        cli.out.contains(project)

        where:
        project << ['nowhere', '5e2211c17a3e5a48f5497003']
    }

    def 'some projects that cannot be read do not keep others from being looked at'() {
        given:
        emulator.addFault("403 on GET /groups/$TWO/...")

        expect:
        cli.run('audit', '--all') == 3
        cli.out.contains('unhealthy')
        cli.out.contains('Looked at 1 of 2 projects')
    }

    def 'where not even the projects can be listed, nothing is called clean'() {
        given:
        emulator.addFault('403 on GET /groups')

        expect:
        cli.run('audit', '--all') == 3
        cli.out == ''
        cli.err.startsWith('error: GET /api/atlas/v2/groups')
    }

    def 'who changed it is asked once for each project that has drifted, and not where #what'() {
        given:
        cli.file('spec.groovy', """
            project('$ONE') { aws('us-east-1') { endpoint 'vpce-0d00c26273372c6ef'; endpoint 'vpce-22222222222222222' } }
            project('$TWO') { azure('eastus2') { } }
            """)

        when:
        cli.run('audit', *options, 'spec.groovy')

        then:
        emulator.requests().findAll { it.status() == 200 && it.path().endsWith('/events') }*.path() == asked.collect { "/api/atlas/v2/groups/$it/events".toString() }

        where:
        what                 | options         || asked
        'it is as declared'  | []              || [ONE]
        'nobody wants to'    | ['--no-events'] || []
    }

    def 'where Atlas does not say who changed it, that is said once, and the audit ends as it would'() {
        given:
        emulator.addFault('403 on GET /groups/*/events')
        cli.file('spec.groovy', "project('$ONE') { aws('us-east-1') { } }\nproject('$TWO') { azure('northeurope') { } }")

        expect:
        cli.run('audit', 'spec.groovy') == 2
        cli.err.readLines().count { it.startsWith('warning: Findings do not all say who changed what: GET /api/atlas/v2/groups/') } == 1
        cli.err.contains('--no-events asks for none.')
        !cli.err.contains('error')
        !cli.out.contains('Incomplete')
    }

    def 'the mildest severity that counts is chosen'() {
        expect:
        cli.run('audit', '--project', ONE, '--fail-on', severity) == status

        where:
        severity  || status
        'error'   || 2
        'note'    || 2
        'grave'   || 64
    }

    def 'there is a report in each format, to standard output and into files at once: #format'() {
        given:
        def others = ReportTarget.formats() - format

        when:
        int status = cli.run(['audit', '--all', '--report', format, *others.collectMany { ['--report', "$it=audit.$it".toString()] }] as String[])

        then:
        status == 2
        cli.err == ''
        cli.out.contains('unhealthy')
        others.every { cli.workingDirectory.resolve("audit.$it").toFile().text.contains('unhealthy') }

        where:
        format << ReportTarget.formats()
    }

    def 'two reports never go to one file'() {
        expect:
        cli.run('audit', '--all', '--report', 'json=a', '--report', 'junit=./a') == 64
        cli.err.contains("Two reports cannot go to one file, 'a'")
        emulator.requests().empty
    }

    def 'a terminal gets a table as wide as it is, in colour unless told otherwise; a pipe gets plain lines'() {
        given:
        cli.run('audit', '--project', ONE)
        def plain = cli.out
        cli.terminals = new Surroundings.Terminals(false, true, false, 70)

        when:
        cli.run('audit', '--project', ONE)
        def table = cli.out
        cli.environment.NO_COLOR = '1'
        cli.run('audit', '--project', ONE)

        then:
        plain.readLines()[2].startsWith('  error   unhealthy     5e2211c17a3e5a48f5497001/aws')
        table.contains('\u001b[31m')
        cli.out == table.replaceAll(/\u001b\[[\d;]*m/, '')
        cli.out.readLines().findAll { it.startsWith('  ') }*.size().max() <= 70
    }

    def 'the help and the page for users name every format'() {
        given:
        def page = Path.of('../docs/audit.md').toFile().readLines().dropWhile { it != '## Reports' }
            .findAll { it ==~ /\| `[a-z]+` \|.*/ }.collect { (it =~ /`([a-z]+)`/)[0][1] }

        when:
        cli.run('audit', '--help')

        then:
        page.toSorted() == ReportTarget.formats().toList()
        ReportTarget.formats().every { cli.out.contains(it) }
    }

    def 'it must be said what to audit, in one way'() {
        given:
        cli.file('spec.groovy', "project('$ONE') { }")

        expect:
        cli.run('audit', *arguments) == 64
        cli.err.contains(told)
        emulator.requests().empty

        where:
        arguments                                  || told
        []                                         || 'Say what to audit: specs, --project PROJECT, or --all'
        ['--all', '--project', ONE]                || 'use one of them'
        ['spec.groovy', '--all']                   || 'use one of them'
    }

    def 'a baseline keeps the next audit silent about what was found, and is never written over'() {
        expect:
        cli.run('audit', '--all', '--write-rules', 'audit-rules.yaml') == 2
        cli.run('audit', '--all', '--rules', 'audit-rules.yaml') == 0
        cli.out.contains('Suppressed by rules: 1 finding.')
        cli.run('audit', '--all', '--write-rules', 'audit-rules.yaml') == 64
        cli.err.contains('audit-rules.yaml is there already')
        cli.run('audit', '--all', '--write-rules', 'nowhere/audit-rules.yaml') == 64
    }

    def 'a faulty rules file stops the audit before it starts'() {
        given:
        cli.file('audit-rules.yaml', 'rules: [{address: x}]')

        expect:
        cli.run('audit', '--all', '--rules', 'audit-rules.yaml') == 1
        cli.err.contains('audit-rules.yaml:1:9')
        emulator.requests().empty
    }

    def 'the rules of the page are rules'() {
        given:
        def page = Path.of('../docs/audit.md').toFile().text
        cli.file('audit-rules.yaml', (page =~ /(?s)```yaml\n(rules:.*?)```/)[0][1] as String)

        expect:
        cli.run('audit', '--project', TWO, '--rules', 'audit-rules.yaml') == 2
        cli.out.contains('2 unused rule')
    }

    def 'an audit that is remembered says what is new, and the next one what is there still'() {
        expect:
        cli.run('audit', '--all', '--history', 'history.db') == 2
        cli.out.contains('New.')

        when:
        cli.time.pass(Duration.ofDays(1))

        then:
        cli.run('audit', '--all', '--history', 'history.db') == 2
        cli.out.contains('Since 2026-11-22T03:00')
    }

    def 'two sets of specs that share a history under names of their own do not count what the other found'() {
        given:
        cli.file('one.groovy', "project('$ONE') { aws('us-east-1') { } }")
        cli.file('two.groovy', "project('$TWO') { azure('northeurope') { } }")

        when:
        cli.run('audit', '--history', 'history.db', '--scope', 'payments', 'one.groovy')
        cli.run('audit', '--history', 'history.db', '--scope', 'orders', 'two.groovy')
        cli.run('audit', '--history', 'history.db', '--scope', 'payments', '--report', 'json', 'one.groovy')

        then:
        cli.out.contains('"standing": "still"')
        !cli.out.contains('"standing": "new"')
        !cli.out.contains(TWO)

        when:
        cli.run('history', '--history', 'history.db')

        then:
        cli.out.readLines().tail().collect { it.split(/\s+/)[1] } == ['payments', 'orders', 'payments']
    }

    def 'a scope is a name, and of an audit that is remembered: #arguments'() {
        expect:
        cli.run('audit', *arguments, '--all') == 64
        cli.err.contains(told)
        emulator.requests().empty

        where:
        arguments                                  || told
        ['--scope', 'payments']                    || 'add --remember, or --history PLACE'
        ['--remember', '--scope', '']              || "'' is not a name for a scope"
        ['--remember', '--scope', 'a\nb']          || 'is not a name for a scope'
    }

    def 'a history that cannot be used stops the audit before it starts'() {
        given:
        cli.file('history.db', 'no database')

        expect:
        cli.run('audit', '--all', '--history', 'history.db') == 1
        emulator.requests().empty
    }
}
