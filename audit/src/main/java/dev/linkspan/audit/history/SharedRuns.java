package dev.linkspan.audit.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Audits that several workers make together, over one database: each is cut into shares, each share is handed in once, and one worker
 * closes it. What is handed in stays until then, whoever dies.
 *
 * <p>Texts are the workers' own; nothing here looks into them. All calls may throw {@link HistoryProblem}.
 */
public final class SharedRuns {

    private final Transactions transactions;

    SharedRuns(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * A run that is not closed.
     *
     * @param isCut whether its shares are known
     */
    public record Open(String run, Instant begun, boolean isCut) {}

    /**
     * Begins a run, unless it was begun before.
     *
     * @return whether it is open now
     */
    public boolean begin(String run, Instant at) {
        return transactions.write(sql -> {
            sql.update(
                    "insert into linkspan_shared_run (run, begun_at) values (?, ?) on conflict (run) do nothing",
                    run,
                    at.toEpochMilli());
            return open(sql, run).isPresent();
        });
    }

    /** The run of this name, if it is open. */
    public Optional<Open> open(String run) {
        return transactions.read(sql -> open(sql, run));
    }

    /** All open runs, those begun first before others. */
    public List<Open> open() {
        return transactions.read(sql -> sql.rows(
                "select run, begun_at, shares from linkspan_shared_run where closed_at is null order by begun_at, run",
                SharedRuns::open));
    }

    /**
     * Says what a run's shares are, unless that was said before.
     *
     * @param fault why there is nothing to share out; empty where nothing went wrong
     */
    public void cut(String run, List<String> shares, Optional<String> fault) {
        transactions.write(sql -> {
            int cut = sql.update(
                    "update linkspan_shared_run set shares = ?, fault = ? where run = ? and shares is null and closed_at is null",
                    shares.size(),
                    fault.orElse(null),
                    run);
            if (cut > 0) {
                var numbered = new ArrayList<Object[]>();
                shares.forEach(it -> numbered.add(new Object[] {run, numbered.size(), it}));
                sql.batch("insert into linkspan_share (run, number, parts) values (?, ?, ?)", numbered, it -> it);
            }
            return cut;
        });
    }

    /** Why a run has nothing to share out. */
    public Optional<String> fault(String run) {
        return transactions.read(sql -> sql.row(
                        "select fault from linkspan_shared_run where run = ?",
                        it -> Optional.ofNullable(it.getString(1)),
                        run)
                .flatMap(it -> it));
    }

    /** The numbers of the shares that nobody has handed in yet. */
    public List<Integer> missing(String run) {
        return transactions.read(sql -> sql.rows(
                "select number from linkspan_share where run = ? and not is_in order by number",
                it -> it.getInt(1),
                run));
    }

    /** A share that is to be worked on; empty when it is in, or its run is closed. */
    public Optional<String> share(String run, int number) {
        return transactions.read(sql -> sql.row(
                "select parts from linkspan_share where run = ? and number = ? and not is_in",
                it -> it.getString(1),
                run,
                number));
    }

    /**
     * Hands in what came of a share. A second hand-in of the same share changes nothing.
     *
     * @return how many shares are still missing; empty where the run is closed
     */
    public OptionalInt handIn(String run, int number, List<String> results) {
        return transactions.write(sql -> {
            if (open(sql, run).isEmpty()) {
                return OptionalInt.empty();
            }
            if (sql.update(
                            "update linkspan_share set is_in = ? where run = ? and number = ? and not is_in",
                            true,
                            run,
                            number)
                    > 0) {
                var rows = new ArrayList<Object[]>();
                results.forEach(it -> rows.add(new Object[] {run, number, rows.size(), it}));
                sql.batch(
                        "insert into linkspan_share_result (run, number, position, result) values (?, ?, ?, ?)",
                        rows,
                        it -> it);
            }
            return OptionalInt.of(
                    sql.row("select count(*) from linkspan_share where run = ? and not is_in", it -> it.getInt(1), run)
                            .orElseThrow());
        });
    }

    /** Takes something. */
    @FunctionalInterface
    public interface Taker {
        void take(String text);
    }

    /** All that was handed in, one after another, so that it need not be in memory together. */
    public void results(String run, Taker taker) {
        transactions.read(sql -> {
            sql.each(
                    "select result from linkspan_share_result where run = ? order by number, position",
                    it -> taker.take(it.getString(1)),
                    run);
            return null;
        });
    }

    /**
     * Closes a run, and lets go of what was handed in.
     *
     * @return whether this call closed it
     */
    public boolean close(String run, Instant at) {
        return transactions.write(sql -> {
            boolean isMine = sql.update(
                            "update linkspan_shared_run set closed_at = ? where run = ? and closed_at is null",
                            at.toEpochMilli(),
                            run)
                    > 0;
            sql.update("delete from linkspan_share_result where run = ?", run);
            sql.update("delete from linkspan_share where run = ?", run);
            return isMine;
        });
    }

    /** Puts a page up, in place of the one of the same name. */
    public void post(String name, String text) {
        transactions.write(sql -> sql.update(
                "insert into linkspan_page (name, content) values (?, ?) on conflict (name) do update set content = excluded.content",
                name,
                text));
    }

    /** The page that was put up last under this name. */
    public Optional<String> page(String name) {
        return transactions.read(
                sql -> sql.row("select content from linkspan_page where name = ?", it -> it.getString(1), name));
    }

    private static Optional<Open> open(Sql sql, String run) throws SQLException {
        return sql.row(
                "select run, begun_at, shares from linkspan_shared_run where run = ? and closed_at is null",
                SharedRuns::open,
                run);
    }

    private static Open open(ResultSet row) throws SQLException {
        row.getInt("shares");
        boolean isCut = !row.wasNull();
        return new Open(row.getString("run"), Instant.ofEpochMilli(row.getLong("begun_at")), isCut);
    }
}
