package dev.linkspan.cli.settings

import dev.linkspan.atlas.http.ApiVersion
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import spock.lang.Specification
import spock.lang.TempDir

class SettingsLoaderSpec extends Specification {

    @TempDir
    Path folder

    final Map<String, String> environment = [:]

    def "without any setting, the built-in values hold"() {
        when:
        def settings = load()

        then:
        verifyAll(settings) {
            baseUrl == URI.create('https://cloud.mongodb.com')
            apiVersion == ApiVersion.V2
            lanes == 8
            connectTimeout == Duration.ofSeconds(10)
            readTimeout == Duration.ofSeconds(60)
            waitSpeed == 1.0d
            serviceDeadline == Duration.ofHours(1)
            endpointDeadline == Duration.ofHours(2)
            params.isEmpty()
            logLevel == LogLevel.WARN
            color == ColorMode.AUTO
        }
    }

    def "a stronger place hides a weaker one, key by key"() {
        given:
        own('atlas: {lanes: 1, read-timeout: 1s, connect-timeout: 1s}\nparams: {a: own, b: own, c: own, d: own}')
        shared('atlas: {lanes: 2, read-timeout: 2s}\nparams: {b: shared, c: shared, d: shared}')
        environment.LINKSPAN_ATLAS_LANES = '3'
        environment.LINKSPAN_PARAM_c = 'environment'
        environment.LINKSPAN_PARAM_d = 'environment'

        when:
        def settings = load(params: [d: 'option'])

        then:
        settings.lanes == 3
        settings.readTimeout == Duration.ofSeconds(2)
        settings.connectTimeout == Duration.ofSeconds(1)
        settings.params == [a: 'own', b: 'shared', c: 'environment', d: 'option']
    }

    def "the user's own file is looked for below XDG_CONFIG_HOME, unless that is a relative path"() {
        given:
        own('atlas: {lanes: 1}')
        write(folder.resolve('xdg/linkspan/linkspan.yaml'), 'atlas: {lanes: 5}')
        environment.XDG_CONFIG_HOME = relative ? 'xdg' : folder.resolve('xdg').toString()

        expect:
        load().lanes == lanes

        where:
        relative || lanes
        false    || 5
        true     || 1
    }

    def "a file that is named is read instead of the usual two, and may hold credentials"() {
        given:
        own('atlas: {lanes: 1}')
        shared('atlas: {lanes: 2}')
        write(work.resolve('ci.yaml'), 'atlas: {read-timeout: 7s, credentials: {access-token: t}}')

        when:
        def settings = load(file: 'ci.yaml')

        then:
        settings.lanes == 8
        settings.readTimeout == Duration.ofSeconds(7)
        settings.credentials().secret().reveal() == 't'
    }

    def "a file that is named and cannot be read stops the run: #kind"() {
        given:
        Files.createDirectories(work.resolve('folder.yaml'))
        Files.createDirectories(work)
        work.resolve('binary.yaml').toFile().bytes = [0xff, 0xfe, 0x80] as byte[]
        work.resolve('large.yaml').toFile().text = '#' * (1 << 20) + '#'

        expect:
        problem(file: "${kind}.yaml").diagnostics().all()*.id() == [id]

        where:
        kind      || id
        'absent'  || 'settings-not-found'
        'folder'  || 'settings-unreadable'
        'binary'  || 'settings-not-text'
        'large'   || 'settings-too-large'
    }

