package dev.linkspan.audit.history;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Statements in one transaction. Values are always bound, never written into a statement. */
final class Sql {

    /** Rows that are fetched or sent in one go. */
    private static final int BLOCK = 1_000;

    private final Connection connection;

    Sql(Connection connection) {
        this.connection = connection;
    }

    /** One row of a result as a value. */
    @FunctionalInterface
    interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** @return how many rows it touched */
    int update(String statement, Object... values) throws SQLException {
        try (var prepared = prepare(statement, values)) {
            return prepared.executeUpdate();
        }
    }

    /** The same statement for each of many things. */
    <T> void batch(String statement, Collection<T> things, Function<T, Object[]> values) throws SQLException {
        try (var prepared = connection.prepareStatement(statement)) {
            int waiting = 0;
            for (var thing : things) {
                bind(prepared, values.apply(thing));
                prepared.addBatch();
                if (++waiting % BLOCK == 0) {
                    prepared.executeBatch();
                }
            }
            prepared.executeBatch();
        }
    }

    <T> List<T> rows(String query, Row<T> row, Object... values) throws SQLException {
        try (var prepared = prepare(query, values);
                var result = prepared.executeQuery()) {
            var rows = new ArrayList<T>();
            while (result.next()) {
                rows.add(row.read(result));
            }
            return rows;
        }
    }

    /** Something done with each row of a result. */
    @FunctionalInterface
    interface Taker {
        void take(ResultSet row) throws SQLException;
    }

    /** Rows as they come, without keeping them. */
    void each(String query, Taker taker, Object... values) throws SQLException {
        try (var prepared = prepare(query, values);
                var result = prepared.executeQuery()) {
            while (result.next()) {
                taker.take(result);
            }
        }
    }

    <T> Optional<T> row(String query, Row<T> row, Object... values) throws SQLException {
        return rows(query, row, values).stream().findFirst();
    }

    private PreparedStatement prepare(String statement, Object... values) throws SQLException {
        var prepared = connection.prepareStatement(statement);
        prepared.setFetchSize(BLOCK);
        bind(prepared, values);
        return prepared;
    }

    private static void bind(PreparedStatement prepared, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            prepared.setObject(i + 1, values[i]);
        }
    }
}
