package dev.linkspan.audit.service

import static dev.linkspan.model.Samples.foundEndpoint
import static dev.linkspan.model.Samples.foundService

import dev.linkspan.atlas.AtlasProblem
import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Finding
import dev.linkspan.audit.ProjectAudit
import dev.linkspan.audit.Scope
import dev.linkspan.audit.Verdict
import dev.linkspan.audit.history.History
import dev.linkspan.audit.history.HistoryPlace
import dev.linkspan.model.ProjectId
import dev.linkspan.model.ProjectRef
import dev.linkspan.model.Refusal
import dev.linkspan.model.Samples
import dev.linkspan.observe.Sighting
import dev.linkspan.time.TestTime
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneId
import java.util.concurrent.ConcurrentLinkedQueue
import java.util.concurrent.LinkedBlockingQueue
import java.util.concurrent.TimeUnit
import java.util.function.Consumer
import spock.lang.Specification
import spock.lang.TempDir

class AuditServiceSpec extends Specification {

    static final PROJECTS = (1..60).collect { '5e2211c17a3e5a48' + Integer.toHexString(it).padLeft(8, '0') }
    static final RUN = '2026-11-25T03:00:00Z'

    @TempDir
    Path folder
    def time = new TestTime()
    def looked = new ConcurrentLinkedQueue<String>()
    def reports = new LinkedBlockingQueue<AuditReport>()
    def told = new ConcurrentLinkedQueue<String>()
    def scheduled = [] as LinkedHashSet
    def twice = []

    def 'workers that share a database make one report together, each project in it once'() {
        given:
        def settings = new ServiceSettings('0 3 * * *', ZoneId.of('UTC'), true, 2, Duration.ofMillis(300))

        when:
        def workers = (1..2).collect {
            AuditService.start(settings, subject(), desk(), history(), Clock.fixed(Instant.parse(RUN), ZoneId.of('UTC')), { told << it })
        }
        def report = reports.poll(60, TimeUnit.SECONDS)

        then:
        report.coverage().projects().looked() == 60
        report.findings()*.address()*.project()*.value() == PROJECTS
        workers.every { it.isReady() }

        cleanup:
        workers?.each { it.close() }
        assert reports.empty
    }

    def 'a night whose audit cannot begin at once is not left out'() {
        given:
        def listings = new LinkedBlockingQueue<Boolean>()
        def flaky = new ListedSubject({
            listings << true
            if (listings.size() == 1) {
                throw new IllegalStateException('boom')
            }
            PROJECTS
        })
        time.pass(Duration.between(time.instant(), Instant.parse('2026-11-24T12:00:00Z')))
        def worker = AuditService.start(
            new ServiceSettings('0 3 * * *', ZoneId.of('UTC'), false, 2, Duration.ofMillis(300)), flaky, desk(), history(), time, { told << it })

        when:
        time.pass(Duration.ofHours(15))
        def report = reports.poll(200, TimeUnit.MILLISECONDS)
        for (int waits = 0; report == null && waits < 300; waits++) {
            time.pass(Duration.ofMillis(100))
            report = reports.poll(200, TimeUnit.MILLISECONDS)
        }

        then:
        report.coverage().projects().looked() == 60
        report.at().get() < Instant.parse('2026-11-25T04:00:00Z')
        told.any { it.contains('failed and is tried again: boom') }

        cleanup:
        worker?.close()
    }

    def 'an audit is begun once, whoever says so again'() {
        when:
        3.times { audit().begin(RUN, tasks()) }

        then:
        scheduled as List == ["share $RUN#0", "share $RUN#1", "share $RUN#2"]*.toString()
    }

    def 'what is left of an audit is gone on with after a worker died, and what is in is not made again'() {
        given:
        audit().begin(RUN, tasks())
        audit().workOn("$RUN#1", tasks())
        looked.clear()

        when:
        (0..2).each { audit().workOn("$RUN#$it", tasks()) }
        audit().report(RUN)

        then:
        looked.toSorted() == PROJECTS[0..24] + PROJECTS[50..59]
        reports.poll().coverage().projects().looked() == 60
    }

    def 'a share that two workers had in hand counts once'() {
        given:
        def runs = history().sharedRuns()
        audit().begin(RUN, tasks())

        expect:
        runs.handIn(RUN, 0, ['a', 'b']).getAsInt() == 2
        runs.handIn(RUN, 0, ['c']).getAsInt() == 2

        when:
        def kept = []
        runs.results(RUN) { kept << it }

        then:
        kept == ['a', 'b']
    }

    def 'a report is made once, although two workers may think that they handed the last share in'() {
        given:
        audit().begin(RUN, tasks())
        (0..2).each { audit().workOn("$RUN#$it", tasks()) }

        when:
        2.times { audit().report(RUN) }

        then:
        reports.size() == 1
        history().sharedRuns().page('index.html').get() == '<p>60</p>'
    }