    def "every fault of a file is told with its line: #yaml"() {
        given:
        shared(yaml)

        expect:
        problem().diagnostics().all().collect { "${it.id()} ${it.source().get()}".toString() } == faults

        where:
        yaml                                           || faults
        'atlas:\n  lane: 4\n  lanes: [1]\ncolour: red' || ['unknown-setting linkspan.yaml:2:3', 'not-a-value linkspan.yaml:3:3', 'unknown-setting linkspan.yaml:4:1']
        'atlas: 4'                                     || ['not-a-section linkspan.yaml:1:8']
        '- atlas'                                      || ['not-a-section linkspan.yaml:1:1']
        'params:\n  a: {b: c}'                         || ['not-a-value linkspan.yaml:2:3']
        'log-level: info\nlog-level: warn'             || ['duplicate-setting linkspan.yaml:2:1']
        'atlas: {lanes: 4'                             || ['malformed-yaml linkspan.yaml:1:17']
        'atlas: !!java.net.URL {a: b}'                 || ['malformed-yaml linkspan.yaml:1:8']
        'a: &x [1]\nb: *x'                             || ['malformed-yaml linkspan.yaml']
        'params:\n  x: ${sys:user.home}'               || ['unknown-reference linkspan.yaml:2:6']
        'params:\n  x: ${file:UTF-8:/etc/passwd}'      || ['unknown-reference linkspan.yaml:2:6']
        'params:\n  x: ${env:UNSET}'                   || ['unset-variable linkspan.yaml:2:6']
        'params:\n  x: ${env:MONGODB_ATLAS_PRIVATE_KEY}' || ['credential-in-setting linkspan.yaml:2:6']
        'atlas:\n  lanes: 0\n  read-timeout: soon'     || ['malformed-lanes linkspan.yaml:2:10', 'malformed-duration linkspan.yaml:3:17']
        'atlas:\n  base-url: https://evil.example'     || ['base-url-in-shared-file linkspan.yaml:2:13']
        'params:\n  a-b: c'                            || ['malformed-parameter linkspan.yaml:2:8']
    }

    def "a misspelt key gets a suggestion: #written"() {
        given:
        shared(written)

        expect:
        problem().diagnostics().all()[0].remedy() == "Did you mean '${meant}'?"

        where:
        written              || meant
        'atlas: {lans: 1}'   || 'atlas.lanes'
        'lanes: 1'           || 'atlas.lanes'
        'loglevel: info'     || 'log-level'
        'param: {a: b}'      || 'params'
    }

    def "an empty file, and one of comments only, say nothing"() {
        given:
        shared(text)

        expect:
        load().lanes == 8

        where:
        text << ['', '# nothing yet\n', 'atlas:\n', 'params:\n']
    }

    def "a file may read environment variables, once and not through their values"() {
        given:
        environment.TEAM = 'blue ${env:OTHER}'
        shared('params: {team: "the ${env:TEAM} team", literal: "$${env:TEAM}"}')

        expect:
        load().params == [team: 'the blue ${env:OTHER} team', literal: '${env:TEAM}']
    }

    def "values from the environment and the command line are taken as they are"() {
        given:
        environment.LINKSPAN_PARAM_a = '${env:HOME},${sys:user.home}'

        expect:
        load(params: [b: '${env:HOME}']).params == [a: '${env:HOME},${sys:user.home}', b: '${env:HOME}']
    }

    def "credentials in the working directory's file are refused, and not shown"() {
        given:
        shared("atlas:\n  credentials:\n    ${key}: s3cret")

        when:
        def problem = problem()

        then:
        problem.diagnostics().all()*.id() == ['credential-in-shared-file']
        problem.diagnostics().all()[0].source().get().toString() == 'linkspan.yaml:3:5'
        !problem.diagnostics().toString().contains('s3cret')

        where:
        key << ['public-key', 'private-key', 'client-id', 'client-secret', 'access-token']
    }

    def "a fault on the line of a credential does not show that line: #yaml"() {
        given:
        own(yaml)

        expect:
        !problem().diagnostics().all().empty
        !problem().diagnostics().toString().contains('s3cret')

        where:
        yaml << [
                'atlas:\n  credentials:\n    private-key: s3cret\n    private-key: s3cret',
                'atlas:\n  credentials:\n    private-key: s3cret: s3cret',
                'atlas: {credentials: {private-key: s3cret}, lane: 1}',
                'atlas: {credentials: {client-secret: [s3cret]}}',
                'atlas: {credentials: {client-secret: "${env:UNSET} s3cret"}}',
                'private-key: s3cret',
        ]
    }

    def "whoever works in the folder of their own settings may have credentials there"() {
        given:
        environment.XDG_CONFIG_HOME = folder.resolve('xdg').toString()
        Files.createDirectories(folder.resolve('xdg/linkspan'))
        Files.createSymbolicLink(folder.resolve('xdg/linkspan/linkspan.yaml'), work.resolve('linkspan.yaml'))
        write(work.resolve('linkspan.yaml'), 'atlas: {credentials: {access-token: t}}')

        expect:
        load().credentials().secret().reveal() == 't'
    }

    def "a settings file may have any name"() {
        given:
        write(work.resolve(name), 'atlas: {lanes: 3}')

        expect:
        load(file: name).lanes == 3

        where:
        name << ['environment', 'built-in', 'command line', 'ci.yml']
    }

