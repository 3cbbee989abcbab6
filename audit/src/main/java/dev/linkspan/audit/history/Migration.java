package dev.linkspan.audit.history;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;

/**
 * One step from a schema to the next. Flyway runs it and notes it in one transaction. What was once released is never changed; what
 * is needed later is a new step.
 *
 * @param statements of SQL
 */
record Migration(int version, String description, List<String> statements) implements JavaMigration {

    Migration {
        statements = List.copyOf(statements);
    }

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion(Integer.toString(version));
    }

    @Override
    public String getDescription() {
        return description;
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }
}
