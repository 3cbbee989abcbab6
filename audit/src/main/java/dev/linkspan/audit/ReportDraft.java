package dev.linkspan.audit;

import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A report that is still being made. It takes projects in whatever order they come, and keeps of each only what the report has of it:
 * with their number only findings grow, and the list of their ids. Not safe for use by several threads.
 */
public final class ReportDraft {

    private final Scope scope;
    private final TreeSet<ProjectRef> projects = new TreeSet<>();
    private final TreeMap<ProjectRef, String> names = new TreeMap<>();
    private final List<ReportedFinding> findings = new ArrayList<>();
    private final Topology.Sketch sketch = new Topology.Sketch();
    private Coverage coverage = Coverage.none();
    private Tally tally = Tally.none();
    private int ignored;

    public ReportDraft(Scope scope) {
        this.scope = Objects.requireNonNull(scope, "scope");
    }

    public void add(ProjectAudit project) {
        projects.add(project.project());
        if (!project.findings().isEmpty()) {
            project.name().ifPresent(it -> names.put(project.project(), it));
        }
        project.findings().forEach(it -> findings.add(ReportedFinding.of(it)));
        ignored += project.ignored();
        coverage = coverage.plus(project.coverage());
        tally = tally.plus(Tally.of(project.shape()));
        sketch.add(project);
    }

    /** What could not be read of no project in particular, or of one that was not audited. */
    public void unseen(BlindSpot spot) {
        findings.add(ReportedFinding.of(ProjectAudit.notSeen(spot)));
    }

    /** Warnings and worse count against the verdict; see {@link AuditReport#failingOn}. */
    public AuditReport report() {
        return new AuditReport(
                scope,
                projects,
                names,
                findings,
                coverage,
                ignored,
                Severity.WARNING,
                Optional.empty(),
                tally,
                sketch.topology(),
                Optional.empty());
    }
}
