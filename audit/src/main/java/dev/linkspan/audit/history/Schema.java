package dev.linkspan.audit.history;

import java.util.List;

/** The tables of a history. Their names begin alike, since a database of a team may hold others. */
final class Schema {

    private Schema() {}

    static List<Migration> migrations(Database.Dialect dialect) {
        return List.of(
                new Migration(1, "runs and looks", runsAndLooks(dialect)),
                new Migration(2, "shared runs", sharedRuns(dialect)));
    }

    /** The first table has the columns that db-scheduler wants. */
    private static List<String> sharedRuns(Database.Dialect dialect) {
        return List.of(
                """
                create table linkspan_task (
                    task_name text not null,
                    task_instance text not null,
                    task_data %1$s,
                    execution_time %2$s not null,
                    picked boolean not null,
                    picked_by text,
                    last_success %2$s,
                    last_failure %2$s,
                    consecutive_failures integer,
                    last_heartbeat %2$s,
                    version bigint not null,
                    priority smallint,
                    primary key (task_name, task_instance)
                )""".formatted(dialect.bytes(), dialect.timestamp()),
                "create index linkspan_task_execution_time on linkspan_task (execution_time)",
                "create index linkspan_task_last_heartbeat on linkspan_task (last_heartbeat)",
                """
                create table linkspan_shared_run (
                    run text not null primary key,
                    begun_at bigint not null,
                    closed_at bigint,
                    shares integer,
                    fault text
                )""",
                """
                create table linkspan_share (
                    run text not null references linkspan_shared_run (run),
                    number integer not null,
                    parts text not null,
                    is_in boolean not null default false,
                    primary key (run, number)
                )""",
                """
                create table linkspan_share_result (
                    run text not null references linkspan_shared_run (run),
                    number integer not null,
                    position integer not null,
                    result text not null,
                    primary key (run, number, position)
                )""",
                """
                create table linkspan_page (
                    name text not null primary key,
                    content text not null
                )""");
    }

    private static List<String> runsAndLooks(Database.Dialect dialect) {
        return List.of(
                """
                create table linkspan_scope (
                    id %s,
                    name text not null unique
                )""".formatted(dialect.serial()),
                // The moment is when the run ended, unless another run of its scope has that one: then it is the next
                // free one.
                """
                create table linkspan_run (
                    id %s,
                    name text not null unique,
                    scope_id bigint not null references linkspan_scope (id),
                    moment bigint not null,
                    started_at bigint not null,
                    ended_at bigint not null,
                    verdict text not null,
                    exit_status integer not null,
                    projects_looked integer not null,
                    projects_all integer not null,
                    services_looked integer not null,
                    services_all integer not null,
                    endpoints_looked integer not null,
                    endpoints_all integer not null,
                    came integer not null,
                    went integer not null,
                    unknown integer not null,
                    unique (scope_id, moment)
                )""".formatted(dialect.serial()),
                "create index linkspan_run_moment on linkspan_run (moment)",
                """
                create table linkspan_count (
                    run_id bigint not null references linkspan_run (id),
                    kind text not null,
                    severity text not null,
                    findings integer not null,
                    suppressed integer not null,
                    primary key (run_id, kind, severity)
                )""",
                """
                create table linkspan_finding (
                    id %s,
                    scope_id bigint not null references linkspan_scope (id),
                    fingerprint text not null,
                    address text not null,
                    unique (scope_id, fingerprint)
                )""".formatted(dialect.serial()),
                "create index linkspan_finding_fingerprint on linkspan_finding (fingerprint)",
                // A wording is kept once, however many runs tell it. Its digest is unique in place of its text, which
                // no index takes.
                """
                create table linkspan_wording (
                    id %s,
                    finding_id bigint not null references linkspan_finding (id),
                    digest text not null,
                    kind text not null,
                    severity text not null,
                    summary text not null,
                    suppressed boolean not null,
                    unique (finding_id, digest)
                )""".formatted(dialect.serial()),
                // Without a wording, the finding was looked for and gone. Without a run, that run is pruned, and the
                // finding is open
                // since then. No foreign key for the wording: checking it would need one more index on the largest
                // table.
                """
                create table linkspan_look (
                    finding_id bigint not null references linkspan_finding (id),
                    moment bigint not null,
                    run_id bigint references linkspan_run (id),
                    wording_id bigint,
                    primary key (finding_id, moment)
                ) %s""".formatted(dialect.clustered()),
                "create index linkspan_look_run on linkspan_look (run_id)",
                "create index linkspan_look_gone on linkspan_look (finding_id, moment) where wording_id is null");
    }
}
