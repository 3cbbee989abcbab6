package dev.linkspan.cli

import dev.linkspan.audit.history.AuditRun.Found
import dev.linkspan.audit.history.History
import dev.linkspan.audit.history.HistoryPlace
import java.net.ServerSocket
import java.nio.file.Files
import java.nio.file.Path
import java.time.Clock
import java.time.Instant
import spock.lang.Specification
import spock.lang.TempDir

class HistoryCommandSpec extends Specification {

    @TempDir
    Path folder
    CliRun cli

    def setup() {
        cli = new CliRun(folder)
    }

    private Path getUsual() {
        cli.home.resolve('.local/state/linkspan/history.db')
    }

    def "runs are listed newest first, without credentials"() {
        given:
        SampleHistory.at(usual)

        expect:
        cli.run('history') == 0
        cli.err.empty
        cli.out == '''\
            ended                 scope                   verdict      took  findings  new  resolved  unknown  run
            2026-11-21T03:02:11Z  payments                findings    2m11s         1    1         0        0  night-4
            2026-11-20T03:32:11Z  health of all projects  incomplete  2m11s         0    0         0        0  all-1
            2026-11-20T03:02:11Z  payments                clean       2m11s         0    0         2        0  night-3
            2026-11-19T03:02:11Z  payments                findings    2m11s         2    0         0        0  night-2
            2026-11-18T03:02:11Z  payments                findings    2m11s         2    2         0        0  night-1
            '''.stripIndent()
    }

    def "page by page, and by scope"() {
        given:
        SampleHistory.at(usual)

        when:
        cli.run('history', '--limit', '2', '--scope', 'payments')

        then:
        cli.out.readLines()*.split(' ')*.last() == ['run', 'night-4', 'night-3', null, 'night-3'].collect { it ?: '' }
        cli.out.endsWith('\nOlder runs follow: --before night-3\n')

        when:
        cli.run('history', '--limit', '2', '--scope', 'payments', '--before', 'night-3')

        then:
        cli.out.readLines()*.split(' ')*.last() == ['run', 'night-2', 'night-1']
    }

    def "the life of a finding"() {
        given:
        SampleHistory.at(usual)

        expect:
        cli.run('history', SampleHistory.ENDPOINT_FINGERPRINT) == 0
        cli.out == '''\
            5e2211c17a3e5a48f5497de3/aws/us-east-1/vpce-0d00c26273372c6ef
            Finding 9f2c41d07be3a815, scope payments
              2026-11-18T03:02:11Z  came  warning unhealthy This endpoint is PENDING.
              2026-11-19T03:02:11Z  told  error   unhealthy This endpoint is FAILED.
              2026-11-20T03:02:11Z  went  after 2 days; 2 runs saw it
              2026-11-21T03:02:11Z  came  error   unhealthy (suppressed) This endpoint is FAILED.
              2026-11-21T03:02:11Z  open  last seen; one run saw it
            '''.stripIndent()
    }

    def "the trend of each scope, oldest run first"() {
        given:
        SampleHistory.at(usual)

        expect:
        cli.run('history', '--trend', '--limit', '3') == 0
        cli.out == '''\
            Scope health of all projects
            ended                 verdict     findings  by severity  by kind  suppressed
            2026-11-20T03:32:11Z  incomplete         0                                 0

            Scope payments
            ended                 verdict   findings  by severity         by kind                   suppressed
            2026-11-19T03:02:11Z  findings         2  error 1, warning 1  unhealthy 1, unmanaged 1           0
            2026-11-20T03:02:11Z  clean            0                                                         0
            2026-11-21T03:02:11Z  findings         1  warning 1           unmanaged 1                        1
            '''.stripIndent()
    }

