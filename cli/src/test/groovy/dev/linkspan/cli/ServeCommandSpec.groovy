package dev.linkspan.cli

import com.fasterxml.jackson.databind.ObjectMapper
import dev.linkspan.audit.notify.HookServer
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.wire.ArrivedRequest
import dev.linkspan.emulator.wire.RequestWatcher
import dev.linkspan.time.Sleeper
import java.net.http.HttpClient
import java.net.http.HttpRequest
import java.net.http.HttpResponse
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import java.util.concurrent.atomic.AtomicBoolean
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
        seen['/metrics'].body().contains("linkspan_requests_total{status=\"2xx\"} ${emulator.requests().count { it.authorised() }.toDouble()}\n")
        cli.workingDirectory.resolve('audit.txt').toFile().text.contains('Looked at 30 of 30 projects')
        cli.err.contains('This worker ends.')
        cli.run('history', '--history', 'history.db') == 0
        cli.out.contains('health')
    }

    def 'a report that cannot be written into its file is shown and told all the same'() {
        given:
        def hook = HookServer.start()
        cli.environment.LINKSPAN_NOTIFY_WEBHOOK = hook.url
        def reports = Files.createDirectory(cli.workingDirectory.resolve('reports'))
        def seen = [:]
        def gate = new CountDownLatch(1)
        holdUp(gate)
        whenIdle {
            Files.delete(reports)
            gate.countDown()
            seen = ['/report.json', '/history.json'].collectEntries { [it, eventually(it).statusCode()] }
        }

        expect:
        serve('--all', '--report', 'text=reports/audit.txt') == 0
        seen == ['/report.json': 200, '/history.json': 200]
        hook.bodies.size() == 1
        cli.err.contains('The report cannot be written to')

        cleanup:
        gate.countDown()
        hook.close()
    }

    def 'where a worker ends before all are told, they are told by whoever makes the report again'() {
        given:
        def hook = HookServer.start().answering(503)
        cli.environment.LINKSPAN_NOTIFY_WEBHOOK = hook.url
        def isAsked = new AtomicBoolean()
        whenIdle({
            def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
            while (!cli.err.contains('is tried again') && System.nanoTime() < end) {
                Thread.onSpinWait()
            }
            // Enough for the next try, and too little for a worker to look dead.
            cli.time.pass(Duration.ofSeconds(1))
            eventually('/report.json')
        }) {
            if (isAsked.compareAndSet(false, true)) {
                throw new InterruptedException()
            }
        }

        expect:
        serve('--all') == 0
        hook.bodies.size() == 2
        cli.err.contains('failed and is tried again: this worker ends before all are told')
        cli.run('history', '--history', 'history.db', '--format', 'csv') == 0
        cli.out.readLines().size() == 2

        cleanup:
        hook.close()
    }

    def 'where nobody can be answered no audit is begun'() {
        given:
        def other = new ServerSocket(0, 1, InetAddress.getByName('127.0.0.1'))

        expect:
        cli.run('serve', '--all', '--now', '--listen', "127.0.0.1:$other.localPort", '--history', 'history.db') == 1
        cli.err.contains("Nobody can be answered at 127.0.0.1:$other.localPort: Address already in use")
        emulator.requests().empty

        cleanup:
        other.close()
    }

    def 'a project that nobody can see is not left out'() {
        given:
        def report = null
        whenIdle { report = eventually('/report.json').body() }

        expect:
        serve('--project', 'p1', '--project', 'nosuch') == 0
        report.contains('"looked": 1')
        report.contains('"declared": 2')
        report.contains('"address": "nosuch"')
        report.contains('"incomplete"')
    }

    def 'names in specs are looked up once for an audit, and a project that is declared under its id, too, is reported once'() {
        given:
        cli.file('specs/all.groovy', (1..30).collect { "project('p$it') { aws('us-east-1') { endpoint 'vpce-${"$it".padLeft(17, '0')}' } }" }.join('\n') + more)
        Map report = [:]
        whenIdle { report = new ObjectMapper().readValue(eventually('/report.json').body(), Map) }

        expect:
        serve('specs') == 0
        emulator.requests().count { it.path().endsWith('/groups') && it.authorised() } == 1
        report.coverage.projects == [looked: 30, declared: 30]
        report.findings.count { it.kind == 'unhealthy' } == 30 - unseen.size()
        report.findings.findAll { it.kind == 'not-seen' }*.address == unseen
        report.findings.find { it.project == '5e2211c17a3e5a4800000008' }.projectName == 'p8'

        where:
        more                                         || unseen
        ''                                           || []
        "\nproject('5e2211c17a3e5a4800000007') { }" || ['5e2211c17a3e5a4800000007']
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

    /** Atlas answers nothing before the gate is open. */
    private void holdUp(CountDownLatch gate) {
        emulator.close()
        emulator = AtlasEmulator.builder().clock(cli.time).state(AtlasState.parse(STATE)).watcher(new RequestWatcher() {

            @Override
            boolean arrived(ArrivedRequest request) {
                gate.await()
                true
            }
        }).start()
        cli.against(emulator)
    }

    private int serve(String... arguments) {
        cli.run('serve', '--now', '--listen', '127.0.0.1:0', '--heartbeat', '400ms', '--history', 'history.db', *arguments)
    }

    /** The worker's own thread sleeps until it is interrupted; everything else happens on others. */
    private void whenIdle(Closure<?> look, Closure<?> beforeWait = {}) {
        cli.sleeper = { duration ->
            if (duration.toDays() > 1000) {
                look.call()
                throw new InterruptedException()
            }
            beforeWait.call()
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
