package dev.linkspan.audit.history

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres
import java.nio.file.Files
import java.nio.file.Path
import java.util.concurrent.atomic.AtomicInteger

/** One server for all specifications of a JVM, on a port of its own, from its first use to the end. */
final class PostgresServer {

    static final USER = 'keeper'
    static final PASSWORD = 'pa55word-of-tests'

    private static final AtomicInteger SERIAL = new AtomicInteger()

    private PostgresServer() {}

    /** Begins at the first use of this class and not before. */
    @Singleton(lazy = true)
    private static final class Running {

        final EmbeddedPostgres server = start()

        /** It stops by itself when this process ends, and takes its data along. */
        private static EmbeddedPostgres start() {
            askForPassword(EmbeddedPostgres.start())
        }

        /** The server trusts everybody on this machine; one user has to say a password. */
        private static EmbeddedPostgres askForPassword(EmbeddedPostgres server) {
            server.postgresDatabase.connection.withCloseable {
                def statement = it.createStatement()
                statement.execute("create role $USER login password '$PASSWORD'")
                def answer = statement.executeQuery('show hba_file')
                answer.next()
                def rules = Path.of(answer.getString(1))
                Files.writeString(rules, "host all $USER all scram-sha-256\n" + Files.readString(rules))
                statement.execute('select pg_reload_conf()')
            }
            server
        }
    }

    /** A new schema, which is made in a tenth of the time that a database takes. */
    static HistoryPlace.Postgres newSchema() {
        def name = "history${SERIAL.incrementAndGet()}"
        execute(Running.instance.server, "create schema $name")
        (HistoryPlace.Postgres) HistoryPlace.parse(place('postgres', 'postgres').words() + "?currentSchema=$name", Path.of('.'), Optional.empty())
    }

    /** A new database of the superuser's. */
    static HistoryPlace.Postgres newDatabase() {
        def name = "history${SERIAL.incrementAndGet()}"
        execute(Running.instance.server, "create database $name")
        place(name, 'postgres')
    }

    static HistoryPlace.Postgres place(String database, String user) {
        (HistoryPlace.Postgres) HistoryPlace.parse(
                "postgresql://$user@localhost:${Running.instance.server.port}/$database", Path.of('.'), Optional.empty())
    }

    static void execute(EmbeddedPostgres server, String statement) {
        server.postgresDatabase.connection.withCloseable { it.createStatement().execute(statement) }
    }
}
