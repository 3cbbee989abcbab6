package dev.linkspan.audit.history

import java.nio.file.Files
import java.nio.file.Path
import java.sql.SQLException
import java.time.Clock
import java.time.Duration
import org.sqlite.SQLiteConfig
import org.sqlite.SQLiteDataSource
import spock.lang.Specification
import spock.lang.TempDir

/** What can be wrong with a file, what is said of it, and that the file stays as it was. */
class SqliteFaultsSpec extends Specification {

    @TempDir
    Path folder
    private HistoryPlace place
    Path file

    def setup() {
        file = folder.resolve('history.db')
        place = new HistoryPlace.SqliteFile(file)
    }

    def "a file that is no database is named and left alone"() {
        given:
        def bytes = ('not a database, ' * 400).bytes
        Files.write(file, bytes)

        when:
        open()

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The history $file is not a database of SQLite's"
        problem.remedy() == 'Name another file with --history; this one is left as it is.'
        Files.readAllBytes(file) == bytes
    }

    def "somebody else's database is named and left alone"() {
        given:
        execute(source(), 'create table bookmarks (url text)')
        def bytes = Files.readAllBytes(file)

        when:
        open()

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The history $file is a database of something else"
        Files.readAllBytes(file) == bytes
    }

    def "a damaged file is named"() {
        given:
        def history = open()
        history.record(Runs.run('one', Runs.NIGHT, (1..500).collect { Runs.missing("a$it") }))
        new RandomAccessFile(file.toFile(), 'rw').withCloseable {
            it.seek(4096 * 3)
            it.write(new byte[it.length() - 4096 * 3])
        }

        when:
        history.standings('one')

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The history $file is damaged"
    }

    def "a folder is no file"() {
        given:
        Files.createDirectory(file)

        when:
        open()

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The history $file is a folder"
    }

    def "a folder that cannot be made is named"() {
        given:
        Files.writeString(file, 'a file')

        when:
        History.open(new HistoryPlace.SqliteFile(file.resolve('below/history.db')), Clock.systemUTC())

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The folder of the history cannot be made: ${file.resolve('below')}"
    }

    def "a history that is only to be read is not begun"() {
        when:
        History.openExisting(place, Clock.systemUTC())

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "There is no history at $file"
        !Files.exists(file)
    }

    def "a full disk is told, and what was there before is there still"() {
        given:
        open().record(Runs.run('one', Runs.NIGHT, [Runs.missing('a')]))
        def full = new History(new SqliteDatabase(place, Duration.ZERO) {
            @Override
            SQLiteConfig config(SQLiteConfig.TransactionMode mode) {
                super.config(mode).tap { it.maxPageCount = 30 }
            }
        }, Clock.systemUTC())

        when:
        full.record(Runs.run('two', Runs.NIGHT.plusSeconds(1), (1..5000).collect { Runs.missing("b$it") }))

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "There is no room left for the history $file"
        problem.remedy() == "Make room, or drop old runs with 'linkspan history prune'. What it held before is untouched."

        and:
        full.runs(Optional.empty(), Optional.empty(), 9)*.id() == ['one']
        full.life('a#m').size() == 1
    }

    def "SQLite's own faults in people's words: #id"() {
        given:
        open()
        SQLException fault = null

        when:
        try {
            provoke(this)
        } catch (SQLException expected) {
            fault = expected
        }

        then:
        SqliteFaults.problem(file, Duration.ofSeconds(30), fault).id() == id

        where:
        id                  | provoke
        'history-read-only' | { it.execute(it.source(it.file.toString()) { it.readOnly = true }, 'delete from linkspan_run') }
        'history-unopened'  | { it.execute(it.source('/nowhere/at/all.db'), 'select 1') }
        'history-failed'    | { it.execute(it.source(), 'select nonsense') }
    }

    def "a file that may only be read can be read"() {
        given:
        open().record(Runs.run('one', Runs.NIGHT, [Runs.missing('a')]))
        file.toFile().writable = false
        folder.toFile().writable = false

        expect:
        History.openExisting(place, Clock.systemUTC()).runs(Optional.empty(), Optional.empty(), 9)*.id() == ['one']

        cleanup:
        folder.toFile().writable = true
    }

    private History open() {
        History.open(place, Clock.systemUTC())
    }

    SQLiteDataSource source(String path = file.toString(), Closure<?> change = {}) {
        def config = new SQLiteConfig()
        change(config)
        new SQLiteDataSource(config).tap { it.url = "jdbc:sqlite:$path" }
    }

    void execute(SQLiteDataSource source, String statement) {
        source.connection.withCloseable { it.createStatement().execute(statement) }
    }
}
