package dev.linkspan.audit.history;

import dev.linkspan.model.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes one run, within one transaction. */
final class Recorder {

    private static final int DIGEST_BYTES = 16;

    private final Sql sql;
    private final Database.Dialect dialect;

    Recorder(Sql sql, Database.Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    Standings record(AuditRun run) throws SQLException {
        long scope = scope(run.scope());
        refuseSecond(run);
        long moment = freeMoment(scope, run.endedAt().toEpochMilli());
        long number = run(scope, moment, run);
        sightings(scope, moment, number, run.findings());
        departures(new Moment(scope, moment), number, run);
        counts(number, run.findings());
        var standings = new StandingsQuery(sql).of(new Moment(scope, moment));
        sql.update(
                "update linkspan_run set came = ?, went = ?, unknown = ? where id = ?",
                standings.count(Standing.NEW),
                standings.count(Standing.RESOLVED),
                standings.count(Standing.UNKNOWN),
                number);
        return standings;
    }

    /** Whoever writes to a scope keeps its row until the end, so that two writers of one scope write one after the other. */
    private long scope(String name) throws SQLException {
        sql.update("insert into linkspan_scope (name) values (?) on conflict do nothing", name);
        return sql.row("select id from linkspan_scope where name = ?" + dialect.lock(), it -> it.getLong(1), name)
                .orElseThrow();
    }

    private void refuseSecond(AuditRun run) throws SQLException {
        if (sql.row("select 1 from linkspan_run where name = ?", it -> it.getInt(1), run.id())
                .isPresent()) {
            throw new Refusal(
                    "run-recorded", "The run " + run.id() + " is recorded already", "Give each run an id of its own.");
        }
    }

    /** Two runs may end in the same millisecond; looks need an order. */
    private long freeMoment(long scope, long wanted) throws SQLException {
        long moment = wanted;
        while (sql.row(
                        "select 1 from linkspan_run where scope_id = ? and moment = ?",
                        it -> it.getInt(1),
                        scope,
                        moment)
                .isPresent()) {
            moment++;
        }
        return moment;
    }

    private long run(long scope, long moment, AuditRun run) throws SQLException {
        var coverage = run.coverage();
        return sql.row(
                        """
                        insert into linkspan_run (name, scope_id, moment, started_at, ended_at, verdict, exit_status,
                            projects_looked, projects_all, services_looked, services_all, endpoints_looked, endpoints_all,
                            came, went, unknown)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0) returning id""",
                        it -> it.getLong(1),
                        run.id(),
                        scope,
                        moment,
                        run.startedAt().toEpochMilli(),
                        run.endedAt().toEpochMilli(),
                        run.verdict(),
                        run.exitStatus(),
                        coverage.projects().looked(),
                        coverage.projects().all(),
                        coverage.services().looked(),
                        coverage.services().all(),
                        coverage.endpoints().looked(),
                        coverage.endpoints().all())
                .orElseThrow();
    }

    private void sightings(long scope, long moment, long run, List<AuditRun.Found> findings) throws SQLException {
        sql.batch(
                "insert into linkspan_finding (scope_id, fingerprint, address) values (?, ?, ?) on conflict do nothing",
                findings,
                it -> new Object[] {scope, it.fingerprint(), it.address()});
        sql.batch("""
                insert into linkspan_wording (finding_id, digest, kind, severity, summary, suppressed)
                select id, ?, ?, ?, ?, ? from linkspan_finding where scope_id = ? and fingerprint = ?
                on conflict do nothing""", findings, it -> new Object[] {
            digest(it), it.kind(), it.severity(), it.summary(), it.suppressed(), scope, it.fingerprint()
        });
        sql.batch("""
                insert into linkspan_look (finding_id, moment, run_id, wording_id)
                select f.id, ?, ?, w.id from linkspan_finding f
                join linkspan_wording w on w.finding_id = f.id and w.digest = ?
                where f.scope_id = ? and f.fingerprint = ?""", findings, it -> new Object[] {moment, run, digest(it), scope, it.fingerprint()});
    }

    /** What is open, was looked for and was not there is gone; what could not be looked at stays as it is. */
    private void departures(Moment moment, long run, AuditRun audited) throws SQLException {
        var gone = new StandingsQuery(sql)
                .unmentioned(moment).stream()
                        .filter(it -> audited.wasLookedAt().test(it.address()))
                        .toList();
        sql.batch(
                "insert into linkspan_look (finding_id, moment, run_id, wording_id) values (?, ?, ?, null)", gone, it ->
                        new Object[] {it.finding(), moment.millis(), run});
    }

    private void counts(long run, List<AuditRun.Found> findings) throws SQLException {
        Map<List<String>, int[]> counts =
                new TreeMap<>((a, b) -> Arrays.compare(a.toArray(new String[0]), b.toArray(new String[0])));
        for (var finding : findings) {
            counts.computeIfAbsent(List.of(finding.kind(), finding.severity()), it -> new int[2])[
                    finding.suppressed() ? 1 : 0]++;
        }
        sql.batch(
                "insert into linkspan_count (run_id, kind, severity, findings, suppressed) values (?, ?, ?, ?, ?)",
                counts.entrySet(),
                it -> new Object[] {run, it.getKey().get(0), it.getKey().get(1), it.getValue()[0], it.getValue()[1]});
    }

    private static String digest(AuditRun.Found finding) {
        String text =
                finding.kind() + "\n" + finding.severity() + "\n" + finding.suppressed() + "\n" + finding.summary();
        byte[] digest = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(Arrays.copyOf(digest, DIGEST_BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
