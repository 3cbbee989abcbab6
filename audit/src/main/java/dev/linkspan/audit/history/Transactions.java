package dev.linkspan.audit.history;

import java.sql.Connection;
import java.sql.SQLException;

/** Work on a database, each piece in one transaction over a connection of its own. */
final class Transactions {

    private final Database database;

    Transactions(Database database) {
        this.database = database;
    }

    /** Something done with statements. */
    @FunctionalInterface
    interface Work<T> {
        T with(Sql sql) throws SQLException;
    }

    /** Gives a connection with a transaction begun. */
    @FunctionalInterface
    private interface Beginning {
        Connection begin() throws SQLException;
    }

    <T> T write(Work<T> work) {
        return within(database::beginWriting, work);
    }

    <T> T read(Work<T> work) {
        return within(database::beginReading, work);
    }

    /** A connection that is closed with its transaction open takes back all of it. */
    private <T> T within(Beginning beginning, Work<T> work) {
        try (var connection = beginning.begin()) {
            T result = work.with(new Sql(connection));
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw database.problem(e);
        }
    }
}
