package dev.linkspan.audit.history;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** What PostgreSQL's SQLSTATE codes mean to whoever keeps a history there. */
final class PostgresFaults {

    private PostgresFaults() {}

    static HistoryProblem problem(HistoryPlace.Postgres place, Duration patience, SQLException fault) {
        String state = Optional.ofNullable(fault.getSQLState()).orElse("");
        String words = "The history " + place.words();
        return switch (state) {
            case "28P01", "28000" ->
                new HistoryProblem(
                        "history-login",
                        words + " refuses this user"
                                + (place.password().isPresent() ? " or password" : " without a password"),
                        "Check the user in the URL and the password in LINKSPAN_HISTORY_PASSWORD or PGPASSWORD.",
                        fault);
            // The driver's own code, for a server that wants a password or encryption and is offered none, or the other
            // way about.
            case "08004" ->
                new HistoryProblem(
                        "history-login",
                        words + " rejects the connection: " + fault.getMessage(),
                        "Set the password in LINKSPAN_HISTORY_PASSWORD or PGPASSWORD; encryption is set by sslmode in the URL.",
                        fault);
            case "3D000" ->
                new HistoryProblem(
                        "history-database-missing",
                        words + " is not there: the server has no database of this name",
                        "Create it with 'createdb', or name another one.",
                        fault);
            case "08001" ->
                new HistoryProblem(
                        "history-unreachable",
                        words + " cannot be reached: " + fault.getMessage(),
                        "Check host and port, and that this machine may connect to it.",
                        fault);
            case "08000", "08003", "08006", "57P01", "57P02", "57P03" ->
                new HistoryProblem(
                        "history-connection-lost",
                        words + " broke off the connection",
                        "Nothing of this was kept. Run it again once the server is well.",
                        fault);
            case "55P03" ->
                new HistoryProblem(
                        "history-locked",
                        "Somebody else has kept " + words.substring("The ".length()) + " locked for "
                                + patience.toSeconds() + " seconds",
                        "See what else uses it, then run this again.",
                        fault);
            case "53100" ->
                new HistoryProblem(
                        "history-disk-full",
                        "There is no room left on the server for " + words.substring("The ".length()),
                        "Make room, or drop old runs with 'linkspan history prune'. What it held before is untouched.",
                        fault);
            case "25006", "42501" ->
                new HistoryProblem(
                        "history-read-only",
                        words + " can be read and not written by this user",
                        "Grant it the right to create tables in its schema and to write to them, or name another user.",
                        fault);
            default ->
                new HistoryProblem(
                        "history-failed",
                        words + " cannot be used: " + fault.getMessage(),
                        "What it held before is untouched.",
                        fault);
        };
    }
}
