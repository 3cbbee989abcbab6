package dev.linkspan.audit.history

import dev.linkspan.model.Secret
import java.net.ServerSocket
import java.nio.file.Path
import java.time.Clock
import spock.lang.Requires
import spock.lang.Specification

/** What can be wrong with a server, what is said of it, and that no password is. */
@Requires({ os.linux && sys['os.arch'] == 'amd64' })
class PostgresFaultsSpec extends Specification {

    def "a user who has to say a password: #what"() {
        given:
        def database = PostgresServer.newDatabase()

        when:
        open(PostgresServer.place(database.database(), PostgresServer.USER).withPassword(password.map { new Secret(it) }))

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The history postgresql://$PostgresServer.USER@localhost:${database.port()}/${database.database()} $said"
        problem.remedy().contains('LINKSPAN_HISTORY_PASSWORD')
        !trace(problem).contains('hunter2')

        where:
        what    | password               || said
        'wrong' | Optional.of('hunter2') || 'refuses this user or password'
        'none'  | Optional.empty()       || 'rejects the connection: The server requested SCRAM-based authentication, but no password was provided.'
    }

    def "a server without the encryption that the URL asks for"() {
        given:
        def database = PostgresServer.newDatabase()

        when:
        open(HistoryPlace.parse("${database.words()}?sslmode=require", Path.of('.'), Optional.empty()))

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The history ${database.words()} rejects the connection: The server does not support SSL."
        problem.remedy().contains('sslmode')
    }

    def "a user with a password and no right to make tables"() {
        given:
        def database = PostgresServer.newDatabase()
        execute(database, 'revoke create on schema public from public')

        when:
        open(keeper(database))

        then:
        def problem = thrown(HistoryProblem)
        problem.id() == 'history-read-only'
    }

    def "a user who may only read a history reads it, and cannot write"() {
        given:
        def database = PostgresServer.newDatabase()
        open(database).record(Runs.run('one', Runs.NIGHT, [Runs.missing('a')]))
        execute(database, "grant select on all tables in schema public to $PostgresServer.USER")
        def history = open(keeper(database))

        expect:
        history.runs(Optional.empty(), Optional.empty(), 9)*.id() == ['one']

        when:
        history.record(Runs.run('two', Runs.NIGHT, []))

        then:
        def problem = thrown(HistoryProblem)
        problem.message.endsWith('can be read and not written by this user')
    }

    def "a database that the server does not have"() {
        given:
        def database = PostgresServer.newDatabase()

        when:
        open(PostgresServer.place('nonesuch', 'postgres'))

        then:
        def problem = thrown(HistoryProblem)
        problem.message ==
                "The history postgresql://postgres@localhost:${database.port()}/nonesuch is not there: the server has no database of this name"
    }

    def "a server that is not there"() {
        given:
        int port = new ServerSocket(0).withCloseable { it.localPort }

        when:
        open(HistoryPlace.parse("postgresql://keeper@localhost:$port/linkspan", Path.of('.'), Optional.of(new Secret('hunter2'))))

        then:
        def problem = thrown(HistoryProblem)
        problem.message.startsWith("The history postgresql://keeper@localhost:$port/linkspan cannot be reached: ")
        !trace(problem).contains('hunter2')
    }

    def "a connection that breaks in the middle of a run keeps nothing of it"() {
        given:
        def database = PostgresServer.newDatabase()
        def history = open(database)
        history.record(Runs.run('one', Runs.NIGHT, [Runs.missing('a')]))

        when:
        history.record(Runs.run('two', Runs.NIGHT.plusSeconds(1), [Runs.missing('b')], looked: {
            execute(PostgresServer.place('postgres', 'postgres'),
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database.database()}'")
            true
        }))

        then:
        def problem = thrown(HistoryProblem)
        problem.message == "The history ${database.words()} broke off the connection"
        history.runs(Optional.empty(), Optional.empty(), 9)*.id() == ['one']
        history.life('b#m') == []
    }

    def "tables of others in the same database are no hindrance"() {
        given:
        def database = PostgresServer.newDatabase()
        execute(database, 'create table bookmarks (url text)')

        when:
        open(database).record(Runs.run('one', Runs.NIGHT, []))

        then:
        open(database).runs(Optional.empty(), Optional.empty(), 9)*.id() == ['one']
    }

    def "a history may stand in a schema of its own"() {
        given:
        def database = PostgresServer.newDatabase()
        execute(database, 'create schema audits')
        def place = HistoryPlace.parse("${database.words()}?currentSchema=audits", Path.of('.'), Optional.empty())

        when:
        open(place).record(Runs.run('one', Runs.NIGHT, []))

        then:
        open(place).runs(Optional.empty(), Optional.empty(), 9)*.id() == ['one']
        open(database).runs(Optional.empty(), Optional.empty(), 9) == []
    }

    private static History open(HistoryPlace place) {
        History.open(place, Clock.systemUTC())
    }

    private static HistoryPlace keeper(HistoryPlace.Postgres database) {
        PostgresServer.place(database.database(), PostgresServer.USER).withPassword(Optional.of(new Secret(PostgresServer.PASSWORD)))
    }

    private static void execute(HistoryPlace.Postgres place, String statement) {
        new PostgresDatabase(place, History.PATIENCE).dataSource().connection.withCloseable {
            it.createStatement().execute(statement)
        }
    }

    private static String trace(Throwable problem) {
        def text = new StringWriter()
        problem.printStackTrace(new PrintWriter(text))
        text
    }
}
