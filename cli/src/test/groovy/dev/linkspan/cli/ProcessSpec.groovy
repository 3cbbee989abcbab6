package dev.linkspan.cli

import dev.linkspan.audit.notify.HookServer
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.state.ProjectState
import dev.linkspan.emulator.state.ServiceState
import dev.linkspan.model.CloudProvider
import dev.linkspan.model.Regions
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import java.util.regex.Pattern
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** What only a process of its own can show: signals, heap limits, threads that would keep it alive. */
class ProcessSpec extends Specification {

    static final PROJECT = AtlasEmulator.DEMO_PROJECT

    static final REPORTS = ~/dev\.linkspan\.audit\.report\.[\w.]*Report |gg\.jte\.TemplateEngine |PrometheusTextFormatWriter /
    static final PLAN_FILES = ~/dev\.linkspan\.plan\.file|jackson\.dataformat|org\.yaml/
    static final NOTIFICATIONS = ~/dev\.failsafe|jakarta\.|org\.eclipse\.angus|HookClient/
    static final HISTORY = ~/org\.sqlite|org\.postgresql|org\.flywaydb|dev\.linkspan\.audit\.history/

    @TempDir
    Path folder
    @AutoCleanup
    AtlasEmulator emulator

    def 'an interrupted apply says how things stand, leaves its journal whole, and the next one goes on from there'() {
        given:
        emulator = AtlasEmulator.builder().start()
        spec("project('$PROJECT') { aws('us-east-1') { } }")
        def run = linkspan([], 'apply', '--yes', '--log-level', 'info', '--journal', 'journal.jsonl', 'spec.groovy')
        def errors = run.errorReader()
        while (emulator.requests().every { it.method() != 'POST' }) {
            assert run.alive
            Thread.onSpinWait()
        }

        when:
        run.toHandle().destroy()

        then:
        run.waitFor(30, TimeUnit.SECONDS)
        run.inputReader().text.contains("$PROJECT/aws/us-east-1: interrupted after")
        errors.text.contains('Interrupted: nothing more is begun')
        Files.readAllLines(folder.resolve('journal.jsonl')).last().contains('"run-ends"')

        when:
        emulator.advance(java.time.Duration.ofMinutes(10))
        def second = linkspan([], 'apply', '--yes', 'spec.groovy')

        then:
        second.waitFor(30, TimeUnit.SECONDS)
        second.inputReader().text.contains('No changes. Atlas is as the specs say.')
        emulator.requests().count { it.method() == 'POST' && it.authorised() } == 1
    }

    def '1,000 services in 200 projects plan in 256 MiB'() {
        given:
        def regions = Regions.of(CloudProvider.AWS)*.cloudName().take(5)
        def projects = (1..200).collect { String.format('5e2211c17a3e5a48f54%05d', it) }
        int serial = 0
        emulator = AtlasEmulator.builder().state(AtlasState.of(*projects.collect { id ->
            ProjectState.of(id, "project-$id").withServices(regions.collect {
                ServiceState.aws(it, String.format('vpce-%017d', ++serial))
            })
        })).start()
        spec('''\
            def serial = 0
            (1..200).each { number ->
                project('5e2211c17a3e5a48f54' + "$number".padLeft(5, '0')) {
                    params.regions.split(',').each { region ->
                        serial++
                        aws(region) { endpoint 'vpce-' + "$serial".padLeft(17, '0') }
                    }
                }
            }
            '''.stripIndent())

        when:
        def run = linkspan(['-Xmx256m'], 'plan', '--detailed-exitcode', '-P', "regions=${regions.join(',')}", 'spec.groovy')
        def said = run.inputReader().text
        def complained = run.errorReader().text

        then:
        run.waitFor() == 0
        complained == ''
        said.startsWith('No changes.')
        emulator.requests().count { it.authorised() } == 200 + 1000
    }

