package dev.linkspan.audit.history;

import dev.linkspan.model.Refusal;
import dev.linkspan.model.Secret;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Where a history is kept. */
public sealed interface HistoryPlace {

    /**
     * Reads a place as people write it: the path of a file, {@code sqlite:PATH}, or {@code postgresql://USER@HOST:PORT/DATABASE}. Java's
     * forms, which begin with {@code jdbc:}, are accepted too.
     *
     * @param workingDirectory where relative paths start
     * @param password for PostgreSQL; a URL never holds one
     * @throws Refusal for any other text
     */
    static HistoryPlace parse(String text, Path workingDirectory, Optional<Secret> password) {
        String plain = text.startsWith("jdbc:") ? text.substring("jdbc:".length()) : text;
        if (PostgresUrl.isOne(plain)) {
            return PostgresUrl.parse(plain).withPassword(password);
        }
        if (plain.contains("://")) {
            throw new Refusal(
                    "unknown-history",
                    "'" + plain.substring(0, plain.indexOf("://"))
                            + "' is no kind of database that history can be kept in",
                    "Write the path of a file, or postgresql://USER@HOST/DATABASE.");
        }
        String path = plain.startsWith("sqlite:") ? plain.substring("sqlite:".length()) : plain;
        if (path.isBlank()) {
            throw new Refusal(
                    "empty-history",
                    "The place of the history is empty",
                    "Write the path of a file, for example audit-history.db, or postgresql://USER@HOST/DATABASE.");
        }
        return new SqliteFile(workingDirectory.resolve(path).normalize());
    }

    /** For messages; never with a password. */
    String words();

    /** A file of SQLite's. */
    record SqliteFile(Path path) implements HistoryPlace {

        public SqliteFile {
            path = path.toAbsolutePath();
        }

        @Override
        public String words() {
            return path.toString();
        }
    }

    /**
     * A database of PostgreSQL's.
     *
     * @param parameters those of {@link PostgresUrl#PARAMETERS} that were given
     */
    record Postgres(
            String host,
            int port,
            String database,
            Optional<String> user,
            Optional<Secret> password,
            SortedMap<String, String> parameters)
            implements HistoryPlace {

        public Postgres {
            Objects.requireNonNull(host, "host");
            Objects.requireNonNull(database, "database");
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
            parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
        }

        public Postgres withPassword(Optional<Secret> secret) {
            return new Postgres(host, port, database, user, secret, parameters);
        }

        @Override
        public String words() {
            return "postgresql://" + user.map(it -> it + "@").orElse("") + host + ":" + port + "/" + database;
        }
    }
}