    def "as CSV, every cell quoted and every line ended by CR and LF: #arguments"() {
        given:
        SampleHistory.at(usual)

        expect:
        cli.run('history', '--format', 'csv', *arguments) == 0
        cli.out.endsWith('\r\n')
        cli.out.split('\r\n')[0, 1]*.replace('"', '') == lines

        where:
        arguments                                        || lines
        []                                               || ['id,scope,started_at,ended_at,verdict,exit_status,projects_looked,projects_all,services_looked,services_all,endpoints_looked,endpoints_all,findings,suppressed,new,resolved,unknown',
                                                             'night-4,payments,2026-11-21T03:00:00Z,2026-11-21T03:02:11Z,findings,2,12,13,40,41,80,83,1,1,1,0,0']
        [SampleHistory.ENDPOINT_FINGERPRINT]             || ['fingerprint,scope,address,since,last_seen,gone,runs,told_at,kind,severity,suppressed,summary',
                                                             "9f2c41d07be3a815,payments,$SampleHistory.ENDPOINT,2026-11-18T03:02:11Z,2026-11-19T03:02:11Z,2026-11-20T03:02:11Z,2,2026-11-18T03:02:11Z,unhealthy,warning,false,This endpoint is PENDING."]
        ['--trend']                                      || ['scope,run,ended_at,verdict,kind,severity,findings,suppressed',
                                                             'health of all projects,all-1,2026-11-20T03:32:11Z,incomplete,,,0,0']
    }

    def "a text that a spreadsheet would calculate, or that breaks a line, stays a text: #text"() {
        given:
        hostile(text)

        when:
        cli.run('history', '--format', 'csv', 'hostile')

        then:
        cli.out.split('\r\n').last().endsWith(',"' + cell + '"')

        where:
        text                            || cell
        '=cmd|\' /C calc\'!A0'          || "'=cmd|' /C calc'!A0"
        '+1'                            || "'+1"
        '-1'                            || "'-1"
        '@SUM(A1)'                      || "'@SUM(A1)"
        ' =1+1'                         || "' =1+1"
        '＝1+1'                         || "'＝1+1"
        '\t=1+1'                        || '\\t=1+1'
        'a";=1+1;"'                     || 'a"";=1+1;""'
        'a\r\n=1+1'                     || 'a\\r\\n=1+1'
        'a, b'                          || 'a, b'
    }