    def "a base URL is https, or http to this machine: #url"() {
        given:
        environment.MONGODB_ATLAS_BASE_URL = url

        expect:
        outcome { load().baseUrl.toString() } == expected

        where:
        url                             || expected
        'https://cloud.mongodbgov.com/' || 'https://cloud.mongodbgov.com'
        'HTTPS://cloud.mongodb.com'     || 'https://cloud.mongodb.com'
        'http://localhost:8080'         || 'http://localhost:8080'
        'http://127.0.0.1:8080/'        || 'http://127.0.0.1:8080'
        'http://[::1]:8080'             || 'http://[::1]:8080'
        'http://cloud.mongodb.com'      || 'atlas-url-without-tls'
        'http://localhost.evil.example' || 'atlas-url-without-tls'
        'cloud.mongodb.com'             || 'malformed-atlas-url'
        'https://'                      || 'malformed-atlas-url'
        'https://a b'                   || 'malformed-atlas-url'
        'ftp://cloud.mongodb.com'       || 'malformed-atlas-url'
        'https://cloud.mongodb.com?a=b' || 'malformed-atlas-url'
        'https://u:p@cloud.mongodb.com' || 'credentials-in-atlas-url'
    }

    def "the working directory's file may point at MongoDB and at this machine only: #url"() {
        given:
        shared("atlas: {base-url: '$url'}")

        expect:
        outcome { load().baseUrl.toString() } == expected

        where:
        url                               || expected
        'https://cloud.mongodbgov.com'    || 'https://cloud.mongodbgov.com'
        'https://cloud-dev.mongodb.com'   || 'https://cloud-dev.mongodb.com'
        'http://localhost:9'              || 'http://localhost:9'
        'https://notmongodb.com'          || 'base-url-in-shared-file'
        'https://mongodb.com.evil.example' || 'base-url-in-shared-file'
    }

    def "a history on another machine is not for the working directory's file to name: #url"() {
        given:
        shared("history: {url: '$url'}")

        expect:
        outcome { load().history.get() } == expected

        where:
        url                                 || expected
        'audits/history.db'                 || 'audits/history.db'
        'postgresql://keeper@localhost/a'   || 'postgresql://keeper@localhost/a'
        'postgresql://keeper@127.0.0.1/a'   || 'postgresql://keeper@127.0.0.1/a'
        'postgresql://keeper@db.corp/a'     || 'history-in-shared-file'
        'postgresql://127.0.0.1.evil/a'     || 'history-in-shared-file'
        'mysql://localhost/a'               || 'unknown-history'
    }

    def "a password in the history's URL is refused at its line, and not shown"() {
        given:
        shared("history:\n  url: postgresql://keeper:hunter2@localhost/a")

        when:
        def problem = problem()

        then:
        problem.diagnostics().all().collect { "${it.id()} ${it.source().get()}".toString() } == ['password-in-history linkspan.yaml:2:8']
        !problem.diagnostics().toString().contains('hunter2')
        problem.diagnostics().all()[0].source().get().excerpt().empty
    }

    def "the history's password comes from the environment or one's own file, and hides"() {
        given:
        own('history: {password: own}')
        environment.putAll(variables)

        expect:
        with(load()) {
            historyPassword.get().reveal() == password
            !it.toString().contains(password + ']')
            history.empty
        }

        where:
        variables                                              || password
        [:]                                                    || 'own'
        [PGPASSWORD: 'usual']                                  || 'usual'
        [PGPASSWORD: 'usual', LINKSPAN_HISTORY_PASSWORD: 'ours'] || 'ours'
    }

    def "the history's password in the working directory's file is refused"() {
        given:
        shared('history: {password: s3cret}')

        expect:
        outcome { load() } == 'credential-in-shared-file'
    }

