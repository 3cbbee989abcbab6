package dev.linkspan.audit.history

import static dev.linkspan.audit.history.Runs.NIGHT
import static dev.linkspan.audit.history.Runs.missing
import static dev.linkspan.audit.history.Runs.run
import static dev.linkspan.audit.history.Standing.FLAPPING
import static dev.linkspan.audit.history.Standing.NEW
import static dev.linkspan.audit.history.Standing.RESOLVED
import static dev.linkspan.audit.history.Standing.STILL
import static dev.linkspan.audit.history.Standing.UNKNOWN

import dev.linkspan.audit.history.AuditRun.Found
import dev.linkspan.model.Refusal
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.TimeUnit
import spock.lang.Specification

/** What a history does in whatever database it is kept. */
abstract class HistoryContract extends Specification {

    HistoryPlace place
    History history

    /** A place where no history is yet. */
    abstract HistoryPlace newPlace()

    /** Runs the work while somebody else is writing to the history. */
    abstract void whileLocked(Closure<?> work)

    def setup() {
        place = newPlace()
        history = History.open(place, Clock.systemUTC())
    }

    def "a finding is new, then still there since its first night, then resolved"() {
        expect:
        standings(record('one', night(1), missing('a'))) == [a: [NEW, night(1)]]
        standings(record('two', night(2), missing('a'), missing('b'))) == [a: [STILL, night(1)], b: [NEW, night(2)]]
        standings(record('three', night(3), missing('b'))) == [a: [RESOLVED, night(1)], b: [STILL, night(2)]]
        standings(record('four', night(4), missing('b'))) == [b: [STILL, night(2)]]
    }

    def "one that comes back is new again, and known from before"() {
        given:
        record('one', night(1), missing('a'))
        record('two', night(2))

        when:
        def finding = record('three', night(3), missing('a')).findings().first()

        then:
        finding.standing() == NEW
        finding.since() == night(3)
        finding.firstSeen() == night(1)
        finding.departures() == 1
    }

    def "one that counts for more than it did is graver, once: #before to #now"() {
        given:
        record('one', night(1), *before.collect { told(it) })

        expect:
        record('two', night(2), told(now)).findings().first().isGraver() == isGraver
        !record('three', night(3), told(now)).findings().first().isGraver()

        where:
        before                   | now                 || isGraver
        [['note', false]]        | ['warning', false]  || true
        [['warning', false]]     | ['error', false]    || true
        [['error', true]]        | ['error', false]    || true
        [['error', true]]        | ['note', false]     || true
        [['error', false]]       | ['warning', false]  || false
        [['note', false]]        | ['error', true]     || false
        [['error', false]]       | ['error', false]    || false
        [['grave', false]]       | ['note', false]     || true
        []                       | ['error', false]    || false
    }

    private static Found told(List<?> how) {
        new Found('a#m', 'missing', how[0] as String, 'a', 'missing: a', how[1] as boolean)
    }

    def "what could not be looked at is never resolved: it stays open, and keeps since when"() {
        given:
        record('one', night(1), missing('a'), missing('b'))

        when:
        def blind = history.record(run('two', night(2), [], looked: { it == 'b' }))

        then:
        standings(blind) == [a: [UNKNOWN, night(1)], b: [RESOLVED, night(1)]]

        and:
        standings(record('three', night(3), missing('a'))) == [a: [STILL, night(1)]]
    }

    def "a run of another scope resolves nothing, and the same finding there is another one"() {
        given:
        record('one', night(1), missing('a'))

        expect:
        standings(history.record(run('other', night(2), [missing('a')], scope: 'all projects'))) == [a: [NEW, night(2)]]
        standings(history.record(run('other again', night(3), [], scope: 'all projects'))) == [a: [RESOLVED, night(2)]]
        standings(record('two', night(4), missing('a'))) == [a: [STILL, night(1)]]
    }

    def "a finding that went three times within seven days flaps; older departures do not count"() {
        given:
        3.times {
            record("came $it", night(1) + Duration.ofHours(2 * it), missing('a'))
            record("went $it", night(1) + Duration.ofHours(2 * it + 1))
        }

        expect:
        standings(record('back', night(2), missing('a'))) == [a: [FLAPPING, night(2)]]
        standings(record('stays', night(8), missing('a'))) == [a: [FLAPPING, night(2)]]
        standings(record('calm', night(9), missing('a'))) == [a: [STILL, night(2)]]
    }