    def "a hostile text harms no terminal and no runner, in any format: #format"() {
        given:
        hostile('\u001b[31m\r\n::error::x\u202e ##[command]')

        when:
        cli.run('history', '--format', format, 'hostile')

        then:
        cli.out.contains('command]')
        !(cli.out =~ /[\u001b\u202e]|(?m)^::|##\[/)

        where:
        format << ['text', 'csv', 'json']
    }

    def "the help of prune has an example"() {
        expect:
        cli.run('history', 'prune', '--help') == 0
        cli.out.contains('\n\nExample:\n  linkspan history prune --older-than 90d\n')
        cli.out.contains('--history=PLACE')
    }

    def "pruning removes what is old and says how much"() {
        given:
        SampleHistory.at(usual)

        expect:
        cli.run('history', 'prune', '--older-than', '2d') == 0
        cli.out == 'Removed 2 runs.\n'
        cli.run('history', 'prune', '--older-than', '2d') == 0
        cli.out == 'Removed 0 runs.\n'

        when:
        cli.run("history", "--format", "csv")

        then:
        cli.out.readLines().tail().collect { it.split(",")[0] } == ['"night-4"', '"all-1"', '"night-3"']
    }

    def "the place comes from the option, wherever it stands, or from settings: #arguments"() {
        given:
        SampleHistory.at(cli.workingDirectory.resolve('here.db'))
        cli.environment.putAll(variables)

        expect:
        cli.run(*arguments) == 0
        cli.out.contains(said)

        where:
        arguments                                                              | variables                         || said
        ['history', '--history', 'here.db']                                    | [:]                               || 'night-4'
        ['history', '--history', 'sqlite:here.db']                             | [LINKSPAN_HISTORY_URL: 'none.db'] || 'night-4'
        ['history']                                                            | [LINKSPAN_HISTORY_URL: 'here.db'] || 'night-4'
        ['history', '--history', 'here.db', 'prune', '--older-than', '1d']     | [:]                               || 'Removed'
        ['history', 'prune', '--history', 'here.db', '--older-than', '1d']     | [:]                               || 'Removed'
    }

    def "where there is no history, none is begun"() {
        expect:
        cli.run('history') == 1
        cli.err.readLines()[0] == "error: There is no history at $usual"
        !Files.exists(usual.parent)
    }

    def "a file that is something else, and a server that is not there, are told without a stack trace"() {
        given:
        cli.file('notes.txt', 'some notes, ' * 200)
        int port = new ServerSocket(0).withCloseable { it.localPort }
        cli.environment.PGPASSWORD = 'hunter2'

        expect:
        cli.run('history', '--history', 'notes.txt') == 1
        cli.err.readLines() == [
            "error: The history ${cli.workingDirectory.resolve('notes.txt')} is not a database of SQLite's",
            '    Name another file with --history; this one is left as it is.']*.toString()

        and:
        cli.run('history', '--history', "postgresql://keeper@localhost:$port/linkspan") == 1
        cli.err.startsWith("error: The history postgresql://keeper@localhost:$port/linkspan cannot be reached: ")
        cli.err.readLines().size() == 2
        !cli.err.contains('hunter2')
    }

    def "wrong usage: #arguments"() {
        given:
        SampleHistory.at(usual)

        expect:
        cli.run('history', *arguments) == 64
        cli.err.startsWith("error: $said\n")
        cli.out.empty

        where:
        arguments                                           || said
        ['--limit', '0']                                    || '--limit is a number from 1 to 10000'
        ['abc', '--trend']                                  || 'A FINGERPRINT goes with --history and --format only'
        ['--trend', '--before', 'night-1']                  || '--before is for the list of runs, not for --trend'
        ['--history', 'mysql://db/x']                       || "'mysql' is no kind of database that history can be kept in. Write the path of a file, or postgresql://USER@HOST/DATABASE."
        ['--history', 'postgresql://a:hunter2@db/x']        || 'The URL of the history holds a password. Leave it out, and set LINKSPAN_HISTORY_PASSWORD, or history.password in your own settings file.'
        ['prune']                                           || "Missing required option: '--older-than=AGE'"
        ['prune', '--older-than', '90']                     || "'90' is not a duration. Write a number with its unit, for example 30s, 10m or 1h30m."
        ['prune', '--older-than', '0d']                     || "'0d' would remove every run. Write more, for example 90d."
        ['--trend', 'prune', '--older-than', '90d']         || 'prune goes with --older-than and --history only'
    }

    def "what is not recorded is said: #arguments"() {
        given:
        SampleHistory.at(usual)

        expect:
        cli.run('history', *arguments) == 1
        cli.err.readLines() == ["error: $summary", "    $remedy"]*.toString()

        where:
        arguments                 || summary                                          | remedy
        ['0123456789abcdef']      || 'No run that is recorded has seen a finding 0123456789abcdef' | "Copy the fingerprint from a report of 'linkspan audit'."
        ['--before', 'night-9']   || 'No run night-9 is recorded'                     | "'linkspan history' lists runs."
        ['--scope', 'payment']    || "No run of scope 'payment' is recorded"          | "Did you mean 'payments'?"
        ['--trend', '--scope', 'x'] || "No run of scope 'x' is recorded"              | "'linkspan history' shows the scope of each run."
    }

    def "a history without runs says so in words, and in JSON as an empty list"() {
        given:
        History.open(new HistoryPlace.SqliteFile(usual), Clock.systemUTC())

        expect:
        cli.run('history', *arguments) == 0
        cli.out.trim() == said

        where:
        arguments                        || said
        []                               || 'No runs are recorded.'
        ['--trend']                      || 'No runs are recorded.'
        ['--trend', '--format', 'json']  || '{\n  "format": "linkspan.history-trend/1",\n  "scopes": [ ]\n}'
    }

    private void hostile(String text) {
        History.open(new HistoryPlace.SqliteFile(usual), Clock.systemUTC()).record(SampleHistory.run('one', 'scope',
                Instant.parse('2026-11-22T03:00:00Z'), 2, 'findings', [new Found('hostile', 'missing', 'error', text, text, false)]))
    }
}
