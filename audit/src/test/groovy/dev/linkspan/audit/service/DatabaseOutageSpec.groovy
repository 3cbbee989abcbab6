package dev.linkspan.audit.service

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.ProjectAudit
import dev.linkspan.audit.ReportDraft
import dev.linkspan.audit.Scope
import dev.linkspan.audit.history.History
import dev.linkspan.audit.history.HistoryPlace
import dev.linkspan.audit.history.ReportMemory
import dev.linkspan.model.ProjectId
import dev.linkspan.model.ProjectRef
import dev.linkspan.model.Samples
import dev.linkspan.observe.Sighting
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.ZoneId
import java.util.concurrent.CountDownLatch
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.function.Consumer
import spock.lang.Requires
import spock.lang.Specification
import spock.lang.TempDir

/** A database that is restarted under a service that is at work. */
@Requires({ os.linux && sys['os.arch'] == 'amd64' })
class DatabaseOutageSpec extends Specification {

    static final PROJECTS = (1..30).collect { '5e2211c17a3e5a48' + Integer.toHexString(it).padLeft(8, '0') }

    @TempDir
    Path folder
    def clock = Clock.systemUTC()
    def reports = new LinkedBlockingQueue<AuditReport>()
    def hasBegun = new CountDownLatch(1)
    def gate = new CountDownLatch(1)

    def 'an audit outlives the restart of its database; meanwhile the worker says that it is not ready, and keeps the figures that it had'() {
        given:
        def errors = new ByteArrayOutputStream()
        def err = System.err
        System.err = new PrintStream(errors, true)
        def server = start(0)
        int port = server.port
        def history = History.open(HistoryPlace.parse("postgresql://postgres@localhost:$port/postgres", folder, Optional.empty()), clock)
        def metrics = new ServiceMetrics(history, 'health')
        def memory = new ReportMemory(history, 'health')
        memory.remembered(new ReportDraft(Scope.HEALTH).report(), 'before', clock.instant(), clock.instant())
        def before = figures(metrics)
        def service = AuditService.start(new ServiceSettings('0 3 * * *', ZoneId.of('UTC'), true, 2, Duration.ofMillis(300)),
            subject(), { made, run, begun -> reports << made; [:] }, history, clock, { })

        when:
        assert hasBegun.await(30, TimeUnit.SECONDS)
        server.close()
        gate.countDown()

        then:
        eventually { !service.isReady() }
        service.isAlive()
        metrics.text().contains('linkspan_history_up 0.0')
        figures(metrics) == before

        when:
        server = start(port)
        def report = reports.poll(60, TimeUnit.SECONDS)

        then:
        report.coverage().projects().looked() == PROJECTS.size()
        eventually { service.isReady() }
        metrics.text().contains('linkspan_history_up 1.0')
        !errors.toString().contains('\tat ')

        cleanup:
        System.err = err
        gate.countDown()
        service?.close()
        server?.close()
    }

    /** The one that was stopped left its data; so does this one. */
    private EmbeddedPostgres start(int port) {
        EmbeddedPostgres.builder().setDataDirectory(folder.resolve('data')).setCleanDataDirectory(false).setPort(port).start()
    }

    /** What the metrics say of the last audit. */
    private static List<String> figures(ServiceMetrics metrics) {
        metrics.text().readLines().findAll { it.startsWith('linkspan_audit_timestamp_seconds{') }
    }

    private static boolean eventually(Closure<Boolean> condition) {
        def end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30)
        while (!condition.call()) {
            assert System.nanoTime() < end
            Thread.onSpinWait()
        }
        true
    }

    private Subject subject() {
        new Subject() {

            Scope scope() { Scope.HEALTH }

            List<String> projects() { PROJECTS }

            ProjectRef ref(String project) { new ProjectId(project) }

            void audit(Collection<String> projects, Consumer<ProjectAudit> taker) {
                hasBegun.countDown()
                gate.await()
                projects.each { taker.accept(ProjectAudit.of(new Sighting(Samples.foundProject(id: new ProjectId(it)), []))) }
            }
        }
    }
}
