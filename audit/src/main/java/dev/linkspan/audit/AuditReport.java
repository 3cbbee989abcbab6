package dev.linkspan.audit;

import dev.linkspan.model.ProjectRef;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * All that one audit found. Views print it; every total they show is here.
 *
 * @param projects that were audited, whether they could be read or not
 * @param projectNames Atlas's names of the projects, untrusted, where they were looked up
 * @param findings in the order of their addresses, those that rules suppress among them
 * @param ignored how many things no spec declares and {@code unmanaged 'ignore'} keeps silent about
 * @param failOn the mildest severity that counts against the verdict
 * @param at when Atlas was read; empty keeps reports of the same state equal byte for byte
 * @param memory empty where there is no history
 */
public record AuditReport(
        Scope scope,
        SortedSet<ProjectRef> projects,
        SortedMap<ProjectRef, String> projectNames,
        List<ReportedFinding> findings,
        Coverage coverage,
        int ignored,
        Severity failOn,
        Optional<Instant> at,
        Tally tally,
        Topology topology,
        Optional<Memory> memory) {

    public AuditReport {
        Objects.requireNonNull(scope, "scope");
        projects = Collections.unmodifiableSortedSet(new TreeSet<>(projects));
        projectNames = Collections.unmodifiableSortedMap(new TreeMap<>(projectNames));
        findings = findings.stream().sorted().toList();
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(failOn, "failOn");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(tally, "tally");
        Objects.requireNonNull(topology, "topology");
        Objects.requireNonNull(memory, "memory");
    }

    /** The same report, judged more or less strictly. */
    public AuditReport failingOn(Severity mildest) {
        return new AuditReport(
                scope, projects, projectNames, findings, coverage, ignored, mildest, at, tally, topology, memory);
    }

    /** The same report with the time at which Atlas was read. */
    public AuditReport at(Instant time) {
        return new AuditReport(
                scope,
                projects,
                projectNames,
                findings,
                coverage,
                ignored,
                failOn,
                Optional.of(time),
                tally,
                topology,
                memory);
    }

    /** The same report with its findings graded, suppressed or added to. */
    public AuditReport finding(Collection<ReportedFinding> others) {
        return new AuditReport(
                scope,
                projects,
                projectNames,
                List.copyOf(others),
                coverage,
                ignored,
                failOn,
                at,
                tally,
                topology,
                memory);
    }

    /** The same report with what earlier audits add to it. */
    public AuditReport remembering(Memory earlier) {
        return new AuditReport(
                scope,
                projects,
                projectNames,
                findings,
                coverage,
                ignored,
                failOn,
                at,
                tally,
                topology,
                Optional.of(earlier));
    }

    public FindingCounts counts() {
        return FindingCounts.of(findings);
    }

    /** A blind spot wins over every finding: what was not seen may be worse. */
    public Verdict verdict() {
        if (findings.stream().anyMatch(it -> it.kind() == Finding.Kind.NOT_SEEN)) {
            return Verdict.INCOMPLETE;
        }
        boolean isFound = findings.stream().anyMatch(it -> it.counts(failOn));
        return isFound ? Verdict.FINDINGS : Verdict.CLEAN;
    }
}