    def "two departures are no flapping"() {
        given:
        2.times {
            record("came $it", night(1) + Duration.ofHours(2 * it), missing('a'))
            record("went $it", night(1) + Duration.ofHours(2 * it + 1))
        }

        expect:
        standings(record('back', night(2), missing('a'))) == [a: [NEW, night(2)]]
    }

    def "a run that is recorded late counts when it happened: #what"() {
        given:
        record('one', night(1), *(before*.with { missing(it) }))
        record('three', night(3), missing('a'))

        when:
        record('two', night(2), *(late*.with { missing(it) }))

        then:
        standings(history.standings('three').get()) == [a: [standing, since]]

        where:
        what                                   | before | late  || standing | since
        'it saw what the others saw'           | ['a']  | ['a'] || STILL    | night(1)
        'it saw a finding before the others'   | []     | ['a'] || STILL    | night(2)
        'it found gone what came back after'   | ['a']  | []    || NEW      | night(3)
    }

    def "two runs that end in the same millisecond are both kept, in the order in which they came"() {
        given:
        record('one', night(1), missing('a'))
        record('two', night(1))

        expect:
        history.runs(Optional.empty(), Optional.empty(), 9)*.id() == ['two', 'one']
        history.runs(Optional.empty(), Optional.empty(), 9)*.endedAt() == [night(1), night(1)]
        history.life('a#m').first().stretches().first().gone().get() == night(1).plusMillis(1)
    }

    def "a run is kept once"() {
        given:
        record('one', night(1), missing('a'))

        when:
        record('one', night(2))

        then:
        def refusal = thrown(Refusal)
        refusal.summary() == 'The run one is recorded already'
        standings(history.standings('one').get()) == [a: [NEW, night(1)]]
    }

    def "a run that fails in the middle leaves nothing behind"() {
        given:
        record('one', night(1), missing('a'))

        when:
        history.record(run('two', night(2), [missing('b')], looked: { throw new IllegalStateException('half-way') }))

        then:
        thrown(IllegalStateException)
        history.runs(Optional.empty(), Optional.empty(), 9)*.id() == ['one']
        history.life('b#m').empty

        and:
        standings(record('two', night(2), missing('a'))) == [a: [STILL, night(1)]]
    }

    def "a process that is killed in the middle of a run leaves nothing behind"() {
        given:
        record('one', night(1), missing('a'))
        def writer = HistoryWriter.start('hang', place)
        assert writer.said() == 'half-way'

        when:
        writer.process.destroyForcibly().waitFor()

        then:
        standings(record('two', night(3), missing('a'))) == [a: [STILL, night(1)]]
        history.runs(Optional.empty(), Optional.empty(), 9)*.id() == ['two', 'one']
        history.life('b0#m').empty
    }

    def "several processes that begin a history at once, and write to it at once, lose nothing"() {
        given:
        place = newPlace()
        def writers = (1..3).collect { HistoryWriter.start('many', place, "writer$it") }
        assert writers*.said() == ['ready'] * 3

        when:
        writers*.say('go')

        then:
        writers*.said() == ['done'] * 3
        writers.every { it.process.waitFor(30, TimeUnit.SECONDS) }

        when:
        history = History.open(place, Clock.systemUTC())
        def runs = history.runs(Optional.empty(), Optional.empty(), 99)

        then:
        runs.size() == 3 * HistoryWriter.RUNS
        runs*.scope().toSet() == ['shared'] as Set
        def life = history.life('always#m').first()
        life.stretches().size() == 1
        life.stretches().first().runs() == runs.size()
        life.stretches().first().since() == runs*.endedAt().min()
        (1..3).every { history.life("writer$it#m").first().stretches()*.runs() == [HistoryWriter.RUNS] }
    }

    def "while another process writes, a run waits a while, and then says so"() {
        given:
        record('one', night(1), missing('a'))
        def impatient = History.open(place, Clock.systemUTC(), Duration.ofMillis(20))
        HistoryProblem problem = null

        when:
        whileLocked {
            try {
                impatient.record(run('two', night(2), []))
            } catch (HistoryProblem expected) {
                problem = expected
            }
        }

        then:
        problem.id() == 'history-locked'
        problem.message.contains('locked for 0 seconds')
        problem.remedy() == 'See what else uses it, then run this again.'
        standings(record('two', night(2), missing('a'))) == [a: [STILL, night(1)]]
    }

