package dev.linkspan.audit.rules;

import dev.linkspan.audit.Finding;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Severity;
import dev.linkspan.audit.Suppression;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.AddressPattern;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One decision.
 *
 * @param kinds the kinds of findings it is about; empty for all
 * @param severities likewise
 * @param grade the severity that such findings get; empty when they do not count at all
 * @param until the last day on which it holds, in UTC
 */
record Rule(
        AddressPattern address,
        Set<Finding.Kind> kinds,
        Set<Severity> severities,
        Optional<Severity> grade,
        String reason,
        String owner,
        LocalDate until,
        SourceRef source) {

    Rule {
        Objects.requireNonNull(address, "address");
        kinds = Collections.unmodifiableSet(new TreeSet<>(kinds));
        severities = Collections.unmodifiableSet(new TreeSet<>(severities));
        Objects.requireNonNull(grade, "grade");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(source, "source");
    }

    boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }

    /** What could not be seen is nobody's to wave through. */
    boolean isAbout(ReportedFinding finding) {
        return finding.kind() != Finding.Kind.NOT_SEEN
                && (kinds.isEmpty() || kinds.contains(finding.kind()))
                && (severities.isEmpty() || severities.contains(finding.severity()))
                && address.names(finding.address());
    }

    ReportedFinding decide(ReportedFinding finding) {
        return grade.map(finding::graded)
                .orElseGet(() -> finding.suppressed(new Suppression(reason, owner, until, source)));
    }

    /** What it is about, for people. */
    String about() {
        String words = Stream.concat(
                        severities.stream().map(Severity::word), kinds.stream().map(Finding.Kind::word))
                .collect(Collectors.joining(" or "));
        return (words.isEmpty() ? "findings" : words) + " at " + address.text();
    }

    /** A name that stays the same wherever the rule stands, and until it is about something else. */
    String name() {
        return "rule %08x".formatted(about().hashCode());
    }
}
