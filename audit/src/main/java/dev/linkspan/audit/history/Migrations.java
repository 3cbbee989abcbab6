package dev.linkspan.audit.history;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.CoreErrorCode;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.logging.Log;
import org.flywaydb.core.api.logging.LogCreator;
import org.flywaydb.core.api.migration.JavaMigration;

/** Brings the tables of a history up to this version's schema, by Flyway, from a fixed list: nothing is scanned for. */
final class Migrations {

    /** Where Flyway notes which migrations a database has had. */
    static final String TABLE = "linkspan_schema";

    private final Database database;
    private final HistoryPlace place;
    private final List<Migration> known;

    /** @param known in the order of their versions */
    Migrations(Database database, HistoryPlace place, List<Migration> known) {
        this.database = database;
        this.place = place;
        this.known = List.copyOf(known);
    }

    /** @throws HistoryProblem when the database was made by a newer version, or cannot be brought up to date */
    void bring() throws SQLException {
        try {
            var applied = current(database.dataSource());
            applied.ifPresent(this::refuseNewer);
            if (!applied.equals(Optional.of(latest()))) {
                database.exclusively(source -> flyway(source).migrate());
            }
        } catch (FlywayException e) {
            throw problem(e);
        }
    }

    private void refuseNewer(MigrationVersion applied) {
        if (applied.isNewerThan(latest())) {
            throw new HistoryProblem(
                    "history-newer",
                    "The history " + place.words() + " was written by a newer Linkspan (schema " + applied
                            + ", this one knows " + latest() + ")",
                    "Use that version or a newer one; this one leaves it as it is.",
                    null);
        }
    }

    /** Empty where no migration was applied yet. */
    Optional<MigrationVersion> current(DataSource source) {
        return Arrays.stream(flyway(source).info().applied())
                .map(MigrationInfo::getVersion)
                .filter(it -> it != null && it.isNewerThan(MigrationVersion.fromVersion("0")))
                .max(MigrationVersion::compareTo);
    }

    private MigrationVersion latest() {
        return known.get(known.size() - 1).getVersion();
    }

    private Flyway flyway(DataSource source) {
        var configuration = Flyway.configure(getClass().getClassLoader())
                .dataSource(source)
                .table(TABLE)
                .locations(new String[0])
                .callbackLocations(new String[0])
                .loggers(Silence.class.getName())
                .javaMigrations(known.toArray(JavaMigration[]::new));
        database.configure(configuration);
        return configuration.load();
    }

    private HistoryProblem problem(FlywayException fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException known) {
                return database.problem(known);
            }
        }
        boolean isForeign = fault.getErrorCode() == CoreErrorCode.NON_EMPTY_SCHEMA_WITHOUT_SCHEMA_HISTORY_TABLE;
        return new HistoryProblem(
                "history-foreign",
                "The history " + place.words()
                        + (isForeign
                                ? " is a database of something else"
                                : " cannot be set up: "
                                        + fault.getMessage().lines().findFirst().orElse("")),
                "Name another one with --history; this one is left as it is.",
                fault);
    }

    /** Flyway tells its progress to whatever logger it finds; what matters comes as an exception. */
    public static final class Silence implements Log, LogCreator {

        @Override
        public Log createLogger(Class<?> source) {
            return this;
        }

        @Override
        public void debug(String message) {}

        @Override
        public void info(String message) {}

        @Override
        public void warn(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Exception cause) {}

        @Override
        public void notice(String message) {}
    }
}
