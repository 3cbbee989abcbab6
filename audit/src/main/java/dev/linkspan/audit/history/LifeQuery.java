package dev.linkspan.audit.history;

import dev.linkspan.audit.history.FindingLife.Stretch;
import dev.linkspan.audit.history.FindingLife.Wording;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads when a finding came and went. */
final class LifeQuery {

    private static final String LOOKS = """
            select l.moment, w.kind, w.severity, w.summary, w.suppressed from linkspan_look l
            left join linkspan_wording w on w.id = l.wording_id
            where l.finding_id = ? order by l.moment""";

    private final Sql sql;

    LifeQuery(Sql sql) {
        this.sql = sql;
    }

    /** In each scope that knows the fingerprint, by the names of the scopes. */
    List<FindingLife> of(String fingerprint) throws SQLException {
        return sql
                .rows(
                        """
                        select f.id, f.address, c.name from linkspan_finding f
                        join linkspan_scope c on c.id = f.scope_id where f.fingerprint = ?""",
                        it -> new FindingLife(
                                it.getString("name"),
                                fingerprint,
                                it.getString("address"),
                                stretches(it.getLong("id"))),
                        fingerprint)
                .stream()
                .sorted(Comparator.comparing(FindingLife::scope))
                .toList();
    }

    private List<Stretch> stretches(long finding) throws SQLException {
        var stretches = new ArrayList<Stretch>();
        var open = new ArrayList<Look>();
        for (var look : sql.rows(
                LOOKS,
                it -> new Look(
                        Instant.ofEpochMilli(it.getLong("moment")),
                        Optional.ofNullable(it.getString("kind")),
                        it.getString("severity"),
                        it.getString("summary"),
                        it.getBoolean("suppressed")),
                finding)) {
            if (look.isSighting()) {
                open.add(look);
            } else if (!open.isEmpty()) {
                stretches.add(stretch(open, Optional.of(look.at())));
                open.clear();
            }
        }
        if (!open.isEmpty()) {
            stretches.add(stretch(open, Optional.empty()));
        }
        return stretches;
    }

    private static Stretch stretch(List<Look> looks, Optional<Instant> gone) {
        var wordings = new ArrayList<Wording>();
        for (var look : looks) {
            if (wordings.isEmpty() || !look.isTold(wordings.get(wordings.size() - 1))) {
                wordings.add(look.wording());
            }
        }
        return new Stretch(looks.get(0).at(), looks.get(looks.size() - 1).at(), gone, looks.size(), wordings);
    }

    /** @param kind empty where it was gone */
    private record Look(Instant at, Optional<String> kind, String severity, String summary, boolean suppressed) {

        boolean isSighting() {
            return kind.isPresent();
        }

        Wording wording() {
            return new Wording(at, kind.orElseThrow(), severity, summary, suppressed);
        }

        boolean isTold(Wording told) {
            return wording().equals(new Wording(at, told.kind(), told.severity(), told.summary(), told.suppressed()));
        }
    }
}
