package dev.linkspan.audit.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/**
 * What one audit found, as history keeps it.
 *
 * @param id names this run and no other, 1 to 200 characters
 * @param scope what was audited, 1 to 500 characters: a finding is only ever resolved by a run of its own scope
 * @param startedAt in whole milliseconds
 * @param endedAt in whole milliseconds; the moment that everything the run saw counts as seen
 * @param verdict a word such as {@code clean}
 * @param exitStatus of the command; 0 and 2 say that everything was looked at
 * @param findings each fingerprint once; where one is given twice, the first counts
 * @param wasLookedAt whether this run really looked at an address. A finding that is absent from this run is resolved only if so; otherwise
 *     nothing is known of it, and it stays open
 */
public record AuditRun(
        String id,
        String scope,
        Instant startedAt,
        Instant endedAt,
        String verdict,
        int exitStatus,
        Coverage coverage,
        List<Found> findings,
        Predicate<String> wasLookedAt) {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_SCOPE = 500;
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_SUMMARY = 2_000;

    public AuditRun {
        id = StoredText.name(id, LONGEST_ID, "run id");
        scope = StoredText.name(scope, LONGEST_SCOPE, "scope");
        startedAt = startedAt.truncatedTo(ChronoUnit.MILLIS);
        endedAt = endedAt.truncatedTo(ChronoUnit.MILLIS);
        if (endedAt.isBefore(startedAt)) {
            throw new IllegalArgumentException("a run ended at " + endedAt + " that started at " + startedAt);
        }
        verdict = StoredText.name(verdict, LONGEST_WORD, "verdict");
        Objects.requireNonNull(coverage, "coverage");
        var once = new LinkedHashMap<String, Found>();
        findings.forEach(it -> once.putIfAbsent(it.fingerprint(), it));
        findings = List.copyOf(new ArrayList<>(once.values()));
        Objects.requireNonNull(wasLookedAt, "wasLookedAt");
    }

    /**
     * One finding.
     *
     * @param fingerprint what makes it the same finding in another run
     * @param kind a word such as {@code missing}; may change from run to run
     * @param severity a word such as {@code error}
     * @param summary untrusted; kept up to 2,000 characters
     * @param suppressed whether a rule keeps it from counting
     */
    public record Found(
            String fingerprint, String kind, String severity, String address, String summary, boolean suppressed) {

        public Found {
            fingerprint = StoredText.name(fingerprint, LONGEST_WORD, "fingerprint");
            kind = StoredText.name(kind, LONGEST_WORD, "kind");
            severity = StoredText.name(severity, LONGEST_WORD, "severity");
            address = StoredText.of(address);
            summary = StoredText.of(summary, LONGEST_SUMMARY);
        }
    }

    /** How much of what there is was looked at. */
    public record Coverage(Share projects, Share services, Share endpoints) {

        public Coverage {
            Objects.requireNonNull(projects, "projects");
            Objects.requireNonNull(services, "services");
            Objects.requireNonNull(endpoints, "endpoints");
        }
    }

    /**
     * A part of a whole.
     *
     * @param looked how many were looked at
     * @param all how many there are, as far as is known
     */
    public record Share(int looked, int all) {

        public Share {
            if (looked < 0 || looked > all) {
                throw new IllegalArgumentException("looked at " + looked + " of " + all);
            }
        }
    }
}
