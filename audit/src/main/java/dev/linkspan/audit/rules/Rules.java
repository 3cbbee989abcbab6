package dev.linkspan.audit.rules;

import dev.linkspan.audit.Advice;
import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Evidence;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.ReportedFinding;
import dev.linkspan.audit.Severity;
import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The rules of an audit. The first that is about a finding decides it; one that has expired decides nothing. */
public final class Rules {

    private final List<Rule> rules;

    Rules(List<Rule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** No rules: everything counts as it is. */
    public static Rules none() {
        return new Rules(List.of());
    }

    /**
     * Decides a report's findings. A rule that has expired, or that is about nothing, becomes a finding itself.
     *
     * @param today in UTC
     */
    public AuditReport decide(AuditReport report, LocalDate today) {
        var used = new HashSet<Rule>();
        var decided = new ArrayList<ReportedFinding>();
        report.findings().forEach(it -> decided.add(decided(it, today, used)));
        boolean sawAll = report.findings().stream().noneMatch(it -> it.kind() == Finding.Kind.NOT_SEEN);
        for (var rule : rules) {
            if (!rule.holdsOn(today)) {
                decided.add(ReportedFinding.of(expired(rule)));
            } else if (sawAll && !used.contains(rule)) {
                decided.add(ReportedFinding.of(unused(rule)));
            }
        }
        return report.finding(decided);
    }

    private ReportedFinding decided(ReportedFinding finding, LocalDate today, Set<Rule> used) {
        var about = rules.stream()
                .filter(it -> it.holdsOn(today) && it.isAbout(finding))
                .toList();
        used.addAll(about);
        return about.isEmpty() ? finding : about.get(0).decide(finding);
    }

    private static Finding expired(Rule rule) {
        return finding(
                Finding.Kind.EXPIRED_RULE,
                rule,
                "The rule of " + rule.owner() + " for " + rule.about() + " held until " + rule.until()
                        + ", and decides nothing any more. Its reason was: " + rule.reason(),
                "in force",
                "expired on " + rule.until(),
                "Remove it, or give it another date if its reason still holds.");
    }

    private static Finding unused(Rule rule) {
        return finding(
                Finding.Kind.UNUSED_RULE,
                rule,
                "The rule of " + rule.owner() + " for " + rule.about()
                        + " is about nothing that was found. Its reason was: " + rule.reason(),
                "about something",
                "about nothing",
                "Remove it; or correct its address, if it should be about something.");
    }

    private static Finding finding(
            Finding.Kind kind, Rule rule, String summary, String expected, String observed, String remedy) {
        return new Finding(
                kind,
                Severity.WARNING,
                Address.of(new ProjectName(rule.name())),
                summary,
                new Evidence(expected, observed, Optional.empty(), Optional.empty(), List.of(), 0),
                new Advice(remedy, Optional.empty(), Optional.of(rule.source())));
    }
}
