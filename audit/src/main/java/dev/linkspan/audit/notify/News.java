package dev.linkspan.audit.notify;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.Memory;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Severity;
import dev.linkspan.audit.Standing;
import dev.linkspan.audit.Verdict;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * What there is to tell of one audit.
 *
 * @param id names this notification, whoever gets it and however often it is sent
 * @param at when it was made
 * @param mildest findings that are less grave are not told
 * @param report what it is about; empty when there is none, since nothing could be looked at
 * @param hindrance why there is none
 * @param unread what could not be read, new or not
 * @param found what is new, gravest first; all of it where there is no history to hold it against
 * @param resolved what was told of before, most likely, and is no more
 */
record News(
        String id,
        Instant at,
        Severity mildest,
        Optional<AuditReport> report,
        Optional<Hindrance> hindrance,
        List<ReportedFinding> unread,
        List<ReportedFinding> found,
        List<Memory.Resolved> resolved) {

    private static final Comparator<ReportedFinding> GRAVEST_FIRST =
            Comparator.comparing(ReportedFinding::severity).thenComparing(Comparator.naturalOrder());

    /** Why an audit could not look at anything, and what to do about it; the cause is untrusted. */
    record Hindrance(String why, String remedy) {
        Hindrance {
            Objects.requireNonNull(why, "why");
            Objects.requireNonNull(remedy, "remedy");
        }
    }

    News {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(mildest, "mildest");
        if (report.isPresent() == hindrance.isPresent()) {
            throw new IllegalArgumentException("news are of a report, or of why there is none");
        }
        unread = List.copyOf(unread);
        found = List.copyOf(found);
        resolved = List.copyOf(resolved);
    }

    static News of(AuditReport report, Severity mildest, Instant at) {
        return new News(
                UUID.randomUUID().toString(),
                at,
                mildest,
                Optional.of(report),
                Optional.empty(),
                report.findings().stream().filter(News::isUnread).toList(),
                report.findings().stream()
                        .filter(it -> !isUnread(it) && it.counts(mildest) && isNew(it, report.memory()))
                        .sorted(GRAVEST_FIRST)
                        .toList(),
                report.memory().map(Memory::resolved).orElse(List.of()).stream()
                        .filter(it -> !it.suppressed() && isAtLeast(it.severity(), mildest))
                        .toList());
    }

    static News hindered(String why, String remedy, Severity mildest, Instant at) {
        return new News(
                UUID.randomUUID().toString(),
                at,
                mildest,
                Optional.empty(),
                Optional.of(new Hindrance(why, remedy)),
                List.of(),
                List.of(),
                List.of());
    }

    boolean isEmpty() {
        return hindrance.isEmpty() && unread.isEmpty() && found.isEmpty() && resolved.isEmpty();
    }

    Verdict verdict() {
        return report.map(AuditReport::verdict).orElse(Verdict.INCOMPLETE);
    }

    /** Whether what was found could be held against earlier audits. */
    boolean isCompared() {
        return report.flatMap(AuditReport::memory).isPresent();
    }

    int found(Severity severity) {
        return (int) found.stream().filter(it -> it.severity() == severity).count();
    }

    private static boolean isUnread(ReportedFinding finding) {
        return finding.kind() == Finding.Kind.NOT_SEEN;
    }

    private static boolean isNew(ReportedFinding finding, Optional<Memory> memory) {
        return finding.standing().map(it -> isNew(it, memory)).orElse(true);
    }

    /** What comes and goes is told each time it comes: after a word that it is resolved, silence would mean that it stayed so. */
    private static boolean isNew(Standing standing, Optional<Memory> memory) {
        return switch (standing.kind()) {
            case NEW -> true;
            case STILL -> standing.isGraver();
            case FLAPPING ->
                standing.isGraver()
                        || memory.flatMap(News::began)
                                .filter(it -> standing.since().isBefore(it))
                                .isEmpty();
        };
    }

    /** When this audit began, as its history has it. */
    private static Optional<Instant> began(Memory memory) {
        return memory.trend().stream().map(Memory.Point::at).max(Comparator.naturalOrder());
    }

    /** A word that only another version of Linkspan knows is better told once too often. */
    private static boolean isAtLeast(String severity, Severity mildest) {
        return Arrays.stream(Severity.values())
                .filter(it -> it.word().equals(severity))
                .allMatch(it -> it.isAtLeast(mildest));
    }
}
