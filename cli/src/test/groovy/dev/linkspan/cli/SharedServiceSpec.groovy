package dev.linkspan.cli

import dev.linkspan.audit.history.PostgresServer
import dev.linkspan.emulator.AtlasEmulator
import dev.linkspan.emulator.state.AtlasState
import dev.linkspan.emulator.wire.ArrivedRequest
import dev.linkspan.emulator.wire.RequestWatcher
import dev.linkspan.emulator.wire.Role
import java.nio.file.Path
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.TimeUnit
import org.yaml.snakeyaml.Yaml
import spock.lang.AutoCleanup
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** Workers of the service in processes of their own, over one database, and what becomes of an audit when one of them goes in its middle. */
@Requires({ os.linux && sys['os.arch'] == 'amd64' })
class SharedServiceSpec extends Specification {

    static final PROJECTS = (1..60).collect { '5e2211c17a3e5a48' + Integer.toHexString(it).padLeft(8, '0') }
    static final STATE = """{"projects": [${PROJECTS.withIndex().collect { id, at -> """{"id": "$id", "name": "p$at",
        "services": [{"provider": "AWS", "region": "us-east-1", "endpoints": [{"id": "vpce-${"$at".padLeft(17, '0')}", "status": "REJECTED"}]}]}""" }.join(',')}]}"""
    static final ONE = 'token-of-worker-one'
    static final OTHER = 'token-of-worker-other'
    static final LATE = 'token-of-worker-late'

    @TempDir
    Path folder
    @AutoCleanup
    Doorman doorman = new Doorman()
    @AutoCleanup
    AtlasEmulator emulator = AtlasEmulator.builder().state(AtlasState.parse(STATE)).watcher(doorman)
        .accessToken(ONE, Role.READER).accessToken(OTHER, Role.READER)
        .accessToken(LATE, Role.READER).start()
    List<Process> workers = []

    def cleanup() {
        workers*.destroyForcibly()
        workers*.waitFor()
    }

    def 'what a killed worker had in hand its fellow takes up: one report, each project in it once, nothing left out'() {
        given:
        def history = PostgresServer.newDatabase().words()
        def fellow = worker(OTHER, history)
        def pages = firstLine(fellow)
        doorman.holdUp(ONE)

        when:
        def victim = worker(ONE, history, '--now')
        doorman.awaitHeldUp()
        victim.destroyForcibly().waitFor()

        then:
        reported(pages) == PROJECTS
        runs(pages) == 1

        and: 'the projects that the victim had begun with were looked at again'
        !doorman.projects(ONE).empty
        doorman.projects(OTHER) == PROJECTS as Set
    }

    def 'an audit whose workers all died goes on when another is started: one report, each project in it once'() {
        given:
        def history = PostgresServer.newDatabase().words()
        doorman.holdUp(ONE, OTHER)
        def fellow = worker(OTHER, history)
        firstLine(fellow)
        def victim = worker(ONE, history, '--now')
        doorman.awaitHeldUp()
        [victim, fellow]*.destroyForcibly()*.waitFor()

        when:
        def pages = firstLine(worker(LATE, history))

        then:
        reported(pages) == PROJECTS
        runs(pages) == 1
        doorman.projects(LATE) == PROJECTS as Set
    }

    def 'an audit whose only worker died goes on when the service is started again'() {
        given:
        doorman.holdUp(ONE)
        def victim = worker(ONE, 'history.db', '--now')
        doorman.awaitHeldUp()
        victim.destroyForcibly().waitFor()

        when:
        def pages = firstLine(worker(OTHER, 'history.db'))

        then:
        reported(pages) == PROJECTS
        runs(pages) == 1
    }

