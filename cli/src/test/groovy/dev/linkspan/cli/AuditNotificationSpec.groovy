package dev.linkspan.cli

import dev.linkspan.audit.notify.HookServer
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import java.nio.file.Path
import java.time.Duration
import org.yaml.snakeyaml.Yaml
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What an audit tells, and what becomes of its status when nobody hears it. */
class AuditNotificationSpec extends Specification {

    static final SICK = '5e2211c17a3e5a48f5497001'
    static final OLD = '5e2211c17a3e5a48f5497002'
    static final WELL = '5e2211c17a3e5a48f5497003'
    static final STATE = """{"projects": [
        {"id": "$SICK", "name": "payments", "services": [
            {"provider": "AWS", "region": "us-east-1", "endpoints": [
                "vpce-0d00c26273372c6ef", {"id": "vpce-11111111111111111", "status": "REJECTED"}]}]},
        {"id": "$OLD", "name": "orders", "services": [{"provider": "GCP", "region": "us-east4"}]},
        {"id": "$WELL", "name": "<!channel>", "services": [{"provider": "AZURE", "region": "eastus2"}]}]}"""

    @TempDir
    Path folder
    @AutoCleanup
    AtlasEmulator emulator
    @AutoCleanup
    HookServer slack = HookServer.start()

    CliRun cli

    def setup() {
        cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.read(cli.file('state.json', STATE))).start()
        cli.against(emulator)
        cli.environment.LINKSPAN_NOTIFY_SLACK = slack.url
    }

    def 'what is found is told once the report is written, and the status stays what it was'() {
        expect:
        cli.run('audit', '--all', '--report', 'json=audit.json') == 2
        cli.err == ''
        slack.bodies.size() == 1
        message().startsWith('*Linkspan audit: 2 found (1 error, 1 warning)*')
        cli.workingDirectory.resolve('audit.json').toFile().exists()
    }

    def 'nobody is told when there is nothing to tell, or when the command says so: #arguments'() {
        expect:
        cli.run('audit', *arguments) == status
        slack.bodies.empty

        where:
        arguments                                        || status
        ['--project', WELL]                              || 0
        ['--project', OLD, '--notify-at', 'error']       || 2
        ['--all', '--no-notify']                         || 2
    }

    def 'an option goes before a setting'() {
        given:
        cli.environment.LINKSPAN_NOTIFY_AT = 'error'

        expect:
        cli.run('audit', '--project', OLD) == 2
        slack.bodies.empty
        cli.run('audit', '--project', OLD, '--notify-at', 'warning') == 2
        slack.bodies.size() == 1
        cli.run('audit', '--project', OLD, '--notify-at', 'grave') == 64
        cli.err.contains("'grave' is not a severity; use error, warning or note, such as --notify-at error")
    }

    def 'what nobody heard is a failure, and loses no report: #arguments'() {
        given:
        slack.answering(404, [:], 'no_service')

        expect:
        cli.run('audit', *arguments, '--report', 'text', '--report', 'json=audit.json') == 1
        cli.out.readLines().last() == verdict
        cli.workingDirectory.resolve('audit.json').toFile().text.contains('"format": "linkspan.audit/1"')
        cli.err == '''\
            error: The Slack notification was not delivered: localhost answered 404: no_service
                Check the URL; the webhook may have been revoked or its channel archived.
            '''.stripIndent()

        where:
        arguments                              || verdict
        ['--all']                              || 'Not clean: not all that Atlas has is well.'
        ['--project', OLD, '--fail-on', 'error'] || "Clean: nothing found is as grave as 'error'."
    }

    def 'with a history only what is new is told, and what counts for more once its rule is gone'() {
        given:
        cli.file('audit-rules.yaml', '''
            rules:
              - {address: '*', kind: unhealthy, reason: known, owner: net, until: 2027-01-31}
            '''.stripIndent())

        when: 'it is suppressed'
        cli.run('audit', '--project', SICK, '--history', 'history.db', '--rules', 'audit-rules.yaml')

        then:
        slack.bodies.empty

        when: 'the rule is gone'
        cli.time.pass(Duration.ofDays(1))
        cli.run('audit', '--project', SICK, '--history', 'history.db')

        then:
        message().startsWith('*Linkspan audit: 1 new or graver (1 error)*')

        when: 'nothing has changed'
        cli.time.pass(Duration.ofDays(1))
        cli.run('audit', '--project', SICK, '--history', 'history.db')

        then:
        slack.bodies.size() == 1

        when: 'another project is looked at as well'
        cli.time.pass(Duration.ofDays(1))
        cli.run('audit', '--project', SICK, '--project', OLD, '--history', 'history.db')

        then:
        message().startsWith('*Linkspan audit: 1 new (1 warning)*')
        slack.bodies.size() == 2
    }

    def 'what could not be read is told however little is asked for, and goes before a failure to tell it'() {
        given:
        emulator.addFault("403 on GET /groups/$SICK/...")
        slack.answering(status, [:], '')

        expect:
        cli.run('audit', '--all', '--notify-at', 'error') == 3
        message().contains('could not be read')
        cli.err.contains('was not delivered') == (status != 200)

        where:
        status << [200, 404]
    }

    def 'where not even the projects can be listed, that is told'() {
        given:
        emulator.addFault('403 on GET /groups')

        expect:
        cli.run('audit', '--all') == 3
        message().startsWith('*Linkspan audit: nothing could be read*\n')
    }

    def 'a server that is busy is waited for, which is said unless nothing is to be said but errors'() {
        given:
        slack.answering(429, ['Retry-After': '30'])

        expect:
        cli.run('audit', '--all', '--log-level', level) == 2
        slack.bodies.size() == 2
        cli.time.slept*.toSeconds() == [30]
        cli.err == said

        where:
        level   || said
        'warn'  || 'warning: The Slack notification is sent again in 30s: localhost answered 429 (try again in 30 s)\n'
        'error' || ''
    }

    def 'settings that cannot be stop the audit before it starts, and are not shown: #variables'() {
        given:
        cli.environment.putAll(variables)

        expect:
        cli.run('audit', '--all', '--log-level', 'debug') == 1
        cli.err.contains(told)
        !cli.err.contains('s3cret')
        emulator.requests().empty

        where:
        variables                                                               || told
        [LINKSPAN_NOTIFY_SLACK: 'http://hooks.slack.com/s3cret']                || 'LINKSPAN_NOTIFY_SLACK: The URL of a webhook on another machine'
        [LINKSPAN_NOTIFY_SMTP_PASSWORD: 's3cret']                               || 'LINKSPAN_NOTIFY_SMTP_PASSWORD is set, but LINKSPAN_NOTIFY_SMTP_HOST is not'
        [LINKSPAN_NOTIFY_AT: 'grave']                                           || "LINKSPAN_NOTIFY_AT: 'grave' is not a severity"
    }

    def 'commands that tell nobody do not look at whom to tell'() {
        given:
        cli.environment.LINKSPAN_NOTIFY_SLACK = 'x'

        expect:
        cli.run('audit', '--project', WELL, '--no-notify') == 0
    }

    def 'no secret is told, whatever fails and however much is logged'() {
        given:
        slack.answering(404, [:], "no service at $slack.url")

        when:
        cli.run('audit', '--all', '--log-level', 'debug')

        then:
        cli.err.contains('no service at (secret)')
        !(cli.err + cli.out).contains(HookServer.TOKEN.tokenize('/').last())
    }

    private String message() {
        new Yaml().load(slack.bodies.last()).text
    }
}