    def "a history of a newer version is left as it is"() {
        given:
        record('one', night(1), missing('a'))
        history.dataSource().connection.withCloseable {
            it.createStatement().execute(
                    "insert into $Migrations.TABLE (installed_rank, version, description, type, script, installed_by, execution_time, success)"
                    + " values (99, '9000', 'later', 'JDBC', 'later', 'later', 0, true)")
        }

        when:
        History.open(place, Clock.systemUTC())

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The history ${place.words()} was written by a newer Linkspan (schema 9000, this one knows 2)"
        problem.remedy() == 'Use that version or a newer one; this one leaves it as it is.'
        history.runs(Optional.empty(), Optional.empty(), 9)*.id() == ['one']
    }

    def "a history is opened again as it was left"() {
        given:
        record('one', night(1), missing('a'))

        expect:
        standings(History.openExisting(place, Clock.systemUTC()).standings('one').get()) == [a: [NEW, night(1)]]
    }

    def "runs are listed newest first, page by page, for one scope or all, with what they counted"() {
        given:
        record('one', night(1), missing('a'), missing('b'))
        history.record(run('other', night(2), [], scope: 'all projects'))
        record('three', night(3), missing('a'), new Found('c', 'unhealthy', 'warning', 'c', 'c', false),
                new Found('d', 'unhealthy', 'warning', 'd', 'd', true))

        expect:
        history.runs(Optional.empty(), Optional.empty(), 2)*.id() == ['three', 'other']
        history.runs(Optional.empty(), Optional.of('other'), 2)*.id() == ['one']
        history.runs(Optional.of(Runs.SCOPE), Optional.empty(), 9)*.id() == ['three', 'one']
        history.runs(Optional.of('nowhere'), Optional.empty(), 9) == []
        history.scopes() == ['all projects', Runs.SCOPE]

        and:
        history.runs(Optional.empty(), Optional.empty(), 1).first() == new RecordedRun(
                'three', Runs.SCOPE, night(3).minusSeconds(60), night(3), 'findings', 2,
                new AuditRun.Coverage(new AuditRun.Share(1, 2), new AuditRun.Share(3, 4), new AuditRun.Share(5, 6)),
                1, 1, 0,
                [new RecordedRun.Count('missing', 'error', 1, 0), new RecordedRun.Count('unhealthy', 'warning', 1, 1)])
    }

    def "the last run of a scope that looked at everything"() {
        given:
        record('one', night(1), missing('a'))
        history.record(run('blind', night(2), [], exitStatus: 3))
        history.record(run('failed', night(3), [], exitStatus: 1))
        history.record(run('other', night(4), [], scope: 'all projects'))

        expect:
        history.lastComplete(Runs.SCOPE).get().id() == 'one'
        history.lastComplete('nowhere').empty
    }

    def "the life of a finding: when it came and went, and how it was told"() {
        given:
        def told = { String severity, String summary, boolean suppressed = false ->
            new Found('f', 'unhealthy', severity, 'a', summary, suppressed)
        }
        record('one', night(1), told('warning', 'PENDING'))
        record('two', night(2), told('warning', 'PENDING'))
        record('three', night(3), told('error', 'FAILED'))
        record('four', night(4))
        record('five', night(6), told('error', 'FAILED', true))

        when:
        def lives = history.life('f')

        then:
        lives.size() == 1
        lives.first() == new FindingLife(Runs.SCOPE, 'f', 'a', [
            new FindingLife.Stretch(night(1), night(3), Optional.of(night(4)), 3, [
                new FindingLife.Wording(night(1), 'unhealthy', 'warning', 'PENDING', false),
                new FindingLife.Wording(night(3), 'unhealthy', 'error', 'FAILED', false)]),
            new FindingLife.Stretch(night(6), night(6), Optional.empty(), 1, [
                new FindingLife.Wording(night(6), 'unhealthy', 'error', 'FAILED', true)])])

        and:
        history.life('unheard of') == []
    }

