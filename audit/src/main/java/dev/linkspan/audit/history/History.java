package dev.linkspan.audit.history;

import dev.linkspan.model.Refusal;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import javax.sql.DataSource;

/**
 * The memory of audits, in an SQLite file or in PostgreSQL.
 *
 * <p>Each call is one transaction over a connection of its own: it happens as a whole or not at all, whatever dies in the middle of it,
 * and several processes may use one history at once. All calls may throw {@link HistoryProblem}.
 */
public final class History {

    /** How long to wait for somebody else to be done with the history. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Database database;
    private final Transactions transactions;
    private final Clock clock;

    History(Database database, Clock clock) {
        this.database = database;
        this.transactions = new Transactions(database);
        this.clock = clock;
    }

    /**
     * Opens the history at this place, or begins it, and brings its schema up to this version's.
     *
     * @throws HistoryProblem when it cannot be used, or was written by a newer version
     */
    public static History open(HistoryPlace place, Clock clock) {
        return open(place, clock, PATIENCE);
    }

    static History open(HistoryPlace place, Clock clock, Duration patience) {
        var database = Database.at(place, patience);
        database.prepare();
        return opened(database, place, clock);
    }

    /** The same for a history that is to be read: where there is none, none is begun. */
    public static History openExisting(HistoryPlace place, Clock clock) {
        var database = Database.at(place, PATIENCE);
        if (!database.exists()) {
            throw new HistoryProblem(
                    "no-history",
                    "There is no history at " + place.words(),
                    "'linkspan audit --history' begins one; --history names another place.",
                    null);
        }
        return opened(database, place, clock);
    }

    private static History opened(Database database, HistoryPlace place, Clock clock) {
        try {
            new Migrations(database, place, Schema.migrations(database.dialect())).bring();
        } catch (SQLException e) {
            throw database.problem(e);
        }
        return new History(database, clock);
    }

    /**
     * Keeps a run.
     *
     * @return how the findings stand, as {@link #standings} would answer now
     * @throws Refusal when a run of this id is kept already
     */
    public Standings record(AuditRun run) {
        return transactions.write(sql -> new Recorder(sql, database.dialect()).record(run));
    }

    /** How the findings of a run stand; empty where no such run is kept. */
    public Optional<Standings> standings(String run) {
        return transactions.read(sql -> {
            var moment = new RunQuery(sql).moment(run);
            return moment.isEmpty() ? Optional.empty() : Optional.of(new StandingsQuery(sql).of(moment.get()));
        });
    }

    /**
     * Runs, newest first.
     *
     * @param scope of this one only; empty for all
     * @param before those that follow the run of this id in the list; empty for the newest
     * @param most how many at most
     */
    public List<RecordedRun> runs(Optional<String> scope, Optional<String> before, int most) {
        return transactions.read(sql -> new RunQuery(sql).runs(scope, before, most));
    }

    /** The scopes that runs were recorded for, sorted. */
    public List<String> scopes() {
        return transactions.read(sql -> new RunQuery(sql).scopes());
    }

    /** The last run of a scope that looked at everything: one with exit status 0 or 2. */
    public Optional<RecordedRun> lastComplete(String scope) {
        return transactions.read(sql -> new RunQuery(sql).lastComplete(scope));
    }

    /** When a finding came and went, in each scope that knows it, by the names of the scopes. */
    public List<FindingLife> life(String fingerprint) {
        return transactions.read(sql -> new LifeQuery(sql).of(fingerprint));
    }

    /**
     * The open findings of a scope that were last seen as one of these kinds: by fingerprint, since when they are open. It tells how long Atlas
     * has been at work on something.
     */
    public SortedMap<String, Instant> open(String scope, Collection<String> kinds) {
        return transactions.read(sql -> new StandingsQuery(sql).open(scope, kinds));
    }

    /**
     * Removes all runs that ended longer ago than this. What is still open keeps since when it is.
     *
     * @return how many runs went
     */
    public int prune(Duration age) {
        long cutoff = clock.instant().minus(age).toEpochMilli();
        return transactions.write(sql -> new Pruning(sql, database.dialect()).before(cutoff));
    }

    /** Audits that several workers make together, in the same database. */
    public SharedRuns sharedRuns() {
        return new SharedRuns(transactions);
    }

    /** Connections to the same database, for what else is kept in it. Its tables come by migrations of this package. */
    public DataSource dataSource() {
        return database.dataSource();
    }
}
