package dev.linkspan.audit.history;

import dev.linkspan.model.Secret;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.postgresql.ds.PGSimpleDataSource;

/** A database of PostgreSQL's, which several machines may share. */
final class PostgresDatabase implements Database {

    private static final Dialect DIALECT = new Dialect(
            "bigint generated always as identity primary key", "", " for update", "bytea", "timestamp with time zone");

    /** How long the network, and then the server, may take to let us in, in seconds. */
    private static final int CONNECT_TIMEOUT = 10;

    /** How long an answer may take, in seconds: a server that is gone must not hang an audit for ever. */
    private static final int ANSWER_TIMEOUT = 300;

    private final HistoryPlace.Postgres place;
    private final Duration patience;

    PostgresDatabase(HistoryPlace.Postgres place, Duration patience) {
        this.place = place;
        this.patience = patience;
    }

    @Override
    public boolean exists() {
        return true;
    }

    @Override
    public void prepare() {
        // Databases are made by whoever runs the server.
    }

    @Override
    public DataSource dataSource() {
        var source = new PGSimpleDataSource();
        source.setServerNames(new String[] {place.host()});
        source.setPortNumbers(new int[] {place.port()});
        source.setDatabaseName(place.database());
        place.user().ifPresent(source::setUser);
        place.password().map(Secret::reveal).ifPresent(source::setPassword);
        source.setApplicationName("linkspan");
        source.setConnectTimeout(CONNECT_TIMEOUT);
        source.setLoginTimeout((int) Math.max(1, Math.min(CONNECT_TIMEOUT, patience.toSeconds())));
        source.setSocketTimeout(ANSWER_TIMEOUT);
        source.setTcpKeepAlive(true);
        // Its log could show statements with what they hold, on standard error.
        source.setLogServerErrorDetail(false);
        place.parameters().forEach((name, value) -> set(source, name, value));
        return source;
    }

    private static void set(PGSimpleDataSource source, String name, String value) {
        try {
            source.setProperty(name, value);
        } catch (SQLException e) {
            throw new IllegalStateException("PostgreSQL's driver does not know its own parameter " + name, e);
        }
    }

    @Override
    public Connection beginWriting() throws SQLException {
        var connection = dataSource().getConnection();
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = " + patience.toMillis());
        }
        return connection;
    }

    @Override
    public Connection beginReading() throws SQLException {
        var connection = dataSource().getConnection();
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        return connection;
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    /** A database that a team shares may well hold other tables. */
    @Override
    public void configure(FluentConfiguration migrations) {
        migrations.baselineOnMigrate(true).baselineVersion("0").baselineDescription("before Linkspan");
    }

    @Override
    public void exclusively(MigrationWork work) {
        // Flyway holds an advisory lock while it migrates.
        work.through(dataSource());
    }

    @Override
    public HistoryProblem problem(SQLException fault) {
        return PostgresFaults.problem(place, patience, fault);
    }
}