    def "since when each open finding of some kinds is open, whatever its kind was before"() {
        given:
        def atWork = { String address, String kind -> new Found("s-$address", kind, 'note', address, 'at work', false) }
        record('one', night(1), atWork('a', 'settling'), atWork('b', 'settling'), atWork('e', 'settling'), missing('c'))
        record('two', night(2), atWork('a', 'stuck'), atWork('e', 'settling'), missing('c'))
        history.record(run('blind', night(3), [atWork('d', 'settling')], looked: { false }))

        expect:
        history.open(Runs.SCOPE, ['settling', 'stuck']) == ['s-a': night(1), 's-d': night(3), 's-e': night(1)]
        history.open(Runs.SCOPE, ['stuck']) == ['s-a': night(1)]
        history.open('nowhere', ['settling']) == [:]
        history.life('s-a').first().stretches().first().wordings()*.kind() == ['settling', 'stuck']
    }

    def "pruning removes old runs, and what is still open keeps since when"() {
        given:
        record('one', night(1), missing('open'), missing('went'), missing('goes later'))
        record('two', night(2), missing('open'), missing('goes later'))
        record('three', night(3), missing('open'), missing('goes later'))
        history.record(run('other', night(3), [], scope: 'all projects'))
        record('nine', night(9), missing('open'))
        def later = History.open(place, Clock.fixed(night(10), ZoneOffset.UTC))

        when:
        int gone = later.prune(Duration.ofDays(5))

        then:
        gone == 4
        history.runs(Optional.empty(), Optional.empty(), 9)*.id() == ['nine']
        history.life('went#m') == []
        history.standings('three').empty
        standings(history.standings('nine').get()) == [open: [STILL, night(1)], 'goes later': [RESOLVED, night(1)]]
        history.life('open#m').first().stretches().first().with { [it.since(), it.lastSeen(), it.runs()] } == [night(1), night(9), 2]

        and:
        standings(record('ten', night(10), missing('open'), missing('went'))) ==
                [open: [STILL, night(1)], went: [NEW, night(10)]]
        later.prune(Duration.ofDays(5)) == 0
    }

    def "pruning twice, and pruning everything, keeps what is open"() {
        given:
        record('one', night(1), missing('a'), missing('b'))
        record('two', night(2), missing('a'))

        expect:
        [5, 10, 15].collect { History.open(place, Clock.fixed(night(it), ZoneOffset.UTC)).prune(Duration.ofDays(1)) } == [2, 0, 0]
        history.open(Runs.SCOPE, ['missing']) == ['a#m': night(1)]
        history.life('b#m') == []
    }

    def "whatever stands in a text, it is stored: #what"() {
        given:
        history.record(run('one', night(1), [new Found('f', 'missing', 'error', text, text, false)], scope: "scope $text".take(90)))

        expect:
        with(history.standings('one').get().findings().first()) {
            address() == stored
            summary() == (stored.length() > 2000 ? stored.take(1999) + '…' : stored)
        }

        where:
        what                | text                                    || stored
        'quotes'            | $/'; drop table linkspan_run; --"\\/$   || text
        'NUL'               | 'a\u0000b'                              || 'a\uFFFDb'
        'half a surrogate'  | 'a\uD83Db'                              || 'a\uFFFDb'
        'beyond the plane'  | 'a\uD83D\uDE00b'                        || text
        'a megabyte'        | 'x' * 1_000_000                         || text
        'controls'          | '\u001b[31m\r\n\u202e'                  || text
    }

    def "an empty run, and one with thousands of findings"() {
        given:
        record('one', night(1))
        def many = (1..2500).collect { missing(String.format('address %05d', it)) }

        when:
        def standings = history.record(run('two', night(2), many))

        then:
        standings.findings()*.address() == many*.address()
        standings.findings().every { it.standing() == NEW }
        record('three', night(3)).of(RESOLVED).size() == 2500
    }

    def "the same fingerprint twice in one run counts once"() {
        expect:
        record('one', night(1), missing('a', 'first'), missing('a', 'second')).findings()*.summary() == ['first']
    }

    Standings record(String id, Instant at, Found... findings) {
        history.record(run(id, at, findings as List))
    }

    static Instant night(int number) {
        NIGHT + Duration.ofDays(number)
    }

    static Map<String, List<?>> standings(Standings standings) {
        standings.findings().collectEntries { [it.address(), [it.standing(), it.since()]] }
    }
}
