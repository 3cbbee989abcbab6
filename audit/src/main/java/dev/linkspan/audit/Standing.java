package dev.linkspan.audit;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * How a finding stands against earlier audits.
 *
 * @param since when it was first seen, of the time it has been there without a break
 * @param isGraver whether the last audit that saw it had it as less grave, or as suppressed
 */
public record Standing(Kind kind, Instant since, boolean isGraver) {

    public enum Kind {
        /** No earlier audit has it. */
        NEW,
        /** The audit before this one has it, too. */
        STILL,
        /** It has come and gone several times of late. */
        FLAPPING;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** As grave as it was. */
    public Standing(Kind kind, Instant since) {
        this(kind, since, false);
    }

    public Standing {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(since, "since");
    }
}
