package dev.linkspan.audit;

import dev.linkspan.model.Address;
import dev.linkspan.model.ProjectEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * One thing that is not as specs say, is not well, or could not be looked at.
 *
 * @param severity how grave it is by its kind; a rule may grade it otherwise, see {@link ReportedFinding}
 * @param summary what is the matter, in a sentence or two; may hold Atlas's own words, untrusted
 */
public record Finding(Kind kind, Severity severity, Address address, String summary, Evidence evidence, Advice advice)
        implements Comparable<Finding> {

    /** The kinds there are, in the order in which findings of one address stand. */
    public enum Kind {
        /** It could not be read, so nothing is known of it. */
        NOT_SEEN,
        /** Declared, and Atlas was seen not to have it. */
        MISSING,
        /** Waiting will not make it well. */
        UNHEALTHY,
        /** Atlas is at work on it, and has been for far longer than usual. */
        STUCK,
        /** It has other values than specs say. */
        CHANGED,
        /** Atlas has it, and no spec declares it. */
        UNMANAGED,
        /** It works, and Atlas has said when it will stop. */
        DEPRECATED,
        /** It is to be removed or mended, and is its service's only endpoint, with which Atlas may remove the service. */
        LAST_ENDPOINT,
        /** It is ready, and no cluster can be connected to through it. */
        NO_CONNECTION_STRING,
        /** A rule that decides nothing any more. */
        EXPIRED_RULE,
        /** A rule that is about nothing. */
        UNUSED_RULE,
        /** Atlas is at work on it. It is only noted, so that an audit soon after an apply does not raise an alarm. */
        SETTLING;

        /** The word that reports, rules and fingerprints use, such as {@code not-seen}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** Whether it is about the audit's own rules and not about Atlas; its address is the rule's name then. */
        public boolean isAboutRules() {
            return this == EXPIRED_RULE || this == UNUSED_RULE;
        }

        /** The kind that its fingerprint is made of: what is stuck was settling first, and is still the same finding. */
        Kind origin() {
            return this == STUCK ? SETTLING : this;
        }
    }

    private static final Comparator<Finding> ORDER =
            Comparator.comparing(Finding::address).thenComparing(Finding::kind).thenComparing(Finding::summary);

    public Finding {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(address, "address");
        Objects.requireNonNull(summary, "summary");
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(advice, "advice");
    }

    /** The same, with who did what that may explain it, newest first. */
    public Finding with(List<ProjectEvent> events) {
        return new Finding(kind, severity, address, summary, evidence.with(events), advice);
    }

    public Fingerprint fingerprint() {
        return Fingerprint.of(kind.origin(), address);
    }

    @Override
    public int compareTo(Finding other) {
        return ORDER.compare(this, other);
    }
}
