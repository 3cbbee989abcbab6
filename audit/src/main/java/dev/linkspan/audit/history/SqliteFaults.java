package dev.linkspan.audit.history;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** What SQLite's result codes mean to whoever keeps a history in a file. */
final class SqliteFaults {

    /** SQLite's own: an extended code holds the plain one in its lowest eight bits. */
    private static final int PLAIN = 0xFF;

    private SqliteFaults() {}

    static HistoryProblem problem(Path file, Duration patience, SQLException fault) {
        return switch (code(fault)) {
            case SQLITE_BUSY, SQLITE_LOCKED ->
                new HistoryProblem(
                        "history-locked",
                        "Another process has kept the history " + file + " locked for " + patience.toSeconds()
                                + " seconds",
                        "See what else uses it, then run this again.",
                        fault);
            case SQLITE_NOTADB ->
                new HistoryProblem(
                        "history-not-a-database",
                        "The history " + file + " is not a database of SQLite's",
                        "Name another file with --history; this one is left as it is.",
                        fault);
            case SQLITE_CORRUPT ->
                new HistoryProblem(
                        "history-damaged",
                        "The history " + file + " is damaged",
                        "Put a copy of it back, or move it away to begin a new one; 'sqlite3 FILE .recover' may save what is in it.",
                        fault);
            case SQLITE_FULL ->
                new HistoryProblem(
                        "history-disk-full",
                        "There is no room left for the history " + file,
                        "Make room, or drop old runs with 'linkspan history prune'. What it held before is untouched.",
                        fault);
            case SQLITE_READONLY, SQLITE_PERM, SQLITE_AUTH ->
                new HistoryProblem(
                        "history-read-only",
                        "The history " + file + " can be read and not written",
                        "Allow this user to write to it and to its folder, or name another file with --history.",
                        fault);
            case SQLITE_CANTOPEN -> unopened(file, fault);
            default ->
                new HistoryProblem(
                        "history-failed",
                        "The history " + file + " cannot be used: " + fault.getMessage(),
                        "What it held before is untouched.",
                        fault);
        };
    }

    private static HistoryProblem unopened(Path file, SQLException fault) {
        return new HistoryProblem(
                "history-unopened",
                Files.isDirectory(file)
                        ? "The history " + file + " is a folder"
                        : "The history " + file + " cannot be opened",
                "Name a file, in a folder that exists and that you may write to.",
                fault);
    }

    private static SQLiteErrorCode code(SQLException fault) {
        int number = fault instanceof SQLiteException known ? known.getResultCode().code : fault.getErrorCode();
        return SQLiteErrorCode.getErrorCode(number & PLAIN);
    }
}
