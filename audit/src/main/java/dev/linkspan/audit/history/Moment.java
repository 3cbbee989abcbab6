package dev.linkspan.audit.history;

/**
 * When a run of a scope looked.
 *
 * @param scope the number of its row
 * @param millis since 1970 in UTC; no two runs of one scope have the same
 */
record Moment(long scope, long millis) {}
