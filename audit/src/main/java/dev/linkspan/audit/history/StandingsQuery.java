package dev.linkspan.audit.history;

import dev.linkspan.audit.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads from looks how each finding of a scope stands at a moment. */
final class StandingsQuery {

    /** How far back departures count towards flapping. */
    static final Duration FLAPPING_WINDOW = Duration.ofDays(7);

    /** How many departures within the window make a finding flap. */
    static final int FLAPPING_TIMES = 3;

    /** The first look after the last one before the moment that found it gone. */
    private static final String SINCE = """
            (select min(s.moment) from linkspan_look s where s.finding_id = f.id and s.moment > coalesce(
                (select max(g.moment) from linkspan_look g
                 where g.finding_id = f.id and g.wording_id is null and g.moment < ?), -1)) as since,
            (select min(s.moment) from linkspan_look s where s.finding_id = f.id) as first_seen,
            (select count(*) from linkspan_look g
             where g.finding_id = f.id and g.wording_id is null and g.moment > ? and g.moment <= ?) as departures""";

    private static final String FOUND = """
            select f.id, f.fingerprint, f.address, w.kind, w.severity, w.summary, w.suppressed, l.moment as looked,
            b.severity as severity_before, b.suppressed as suppressed_before,
            %s
            from linkspan_finding f
            join linkspan_look l on l.finding_id = f.id and l.moment = ?
            join linkspan_wording w on w.id = l.wording_id
            left join linkspan_look p on p.finding_id = f.id and p.moment =
                (select max(x.moment) from linkspan_look x where x.finding_id = f.id and x.moment < ?)
            left join linkspan_wording b on b.id = p.wording_id
            where f.scope_id = ?""".formatted(SINCE);

    /** Open just before the moment, and not seen at it. */
    private static final String NOT_FOUND = """
            select f.id, f.fingerprint, f.address, w.kind, w.severity, w.summary, w.suppressed, l.moment as looked,
            %s
            from linkspan_finding f
            join linkspan_look p on p.finding_id = f.id and p.moment =
                (select max(x.moment) from linkspan_look x where x.finding_id = f.id and x.moment < ?)
            join linkspan_wording w on w.id = p.wording_id
            left join linkspan_look l on l.finding_id = f.id and l.moment = ?
            where f.scope_id = ? and l.wording_id is null""".formatted(SINCE);

    private static final String UNMENTIONED = """
            select f.id, f.address from linkspan_finding f
            join linkspan_look p on p.finding_id = f.id and p.moment =
                (select max(x.moment) from linkspan_look x where x.finding_id = f.id and x.moment <= ?)
            where f.scope_id = ? and p.wording_id is not null and p.moment < ?
            order by f.id""";

    private static final String OPEN = """
            select f.fingerprint, w.kind,
                (select min(s.moment) from linkspan_look s where s.finding_id = f.id and s.moment > coalesce(
                    (select max(g.moment) from linkspan_look g where g.finding_id = f.id and g.wording_id is null), -1)) as since
            from linkspan_finding f
            join linkspan_scope c on c.id = f.scope_id
            join linkspan_look p on p.finding_id = f.id and p.moment =
                (select max(x.moment) from linkspan_look x where x.finding_id = f.id)
            join linkspan_wording w on w.id = p.wording_id
            where c.name = ?""";

    private final Sql sql;

    StandingsQuery(Sql sql) {
        this.sql = sql;
    }

    /** An open finding that a run has not mentioned so far. */
    record Unmentioned(long finding, String address) {}

    Standings of(Moment moment) throws SQLException {
        long now = moment.millis();
        long windowStart = now - FLAPPING_WINDOW.toMillis();
        var findings = new ArrayList<TrackedFinding>();
        findings.addAll(sql.rows(
                FOUND, it -> finding(it, seen(it), isGraver(it)), now, windowStart, now, now, now, moment.scope()));
        findings.addAll(sql.rows(
                NOT_FOUND,
                it -> finding(it, it.getLong("looked") == now ? Standing.RESOLVED : Standing.UNKNOWN, false),
                now,
                windowStart,
                now,
                now,
                now,
                moment.scope()));
        return new Standings(findings);
    }

    List<Unmentioned> unmentioned(Moment moment) throws SQLException {
        return sql.rows(
                UNMENTIONED,
                it -> new Unmentioned(it.getLong("id"), it.getString("address")),
                moment.millis(),
                moment.scope(),
                moment.millis());
    }

    /** Of every open finding of these kinds: its fingerprint, and since when it is open. */
    SortedMap<String, Instant> open(String scope, Collection<String> kinds) throws SQLException {
        var open = new TreeMap<String, Instant>();
        for (var finding : sql.rows(OPEN, Open::of, scope)) {
            if (kinds.contains(finding.kind())) {
                open.put(finding.fingerprint(), finding.since());
            }
        }
        return open;
    }

    private record Open(String fingerprint, String kind, Instant since) {

        static Open of(ResultSet row) throws SQLException {
            return new Open(row.getString("fingerprint"), row.getString("kind"), instant(row, "since"));
        }
    }

    private static Standing seen(ResultSet row) throws SQLException {
        if (row.getInt("departures") >= FLAPPING_TIMES) {
            return Standing.FLAPPING;
        }
        return row.getLong("since") == row.getLong("looked") ? Standing.NEW : Standing.STILL;
    }

    private static boolean isGraver(ResultSet row) throws SQLException {
        String before = row.getString("severity_before");
        if (before == null || row.getBoolean("suppressed")) {
            return false;
        }
        return row.getBoolean("suppressed_before") || gravity(row.getString("severity")) > gravity(before);
    }

    /** A word that only another version of Linkspan knows is as mild as can be. */
    private static int gravity(String severity) {
        return Arrays.stream(Severity.values())
                .filter(it -> it.word().equals(severity))
                .mapToInt(it -> Severity.values().length - it.ordinal())
                .findFirst()
                .orElse(0);
    }

    private static TrackedFinding finding(ResultSet row, Standing standing, boolean isGraver) throws SQLException {
        return new TrackedFinding(
                row.getString("fingerprint"),
                row.getString("kind"),
                row.getString("severity"),
                row.getString("address"),
                row.getString("summary"),
                row.getBoolean("suppressed"),
                standing,
                instant(row, "since"),
                instant(row, "first_seen"),
                row.getInt("departures"),
                isGraver);
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return Instant.ofEpochMilli(row.getLong(column));
    }
}