    def 'a plan that is not saved loads nothing of plan files, nor of what writes them'() {
        given:
        emulator = AtlasEmulator.builder().start()
        spec("project('$PROJECT') { aws('us-east-1') { } }")

        expect:
        loaded(PLAN_FILES, 'plan', 'spec.groovy') == []
        loaded(PLAN_FILES, 'plan', '--out', 'plan.yaml', 'spec.groovy').contains('dev.linkspan.plan.file.PlanFile')
    }

    def 'only a command that opens a history loads what reads one: #arguments'() {
        given:
        emulator = AtlasEmulator.builder().start()
        spec("project('$PROJECT') { }")
        SampleHistory.at(folder.resolve('history.db'))

        expect:
        !loaded(HISTORY, *arguments).empty == isOpened

        where:
        arguments                                || isOpened
        ['plan', 'spec.groovy']                  || false
        ['validate', 'spec.groovy']              || false
        ['history', '--help']                    || false
        ['history', '--history', 'history.db']   || true
    }

    def 'an audit loads what writes the reports it is asked for, and of no other: #format'() {
        given:
        emulator = AtlasEmulator.builder().start()
        spec("project('$PROJECT') { }")

        expect:
        loaded(REPORTS, 'audit', '--report', format, 'spec.groovy').collect { it.tokenize('.').last() }.toSet() == writers as Set

        where:
        format       || writers
        'text'       || ['TextReport']
        'sarif'      || ['SarifReport']
        'html'       || ['HtmlReport', 'TemplateEngine']
        'prometheus' || ['PrometheusReport', 'PrometheusTextFormatWriter']
    }

    def 'an audit that tells nobody loads nothing of what tells'() {
        given:
        emulator = AtlasEmulator.builder().start()
        spec("project('$PROJECT') { aws('us-east-1') { } }")
        def hook = HookServer.start()
        Files.writeString(folder.resolve('telling.yaml'), "notify: {webhook: '$hook.url'}")

        expect:
        loaded(NOTIFICATIONS, 'audit', 'spec.groovy') == []
        loaded(NOTIFICATIONS, 'audit', '--settings', 'telling.yaml', 'spec.groovy').contains('dev.failsafe.RetryPolicy')
        hook.bodies.size() == 1

        cleanup:
        hook.close()
    }

    def 'a command ends at once when it is done: #arguments'() {
        given:
        emulator = AtlasEmulator.builder().start()
        spec("project('$PROJECT') { aws('us-east-1') { } }")

        when:
        def run = linkspan([], *arguments)

        then:
        run.waitFor(20, TimeUnit.SECONDS)
        run.exitValue() == 0

        where:
        arguments << [['plan', 'spec.groovy'], ['validate', 'spec.groovy'], ['--help']]
    }

    private List<String> loaded(Pattern what, String... arguments) {
        def log = folder.resolve('classes.log')
        def run = linkspan(["-Xlog:class+load:file=$log".toString()], *arguments)
        assert run.waitFor(60, TimeUnit.SECONDS)
        assert run.exitValue() in [0, 2]
        Files.readAllLines(log).findAll { it =~ what }.collect { it.find(/(dev|com|org|gg|io|jakarta)\.[\w.$]+/) }
    }

    private void spec(String text) {
        Files.writeString(folder.resolve('spec.groovy'), text)
    }

    private Process linkspan(List<String> options, String... arguments) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        // ArchUnit brings SLF4J along, which says on standard error that it has nowhere to log to.
        def classPath = System.getProperty('java.class.path').split(File.pathSeparator).findAll { !it.contains('slf4j') }
        def builder = new ProcessBuilder([java, '-XX:TieredStopAtLevel=1', *options, '-cp', classPath.join(File.pathSeparator),
            'dev.linkspan.cli.LinkspanCli', *arguments] as List<String>)
        builder.directory(folder.toFile())
        builder.environment().putAll(
                HOME: folder.toString(),
                MONGODB_ATLAS_BASE_URL: emulator.baseUrl(),
                MONGODB_ATLAS_PUBLIC_API_KEY: AtlasEmulator.DEMO_PUBLIC_KEY,
                MONGODB_ATLAS_PRIVATE_API_KEY: AtlasEmulator.DEMO_PRIVATE_KEY)
        builder.start()
    }
}
