package dev.linkspan.audit.history;

import dev.linkspan.audit.Ageing;
import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.Fingerprint;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What a history adds to reports of one scope, and keeps of them. */
public final class ReportMemory {

    /** Enough to see a month of nights. */
    private static final int TREND = 30;

    private static final List<String> IN_TRANSITION = List.of(Finding.Kind.SETTLING.word(), Finding.Kind.STUCK.word());

    private final History history;
    private final String scope;

    /** @param scope what reports are about: findings are only ever resolved by reports of the same scope */
    public ReportMemory(History history, String scope) {
        this.history = history;
        this.scope = scope;
    }

    /** The same report, in which what has been settling for too long is stuck. */
    public AuditReport aged(AuditReport report, Instant now) {
        var since = new HashMap<Fingerprint, Instant>();
        history.open(scope, IN_TRANSITION)
                .forEach((fingerprint, seen) -> since.put(new Fingerprint(fingerprint), seen));
        return Ageing.aged(report, since, now);
    }

    /**
     * Keeps a report, and adds to it how its findings stand, what it resolved, and the trend. A run that is kept already, since a worker
     * died after that, is not kept twice.
     *
     * @param run names the run
     */
    public AuditReport remembered(AuditReport report, String run, Instant begun, Instant ended) {
        var standings = history.standings(run).orElseGet(() -> history.record(run(report, run, begun, ended)));
        Map<String, TrackedFinding> tracked = standings.findings().stream()
                .collect(Collectors.toMap(TrackedFinding::fingerprint, it -> it, (one, other) -> one));
        var told = report.findings().stream().map(it -> told(it, tracked)).toList();
        var resolved = standings.of(Standing.RESOLVED).stream()
                .map(ReportMemory::resolved)
                .toList();
        return report.finding(told).remembering(new Memory(resolved, trend()));
    }

    private static ReportedFinding told(ReportedFinding finding, Map<String, TrackedFinding> tracked) {
        return Optional.ofNullable(tracked.get(finding.fingerprint().value()))
                .flatMap(it -> kind(it.standing())
                        .map(kind -> new dev.linkspan.audit.Standing(kind, it.since(), it.isGraver())))
                .map(finding::standing)
                .orElse(finding);
    }

    private static Optional<dev.linkspan.audit.Standing.Kind> kind(Standing standing) {
        return switch (standing) {
            case NEW -> Optional.of(dev.linkspan.audit.Standing.Kind.NEW);
            case STILL -> Optional.of(dev.linkspan.audit.Standing.Kind.STILL);
            case FLAPPING -> Optional.of(dev.linkspan.audit.Standing.Kind.FLAPPING);
            default -> Optional.empty();
        };
    }

    private static Memory.Resolved resolved(TrackedFinding it) {
        return new Memory.Resolved(
                new Fingerprint(it.fingerprint()),
                it.kind(),
                it.severity(),
                it.address(),
                it.summary(),
                it.since(),
                it.suppressed());
    }

    private List<Memory.Point> trend() {
        return history.runs(Optional.of(scope), Optional.empty(), TREND).stream()
                .map(ReportMemory::point)
                .sorted(Comparator.comparing(Memory.Point::at))
                .toList();
    }

    private static Memory.Point point(RecordedRun run) {
        return new Memory.Point(
                run.startedAt(), run.verdict(), count(run, "error"), count(run, "warning"), count(run, "note"));
    }

    private static int count(RecordedRun run, String severity) {
        return run.counts().stream()
                .filter(it -> it.severity().equals(severity))
                .mapToInt(RecordedRun.Count::findings)
                .sum();
    }

    private AuditRun run(AuditReport report, String run, Instant begun, Instant ended) {
        var coverage = report.coverage();
        return new AuditRun(
                run,
                scope,
                begun,
                ended,
                report.verdict().word(),
                report.verdict().exitStatus(),
                new AuditRun.Coverage(
                        new AuditRun.Share(
                                coverage.projects().looked(),
                                coverage.projects().declared()),
                        new AuditRun.Share(
                                coverage.services().looked(),
                                coverage.services().declared()),
                        new AuditRun.Share(
                                coverage.endpoints().looked(),
                                coverage.endpoints().declared())),
                report.findings().stream().map(ReportMemory::found).toList(),
                wasLookedAt(report));
    }

    private static AuditRun.Found found(ReportedFinding it) {
        return new AuditRun.Found(
                it.fingerprint().value(),
                it.kind().word(),
                it.severity().word(),
                it.address().toString(),
                it.summary(),
                it.isSuppressed());
    }

    /**
     * What a blind spot covers was not looked at, and neither was a project that this audit was not about. Addresses are texts in a
     * history; one lies below another as a path does.
     */
    private static Predicate<String> wasLookedAt(AuditReport report) {
        var hidden = report.findings().stream()
                .filter(it -> it.kind() == Finding.Kind.NOT_SEEN)
                .map(it -> it.address().toString())
                .toList();
        Set<String> projects = report.projects().stream().map(ProjectRef::value).collect(Collectors.toSet());
        return address -> (isOfNoProject(address) || projects.contains(project(address, projects)))
                && hidden.stream().noneMatch(it -> isBelow(address, it));
    }

    /** Rules, and the list of projects itself, are looked at in every audit. */
    private static boolean isOfNoProject(String address) {
        return address.startsWith("rule ") || address.equals(BlindSpot.ALL_PROJECTS);
    }

    /** A project's name may hold slashes, an id does not. */
    private static String project(String address, Set<String> projects) {
        for (int slash = address.indexOf('/'); slash >= 0; slash = address.indexOf('/', slash + 1)) {
            if (projects.contains(address.substring(0, slash))) {
                return address.substring(0, slash);
            }
        }
        return address;
    }

    private static boolean isBelow(String address, String other) {
        return address.equals(other) || address.startsWith(other + "/");
    }
}
