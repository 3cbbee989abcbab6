package dev.linkspan.audit.history;

import java.util.List;

/**
 * All findings that matter to one run: those it saw, those it resolved, and those that it could not look at.
 *
 * @param findings in the order of their addresses
 */
public record Standings(List<TrackedFinding> findings) {

    public Standings {
        findings = findings.stream().sorted().toList();
    }

    public List<TrackedFinding> of(Standing standing) {
        return findings.stream().filter(it -> it.standing() == standing).toList();
    }

    /** Without those that a rule suppresses. */
    int count(Standing standing) {
        return (int) findings.stream()
                .filter(it -> it.standing() == standing && !it.suppressed())
                .count();
    }
}