    def 'a fault of our own makes one project unseen, and the others are looked at'() {
        given:
        def broken = audit(subject { if (it == PROJECTS[3]) { throw new IllegalStateException('boom') } })

        when:
        broken.begin(RUN, tasks())
        (0..2).each { broken.workOn("$RUN#$it", tasks()) }
        broken.report(RUN)

        then:
        def report = reports.poll()
        report.verdict() == Verdict.INCOMPLETE
        report.coverage().projects().looked() == 59
        report.findings().findAll { it.kind() == Finding.Kind.NOT_SEEN }*.address()*.toString() == [PROJECTS[3]]
    }

    def 'a project that is handed in twice, under two names, is reported once, and that it was is told'() {
        given:
        def runs = history().sharedRuns()
        audit().begin(RUN, tasks())
        (0..2).each { audit().workOn("$RUN#$it", tasks()) }

        when:
        runs.results(RUN) { twice << it }
        runs.begin('other', time.instant())
        runs.cut('other', ['x'], Optional.empty())
        runs.handIn('other', 0, twice + twice[7])
        audit().report('other')

        then:
        def report = reports.poll()
        report.coverage().projects().looked() == 60
        report.verdict() == Verdict.INCOMPLETE
        report.findings().findAll { it.kind() == Finding.Kind.NOT_SEEN }*.address()*.toString() == [PROJECTS[7]]
    }

    def 'what a worker of another version handed in is not lost in silence, and holds no report up'() {
        given:
        def runs = history().sharedRuns()
        audit().begin(RUN, tasks())
        (0..1).each { audit().workOn("$RUN#$it", tasks()) }
        runs.handIn(RUN, 2, ['{"novel": 1}', '{"novel": 2}'])

        when:
        audit().report(RUN)

        then:
        def report = reports.poll()
        report.verdict() == Verdict.INCOMPLETE
        report.findings().find { it.kind() == Finding.Kind.NOT_SEEN }.summary().contains('a worker of another version handed in 2 projects')
        runs.open().empty
    }

    def 'where the projects cannot be listed, the report says so and is not clean'() {
        given:
        def blind = audit(new ListedSubject({ throw new AtlasProblem(AtlasProblem.Kind.UNAUTHORIZED, 'GET /groups: 401', Optional.empty(), '', false, null) }))

        when:
        blind.begin(RUN, tasks())
        blind.report(RUN)

        then:
        scheduled as List == ["report $RUN"]*.toString()
        reports.poll().verdict() == Verdict.INCOMPLETE
    }

    def 'no audit is begun while the one before is open, until that has taken too long and is closed with what there is'() {
        given:
        audit().begin(RUN, tasks())
        audit().workOn("$RUN#0", tasks())
        scheduled.clear()

        when: 'the next night comes early'
        time.sleep(Duration.ofHours(1))
        audit().begin('2026-11-25T04:00:00Z', tasks())

        then:
        scheduled.empty
        told.last() == "No audit is begun at 2026-11-25T04:00:00Z: that of $RUN is still open."

        when:
        time.sleep(Duration.ofHours(12))
        audit().begin('2026-11-25T16:00:00Z', tasks())
        audit().report(RUN)

        then:
        scheduled.contains("report $RUN".toString())
        scheduled.contains('share 2026-11-25T16:00:00Z#0')
        def report = reports.poll()
        report.verdict() == Verdict.INCOMPLETE
        report.coverage().projects().looked() == 25
        report.coverage().projects().declared() == 60
    }

    def 'a cron expression that is none is refused with one that is'() {
        when:
        new ServiceSettings(cron, ZoneId.of('UTC'), false, 1, Duration.ofSeconds(1))

        then:
        def refusal = thrown(Refusal)
        refusal.summary() == "'$cron' is not a cron expression"
        refusal.remedy().contains("'0 3 * * *'")

        where:
        cron << ['', 'every night', '0 3 * *', '61 3 * * *', '0 0 3 * * *']
    }

    private SharedAudit audit(Subject subject = subject()) {
        new SharedAudit(subject, desk(), history().sharedRuns(), time, { told << it })
    }

    private History history() {
        History.open(HistoryPlace.parse('history.db', folder, Optional.empty()), time)
    }

    private SharedAudit.Tasks tasks() {
        { task, instance -> scheduled << "$task $instance".toString() }
    }

    private Desk desk() {
        { report, run, begun ->
            reports << report
            ['index.html': "<p>${report.coverage().projects().looked()}</p>".toString()]
        }
    }

    private Subject subject(Closure<?> before = {}) {
        new ListedSubject({ PROJECTS }, { project ->
            before.call(project)
            looked << project
        })
    }

    /** Each project has one endpoint, and that one has failed. */
    private static class ListedSubject implements Subject {

        final Closure<List<String>> listing
        final Closure<?> look

        ListedSubject(Closure<List<String>> listing, Closure<?> look = {}) {
            this.listing = listing
            this.look = look
        }

        Scope scope() { Scope.HEALTH }

        List<String> projects() { listing.call() }

        ProjectRef ref(String project) { new ProjectId(project) }

        void audit(Collection<String> projects, Consumer<ProjectAudit> taker) {
            projects.each { project ->
                look.call(project)
                def found = Samples.foundProject(id: new ProjectId(project), services: [
                    foundService(endpoints: [foundEndpoint(1, status: 'REJECTED'), foundEndpoint(2)])])
                taker.accept(ProjectAudit.of(new Sighting(found, [])))
            }
        }
    }
}
