package dev.linkspan.audit.history;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import javax.sql.PooledConnection;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.javax.SQLiteConnectionPoolDataSource;

/**
 * A file of SQLite's, with its usual rollback journal: one file, which may be copied while nobody writes, read where nothing can be
 * written, and kept on a network drive.
 */
class SqliteDatabase implements Database {

    private static final Dialect DIALECT = new Dialect("integer primary key", "without rowid", "", "blob", "timestamp");

    private final Path file;
    private final Duration patience;

    SqliteDatabase(HistoryPlace.SqliteFile place, Duration patience) {
        this.file = place.path();
        this.patience = patience;
    }

    @Override
    public boolean exists() {
        return Files.exists(file);
    }

    @Override
    public void prepare() {
        try {
            Files.createDirectories(file.getParent());
        } catch (IOException e) {
            throw new HistoryProblem(
                    "history-folder",
                    "The folder of the history cannot be made: " + file.getParent(),
                    "Make it, or name another file with --history.",
                    e);
        }
    }

    @Override
    public DataSource dataSource() {
        return source(SQLiteConfig.TransactionMode.IMMEDIATE);
    }

    @Override
    public Connection beginWriting() throws SQLException {
        return begun(source(SQLiteConfig.TransactionMode.IMMEDIATE).getConnection());
    }

    @Override
    public Connection beginReading() throws SQLException {
        return begun(source(SQLiteConfig.TransactionMode.DEFERRED).getConnection());
    }

    private static Connection begun(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return connection;
    }

    private SQLiteDataSource source(SQLiteConfig.TransactionMode mode) {
        var source = new SQLiteDataSource(config(mode));
        source.setUrl(url());
        return source;
    }

    SQLiteConfig config(SQLiteConfig.TransactionMode mode) {
        var config = new SQLiteConfig();
        config.setTransactionMode(mode);
        config.setBusyTimeout(Math.toIntExact(patience.toMillis()));
        config.enforceForeignKeys(true);
        return config;
    }

    private String url() {
        return "jdbc:sqlite:" + file;
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public void configure(FluentConfiguration migrations) {
        // A file that holds other tables is somebody else's.
    }

    /** Flyway takes no lock in SQLite, so two first runs at once would both make the tables. */
    @Override
    public void exclusively(MigrationWork work) throws SQLException {
        var pool = new SQLiteConnectionPoolDataSource(config(SQLiteConfig.TransactionMode.DEFERRED));
        pool.setUrl(url());
        var kept = pool.getPooledConnection();
        try (var connection = kept.getConnection();
                var statement = connection.createStatement()) {
            // In this mode a lock stays when its transaction ends, until the connection is closed.
            statement.execute("pragma locking_mode = exclusive");
            statement.execute("begin exclusive");
            statement.execute("commit");
            work.through(new OneConnection(kept));
        } finally {
            kept.close();
        }
    }

    @Override
    public HistoryProblem problem(SQLException fault) {
        return SqliteFaults.problem(file, patience, fault);
    }

    /** Flyway closes what it gets, and would lose the lock by it; a pooled connection only seems to close. */
    private static final class OneConnection extends SQLiteDataSource {

        private final PooledConnection kept;

        OneConnection(PooledConnection kept) {
            this.kept = kept;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return kept.getConnection();
        }
    }
}