    def "a value that cannot be names where it came from: #variable=#value"() {
        given:
        environment[variable] = value

        when:
        def problem = problem()

        then:
        problem.diagnostics().all()*.summary() == [summary]
        !problem.usage

        where:
        variable                         | value   || summary
        'LINKSPAN_ATLAS_LANES'           | '65'    || "LINKSPAN_ATLAS_LANES: '65' is not a number of requests at once"
        'LINKSPAN_ATLAS_API_VERSION'     | 'v3'    || "LINKSPAN_ATLAS_API_VERSION: 'v3' is not an API version"
        'LINKSPAN_WAIT_SPEED'            | '-1'    || "LINKSPAN_WAIT_SPEED: '-1' is not a speed"
        'LINKSPAN_WAIT_SERVICE_DEADLINE' | '0s'    || "LINKSPAN_WAIT_SERVICE_DEADLINE: '0s' leaves no time at all"
        'LINKSPAN_WAIT_ENDPOINT_DEADLINE' | '1 h'  || "LINKSPAN_WAIT_ENDPOINT_DEADLINE: '1 h' is not a duration"
        'LINKSPAN_LOG_LEVEL'             | 'loud'  || "LINKSPAN_LOG_LEVEL: 'loud' is not among error, warn, info, debug"
        'LINKSPAN_COLOR'                 | 'never!' || "LINKSPAN_COLOR: 'never!' is not among auto, always, never"
    }

    def "a bad option is wrong usage, a bad value elsewhere is not"() {
        given:
        if (bad) {
            environment.LINKSPAN_ATLAS_LANES = bad
        }

        expect:
        problem(apiVersion: 'v9').usage == usage

        where:
        bad || usage
        ''  || true
        'x' || false
    }

    def "a name that no spec could say is refused, wherever it comes from: '#name'"() {
        given:
        environment.putAll(variables)

        when:
        def problem = problem(params: options)

        then:
        problem.diagnostics().all()*.id() == ['malformed-parameter']
        problem.usage == usage

        where:
        name     | options       | variables                     || usage
        ''       | ['': 'x']     | [:]                           || true
        'a b'    | ['a b': 'x']  | [:]                           || true
        'a.b'    | ['a.b': 'x']  | [:]                           || true
        'a(0)'   | ['a(0)': 'x'] | [:]                           || true
        '[@a]'   | ['[@a]': 'x'] | [:]                           || true
        'é'      | ['é': 'x']    | [:]                           || true
        ''       | [:]           | [LINKSPAN_PARAM_: 'x']        || false
        '1'      | [:]           | [LINKSPAN_PARAM_1: 'x']       || false
    }

    def "NO_COLOR switches colour off, but not where somebody asks for it"() {
        given:
        environment.NO_COLOR = noColor
        environment.LINKSPAN_COLOR = color

        expect:
        load(isColorRefused: refused).color == mode

        where:
        noColor | color    | refused || mode
        '1'     | ''       | false   || ColorMode.NEVER
        ''      | ''       | false   || ColorMode.AUTO
        '1'     | 'always' | false   || ColorMode.ALWAYS
        ''      | 'always' | true    || ColorMode.NEVER
    }

    def "a variable that looks like ours and sets nothing is warned of"() {
        given:
        environment.LINKSPAN_ATLAS_LANE = '3'
        environment.LINKSPAN_JAVA_OPTIONS = '-Xmx1g'
        environment.LINKSPAN_PARAM_anything = 'x'

        when:
        def settings = load()

        then:
        settings.warnings().all()*.summary() == ['The environment variable LINKSPAN_ATLAS_LANE sets nothing']
        settings.warnings().all()*.remedy() == ['Did you mean LINKSPAN_ATLAS_LANES?']
    }

    private String outcome(Closure<String> load) {
        try {
            load()
        } catch (SettingsProblem problem) {
            problem.diagnostics().all()*.id().join(' ')
        }
    }

    private SettingsProblem problem(Map given = [:]) {
        try {
            load(given)
        } catch (SettingsProblem problem) {
            return problem
        }
        throw new AssertionError('the settings were accepted')
    }

    private Settings load(Map given = [:]) {
        Files.createDirectories(work)
        new SettingsLoader(environment, folder.resolve('home'), work).load(
                Optional.ofNullable(given.file).map { Path.of(it as String) },
                new CommandLineSettings(Optional.empty(), Optional.ofNullable(given.apiVersion as String),
                        given.params ?: [:], Optional.empty(), given.isColorRefused ?: false))
    }

    private Path getWork() {
        folder.resolve('work')
    }

    private void own(String yaml) {
        write(folder.resolve('home/.config/linkspan/linkspan.yaml'), yaml)
    }

    private void shared(String yaml) {
        write(work.resolve('linkspan.yaml'), yaml)
    }

    private static void write(Path file, String text) {
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }
}
