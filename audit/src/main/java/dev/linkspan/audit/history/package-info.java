/**
 * The memory of audits: which finding is new, which one stays and since when, which one went. Kept in an SQLite file or in
 * PostgreSQL; {@link dev.linkspan.audit.history.History} is the way in.
 *
 * <p>What is stored are looks: at the moment of a run a finding was seen, or it was looked for and gone. Standings are read from
 * looks and never kept, so the order in which runs are recorded does not matter. Moments are milliseconds of UTC.
 */
package dev.linkspan.audit.history;
