package dev.linkspan.cli

import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.time.Sleeper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Path
import java.util.concurrent.TimeUnit
import spock.lang.AutoCleanup
import spock.lang.Specification
import spock.lang.TempDir

class ServeCommandSpec extends Specification {

    static final STATE = """{"projects": [${(1..30).collect { """{"id": "5e2211c17a3e5a48${Integer.toHexString(it).padLeft(8, '0')}", "name": "p$it",
        "services": [{"provider": "AWS", "region": "us-east-1", "endpoints": [{"id": "vpce-${"$it".padLeft(17, '0')}", "status": "REJECTED"}]}]}""" }.join(',')}]}"""

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

    def 'a worker audits, shows the report over HTTP, writes it into files, keeps it, and ends when it is interrupted'() {
        given:
        Map<String, HttpResponse<String>> seen = [:]
        whenIdle {
            seen = ['/', '/report.json', '/history.json', '/metrics', '/healthz', '/readyz'].collectEntries { [it, eventually(it)] }
        }

        expect:
        cli.run('serve', '--all', '--now', '--listen', '127.0.0.1:0', '--heartbeat', '400ms', '--history', 'history.db', '--report', 'text=audit.txt') == 0
        seen.values()*.statusCode() == [200] * 6
        seen['/'].body().startsWith('<!')
        seen['/report.json'].body().contains('"looked": 30')
        seen['/report.json'].body().contains('"standing": "new"')
        seen['/metrics'].body().contains('linkspan_findings{kind="unhealthy",severity="error"} 30.0')
        seen['/metrics'].body().contains('linkspan_coverage_looked{of="projects"} 30.0')
        cli.workingDirectory.resolve('audit.txt').toFile().text.contains('Looked at 30 of 30 projects')
        cli.err.contains('This worker ends.')
        cli.run('history', '--history', 'history.db') == 0
        cli.out.contains('health')
    }

    def 'wrong use is told before anything is asked of Atlas'() {
        expect:
        cli.run('serve', *arguments) == 64
        cli.err.contains(told)
        emulator.requests().empty

        where:
        arguments                                  || told
        []                                         || 'Say what to audit'
        ['--all', '--cron', 'nightly']             || "'nightly' is not a cron expression"
        ['--all', '--zone', 'Mars/Olympus']        || "'Mars/Olympus' is not a time zone"
        ['--all', '--listen', 'here']              || "'here' is not HOST:PORT"
        ['--all', '--report', 'html']              || 'A service writes reports into files'
        ['--all', '--heartbeat', 'often']          || "'often' is not a duration"
    }

    /** The worker's own thread sleeps until it is interrupted; everything else happens on others. */
    private void whenIdle(Closure<?> look) {
        cli.sleeper = { duration ->
            if (duration.toDays() > 1000) {
                look.call()
                throw new InterruptedException()
            }
            cli.time.sleep(duration)
        } as Sleeper
    }

    /** The page, as soon as it is there. */
    private HttpResponse<String> eventually(String path) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        def answer = get(path)
        while (answer.statusCode() != 200 && System.nanoTime() < end) {
            Thread.onSpinWait()
            answer = get(path)
        }
        answer
    }

    private HttpResponse<String> get(String path) {
        def base = cli.out.readLines()[0] - ~'/$'
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create(base + path)).build(), HttpResponse.BodyHandlers.ofString())
    }
}
