package dev.linkspan.audit.history;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** What the two kinds of databases do not have in common. */
interface Database {

    static Database at(HistoryPlace place, Duration patience) {
        return place instanceof HistoryPlace.Postgres postgres
                ? new PostgresDatabase(postgres, patience)
                : new SqliteDatabase((HistoryPlace.SqliteFile) place, patience);
    }

    /** Whether there is anything to open, as far as that can be told without opening it. */
    boolean exists();

    /** Makes what has to be there before a database can be opened that is not there yet. */
    void prepare();

    /** New connections, each in its own hands; no pool. */
    DataSource dataSource();

    /** Begins a transaction that may write, or waits until it may. */
    Connection beginWriting() throws SQLException;

    /** Begins a transaction that sees one moment of the database. */
    Connection beginReading() throws SQLException;

    /** Words of SQL that only one kind of database has. */
    Dialect dialect();

    void configure(FluentConfiguration migrations);

    /** Runs the work while nobody else migrates. */
    void exclusively(MigrationWork work) throws SQLException;

    /** What went wrong, for people. */
    HistoryProblem problem(SQLException fault);

    /** Brings the schema up to date through connections of this source. */
    @FunctionalInterface
    interface MigrationWork {
        void through(DataSource source);
    }

    /**
     * @param serial the type of a column that numbers its rows
     * @param clustered what keeps a table in the order of its primary key
     * @param lock what a query ends with to keep its rows from others until the transaction ends
     * @param bytes the type of a column of bytes
     * @param timestamp the type of a column that JDBC's timestamps go into
     */
    record Dialect(String serial, String clustered, String lock, String bytes, String timestamp) {}
}
