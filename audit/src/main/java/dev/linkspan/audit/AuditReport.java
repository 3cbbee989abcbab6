package dev.linkspan.audit;

import dev.linkspan.model.ProjectRef;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that one audit found. Views print it; every total they show is here.
 *
 * @param projectNames Atlas's names of the projects, untrusted, where they were looked up
 * @param findings in the order of their addresses
 * @param ignored how many things no spec declares and {@code unmanaged 'ignore'} keeps silent about
 * @param failOn the mildest severity that counts against the verdict
 * @param at when Atlas was read; empty keeps reports of the same state equal byte for byte
 */
public record AuditReport(
        SortedMap<ProjectRef, String> projectNames,
        List<Finding> findings,
        Coverage coverage,
        int ignored,
        Severity failOn,
        Optional<Instant> at) {

    public AuditReport {
        projectNames = Collections.unmodifiableSortedMap(new TreeMap<>(projectNames));
        findings = findings.stream().sorted().toList();
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(failOn, "failOn");
        Objects.requireNonNull(at, "at");
    }

    /** The same report, judged more or less strictly. */
    public AuditReport failingOn(Severity mildest) {
        return new AuditReport(projectNames, findings, coverage, ignored, mildest, at);
    }

    /** The same report with the time at which Atlas was read. */
    public AuditReport at(Instant time) {
        return new AuditReport(projectNames, findings, coverage, ignored, failOn, Optional.of(time));
    }

    public FindingCounts counts() {
        return FindingCounts.of(findings);
    }

    /** A blind spot wins over every finding: what was not seen may be worse. */
    public Verdict verdict() {
        if (counts().notSeen() > 0) {
            return Verdict.INCOMPLETE;
        }
        return findings.stream().anyMatch(it -> it.severity().isAtLeast(failOn)) ? Verdict.FINDINGS : Verdict.CLEAN;
    }
}
