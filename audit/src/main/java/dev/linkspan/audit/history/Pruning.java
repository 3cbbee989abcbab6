package dev.linkspan.audit.history;

import java.sql.SQLException;

/** Removes what happened before some moment, within one transaction. */
final class Pruning {

    /**
     * Looks before the cutoff, but for the first sighting of each stretch that was still open at it: since when a finding is open
     * outlives the run that saw it first.
     */
    private static final String OLD_LOOKS = """
            delete from linkspan_look
            where finding_id in (select id from linkspan_finding where scope_id = ?) and moment < ? and not (
                wording_id is not null
                and not exists (select 1 from linkspan_look g where g.finding_id = linkspan_look.finding_id
                    and g.wording_id is null and g.moment > linkspan_look.moment and g.moment < ?)
                and not exists (select 1 from linkspan_look p where p.finding_id = linkspan_look.finding_id
                    and p.wording_id is not null and p.moment = (select max(q.moment) from linkspan_look q
                        where q.finding_id = linkspan_look.finding_id and q.moment < linkspan_look.moment)))""";

    private final Sql sql;
    private final Database.Dialect dialect;

    Pruning(Sql sql, Database.Dialect dialect) {
        this.sql = sql;
        this.dialect = dialect;
    }

    /** @return how many runs went */
    int before(long moment) throws SQLException {
        int runs = 0;
        // The rows of all scopes are kept until the end, so nobody records a finding whose row is just being removed.
        for (long scope : sql.rows("select id from linkspan_scope order by id" + dialect.lock(), it -> it.getLong(1))) {
            runs += before(scope, moment);
        }
        return runs;
    }

    private int before(long scope, long moment) throws SQLException {
        sql.update(OLD_LOOKS, scope, moment, moment);
        sql.update("""
                update linkspan_look set run_id = null
                where run_id in (select id from linkspan_run where scope_id = ? and moment < ?)""", scope, moment);
        sql.update("""
                delete from linkspan_wording where finding_id in (select id from linkspan_finding where scope_id = ?)
                and not exists (select 1 from linkspan_look l
                    where l.finding_id = linkspan_wording.finding_id and l.wording_id = linkspan_wording.id)""", scope);
        sql.update("""
                delete from linkspan_finding where scope_id = ?
                and not exists (select 1 from linkspan_look l where l.finding_id = linkspan_finding.id)""", scope);
        sql.update(
                "delete from linkspan_count where run_id in (select id from linkspan_run where scope_id = ? and moment < ?)",
                scope,
                moment);
        return sql.update("delete from linkspan_run where scope_id = ? and moment < ?", scope, moment);
    }
}
