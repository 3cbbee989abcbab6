package dev.linkspan.audit.service;

import dev.linkspan.audit.AuditReport;
import java.time.Instant;
import java.util.Map;

/** Where a report goes once all of it is there: rules, history, files, notifications. Called by one worker for each run. */
@FunctionalInterface
public interface Desk {

    /**
     * @param run names the run; the same when a report is made again because a worker died over it
     * @return pages to show, by name, such as {@code index.html}
     */
    Map<String, String> receive(AuditReport report, String run, Instant begun);
}
