package dev.linkspan.audit;

import dev.linkspan.diagnostic.SourceRef;
import java.time.LocalDate;
import java.util.Objects;

/**
 * Why a finding does not count: a rule says that somebody knows of it.
 *
 * @param until the last day on which it does not count, in UTC
 * @param rule where the rule stands
 */
public record Suppression(String reason, String owner, LocalDate until, SourceRef rule) {

    public Suppression {
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(until, "until");
        Objects.requireNonNull(rule, "rule");
    }
}
