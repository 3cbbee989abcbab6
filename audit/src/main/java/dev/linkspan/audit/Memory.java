package dev.linkspan.audit;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What earlier audits add to a report.
 *
 * @param resolved what an earlier audit found and this one looked at and did not find, in the order of their addresses
 * @param trend the last audits, oldest first, this one included
 */
public record Memory(List<Resolved> resolved, List<Point> trend) {

    public Memory {
        resolved = List.copyOf(resolved);
        trend = List.copyOf(trend);
    }

    /**
     * A finding that is no more.
     *
     * @param kind its word, of whatever version of Linkspan found it
     * @param address as text, untrusted
     * @param summary of when it was seen last, untrusted
     * @param suppressed whether a rule kept it from counting then
     */
    public record Resolved(
            Fingerprint fingerprint,
            String kind,
            String severity,
            String address,
            String summary,
            Instant since,
            boolean suppressed) {

        /** One that counted. */
        public Resolved(
                Fingerprint fingerprint, String kind, String severity, String address, String summary, Instant since) {
            this(fingerprint, kind, severity, address, summary, since, false);
        }

        public Resolved {
            Objects.requireNonNull(fingerprint, "fingerprint");
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(severity, "severity");
            Objects.requireNonNull(address, "address");
            Objects.requireNonNull(summary, "summary");
            Objects.requireNonNull(since, "since");
        }
    }

    /** One audit in a trend: when it was, how it ended, and how many findings of each severity counted. */
    public record Point(Instant at, String verdict, int errors, int warnings, int notes) {
        public Point {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(verdict, "verdict");
        }
    }
}
