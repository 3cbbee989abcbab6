package dev.linkspan.audit;

import dev.linkspan.model.Address;
import java.util.Objects;
import java.util.Optional;

/**
 * A finding as a report has it: with what rules and earlier audits say of it.
 *
 * @param severity how grave it is here; the finding's own unless a rule grades it otherwise
 * @param suppression present when it does not count
 * @param standing empty where there is no history
 */
public record ReportedFinding(
        Finding finding, Severity severity, Optional<Suppression> suppression, Optional<Standing> standing)
        implements Comparable<ReportedFinding> {

    public ReportedFinding {
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(suppression, "suppression");
        Objects.requireNonNull(standing, "standing");
    }

    /** As it was found. */
    public static ReportedFinding of(Finding finding) {
        return new ReportedFinding(finding, finding.severity(), Optional.empty(), Optional.empty());
    }

    public ReportedFinding graded(Severity other) {
        return new ReportedFinding(finding, other, suppression, standing);
    }

    public ReportedFinding suppressed(Suppression why) {
        return new ReportedFinding(finding, severity, Optional.of(why), standing);
    }

    public ReportedFinding standing(Standing other) {
        return new ReportedFinding(finding, severity, suppression, Optional.of(other));
    }

    public boolean isSuppressed() {
        return suppression.isPresent();
    }

    /** Whether reports for people show it. What is suppressed they only count, but what was not seen no rule can hide. */
    public boolean isShown() {
        return !isSuppressed() || kind() == Finding.Kind.NOT_SEEN;
    }

    /** Whether it counts against a verdict that is drawn at this severity. */
    public boolean counts(Severity failOn) {
        return kind() == Finding.Kind.NOT_SEEN || !isSuppressed() && severity.isAtLeast(failOn);
    }

    public Finding.Kind kind() {
        return finding.kind();
    }

    public Address address() {
        return finding.address();
    }

    public String summary() {
        return finding.summary();
    }

    public Evidence evidence() {
        return finding.evidence();
    }

    public Advice advice() {
        return finding.advice();
    }

    public Fingerprint fingerprint() {
        return finding.fingerprint();
    }

    @Override
    public int compareTo(ReportedFinding other) {
        return finding.compareTo(other.finding);
    }
}