    def 'a worker that is asked to end does what it has in hand, says with 143 that it was asked, and the other goes on'() {
        given:
        def history = PostgresServer.newDatabase().words()
        def fellow = worker(OTHER, history)
        def pages = firstLine(fellow)
        doorman.holdUp(ONE)
        def leaver = worker(ONE, history, '--now')
        def its = firstLine(leaver)
        doorman.awaitHeldUp()

        when:
        leaver.toHandle().destroy()
        eventually("$its/healthz") { it == 503 }
        doorman.letGo()

        then:
        leaver.waitFor(30, TimeUnit.SECONDS)
        leaver.exitValue() == 143
        reported(pages) == PROJECTS
        runs(pages) == 1
        doorman.projects(OTHER).every { !(it in doorman.projects(ONE)) }
    }

    private Process worker(String token, String history, String... more) {
        def java = Path.of(System.getProperty('java.home'), 'bin', 'java').toString()
        def classPath = System.getProperty('java.class.path').split(File.pathSeparator).findAll { !it.contains('slf4j') || it.contains('slf4j-api') }
        def builder = new ProcessBuilder([java, '-XX:TieredStopAtLevel=1', '-cp', classPath.join(File.pathSeparator), LinkspanCli.name, 'serve', '--all',
            '--listen', '127.0.0.1:0', '--heartbeat', '300ms', '--history', history, *more] as List<String>)
        builder.directory(folder.toFile()).redirectError(folder.resolve("errors-${workers.size()}.txt").toFile())
        builder.environment().putAll(HOME: folder.toString(), MONGODB_ATLAS_BASE_URL: emulator.baseUrl(), MONGODB_ATLAS_ACCESS_TOKEN: token)
        workers << builder.start()
        workers.last()
    }

    /** Where a worker answers, as soon as it does. */
    private static String firstLine(Process worker) {
        worker.inputReader().readLine() - ~'/$'
    }

    /** The projects in the report, as often as they stand there; each has one endpoint that failed. */
    private static List<String> reported(String pages) {
        def report = new Yaml().load(eventually("$pages/report.json") { it == 200 })
        assert report.coverage.projects == [looked: 60, declared: 60]
        report.findings.findAll { it.kind == 'unhealthy' }*.project
    }

    private static int runs(String pages) {
        new Yaml().load(eventually("$pages/history.json") { it == 200 }).runs.size()
    }

    /** Not with the JDK's newer client, which reads once for the whole JVM how often it may repeat a request. */
    private static String eventually(String address, Closure<Boolean> isFine) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60)
        def answer = (HttpURLConnection) URI.create(address).toURL().openConnection()
        while (!isFine(answer.responseCode)) {
            assert System.nanoTime() < end: "$address: $answer.responseCode"
            answer = (HttpURLConnection) URI.create(address).toURL().openConnection()
        }
        (answer.errorStream ?: answer.inputStream).getText('UTF-8')
    }

    /** Knows workers by their tokens, and can keep the requests of some of them waiting. */
    private static class Doorman implements RequestWatcher, Closeable {

        private final Map<String, Set<String>> asked = new ConcurrentHashMap<>()
        private final CountDownLatch gate = new CountDownLatch(1)
        private final Map<String, CountDownLatch> stopped = new ConcurrentHashMap<>()

        /** From their first looks at a project on. */
        void holdUp(String... tokens) {
            tokens.each { stopped[it] = new CountDownLatch(1) }
        }

        void awaitHeldUp() {
            assert stopped.values().every { it.await(60, TimeUnit.SECONDS) }
        }

        void letGo() {
            gate.countDown()
        }

        Set<String> projects(String token) {
            asked.getOrDefault(token, [] as Set)
        }

        @Override
        boolean arrived(ArrivedRequest request) {
            def token = request.header('Authorization').get() - 'Bearer '
            def project = request.path().split('/').drop(5).find()
            if (project) {
                asked.computeIfAbsent(token) { ConcurrentHashMap.newKeySet() } << project
                if (stopped.containsKey(token)) {
                    stopped[token].countDown()
                    gate.await()
                } else {
                    // A worker has two shares in hand at once; the third is then for the one that is to be held up.
                    awaitHeldUp()
                }
            }
            true
        }

        @Override
        void close() {
            letGo()
        }
    }
}
