package dev.linkspan.audit.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads runs, newest first. */
final class RunQuery {

    private static final String RUNS = """
            select r.id as number, r.name, c.name as scope, r.moment, r.started_at, r.ended_at, r.verdict, r.exit_status,
                r.projects_looked, r.projects_all, r.services_looked, r.services_all, r.endpoints_looked, r.endpoints_all,
                r.came, r.went, r.unknown
            from linkspan_run r join linkspan_scope c on c.id = r.scope_id
            where %s order by r.moment desc, r.id desc limit ?""";

    private final Sql sql;

    RunQuery(Sql sql) {
        this.sql = sql;
    }

    /** The moment of a run, by its id. */
    Optional<Moment> moment(String run) throws SQLException {
        return sql.row(
                "select scope_id, moment from linkspan_run where name = ?",
                it -> new Moment(it.getLong("scope_id"), it.getLong("moment")),
                run);
    }

    /**
     * @param scope empty for all of them
     * @param before the id of a run, for those that come after it in the list; empty for the newest
     */
    List<RecordedRun> runs(Optional<String> scope, Optional<String> before, int most) throws SQLException {
        var conditions = new ArrayList<>(List.of("1 = 1"));
        var values = new ArrayList<Object>();
        if (scope.isPresent()) {
            conditions.add("c.name = ?");
            values.add(scope.get());
        }
        if (before.isPresent()) {
            conditions.add("(r.moment, r.id) < (select b.moment, b.id from linkspan_run b where b.name = ?)");
            values.add(before.get());
        }
        return runs(String.join(" and ", conditions), values, most);
    }

    /** The last run of a scope that looked at everything. */
    Optional<RecordedRun> lastComplete(String scope) throws SQLException {
        return runs("c.name = ? and r.exit_status in (0, 2)", List.of(scope), 1).stream()
                .findFirst();
    }

    List<String> scopes() throws SQLException {
        return sql.rows("select name from linkspan_scope", it -> it.getString(1)).stream()
                .sorted()
                .toList();
    }

    private List<RecordedRun> runs(String condition, List<Object> values, int most) throws SQLException {
        var bound = new ArrayList<>(values);
        bound.add(most);
        return sql.rows(RUNS.formatted(condition), this::run, bound.toArray());
    }

    private RecordedRun run(ResultSet row) throws SQLException {
        return new RecordedRun(
                row.getString("name"),
                row.getString("scope"),
                Instant.ofEpochMilli(row.getLong("started_at")),
                Instant.ofEpochMilli(row.getLong("ended_at")),
                row.getString("verdict"),
                row.getInt("exit_status"),
                new AuditRun.Coverage(share(row, "projects"), share(row, "services"), share(row, "endpoints")),
                row.getInt("came"),
                row.getInt("went"),
                row.getInt("unknown"),
                counts(row.getLong("number")));
    }

    private static AuditRun.Share share(ResultSet row, String noun) throws SQLException {
        return new AuditRun.Share(row.getInt(noun + "_looked"), row.getInt(noun + "_all"));
    }

    private List<RecordedRun.Count> counts(long run) throws SQLException {
        return sql.rows(
                "select kind, severity, findings, suppressed from linkspan_count where run_id = ?",
                it -> new RecordedRun.Count(it.getString(1), it.getString(2), it.getInt(3), it.getInt(4)),
                run);
    }
}
