package dev.linkspan.cli

import com.fasterxml.jackson.databind.ObjectMapper
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.time.Sleeper
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

/** docs/serve.md says what is so, and docs/history.md of scopes. */
class ServePageSpec extends Specification {

    static final PAGE = Files.readString(Path.of('../docs/serve.md'))

    @TempDir
    Path folder
    @AutoCleanup
    AtlasEmulator emulator
    CliRun cli

    def setup() {
        cli = new CliRun(folder)
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.parse(ServeCommandSpec.STATE)).start()
        cli.against(emulator)
    }

    def 'the page has every option of the service but those of any audit, with what it is unless it is said'() {
        given:
        def shown = rows('| option |').collectMany { (it =~ /`(--[a-z-]+) ?([^`]*)`/).collect { [it[1], it[2]] } }
        def own = helped('serve') - helped('audit') + '--history'
        cli.run('serve', '--help')
        def help = cli.out.replaceAll(/\s+/, ' ')

        expect:
        shown*.first() as Set == own + ['--rules', '--report', '--notify-at']
        shown.findAll { option, value -> help.contains("(default: ${value.replace("'", '')})") }*.first() == ['--cron', '--zone', '--listen', '--heartbeat']
    }

    def 'every page that is named answers once there is a report, and says what the page says'() {
        given:
        def paths = rows('| path |').collect { (it =~ /`([^`]+)`/)[0][1].toString() }
        Map<String, String> seen = [:]
        whenIdle { base -> seen = paths.collectEntries { [it, eventually(base + it)] } }

        expect:
        cli.run('serve', '--all', '--now', '--listen', '127.0.0.1:0', '--heartbeat', '400ms', '--history', 'history.db') == 0
        paths == ['/', '/report.json', '/history.json', '/metrics', '/healthz', '/readyz']
        new ObjectMapper().readValue(seen['/report.json'], Map).format == 'linkspan.audit/1'
        new ObjectMapper().readValue(seen['/history.json'], Map).format == 'linkspan.history-runs/1'
        (rows('| path |').join() =~ /linkspan_\w+/).collect { it }.every { seen['/metrics'].contains("\n$it ") }
    }

    def 'audits that share a history are followed under the names that they give themselves, as the page on histories has it'() {
        given:
        def command = (Files.readString(Path.of('../docs/history.md')) =~ /`linkspan (audit --remember --scope [^`]*)`/)[0][1].toString()
        cli.file('atlas/payments.groovy', "project('p1') { }")

        when:
        def status = cli.run(command.split(' '))

        then:
        status == 2

        when:
        cli.run('history')

        then:
        cli.out.readLines()[1].contains(' payments ')
    }

    private Set<String> helped(String command) {
        cli.run(command, '--help')
        cli.out.readLines().findAll { it ==~ / {2,6}(-\w, )?--.*/ }.collect { (it =~ /--[a-z-]+/)[0] } as Set
    }

    private static List<String> rows(String header) {
        PAGE.readLines().dropWhile { !it.startsWith(header) }.drop(2).takeWhile { it.startsWith('|') }
    }

    /** The worker's own thread sleeps until it is interrupted; everything else happens on others. */
    private void whenIdle(Closure<?> look) {
        cli.sleeper = { duration ->
            if (duration.toDays() > 1000) {
                look.call(cli.out.readLines()[0] - ~'/$')
                throw new InterruptedException()
            }
            cli.time.sleep(duration)
        } as Sleeper
    }

    private static String eventually(String address) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        def answer = (HttpURLConnection) URI.create(address).toURL().openConnection()
        while (answer.responseCode != 200) {
            assert System.nanoTime() < end: "$address: $answer.responseCode"
            answer = (HttpURLConnection) URI.create(address).toURL().openConnection()
        }
        answer.inputStream.getText('UTF-8')
    }
}
