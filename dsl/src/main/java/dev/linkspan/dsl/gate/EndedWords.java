package dev.linkspan.dsl.gate;

import dev.linkspan.dsl.value.SpecFault;
import java.util.Locale;
import java.util.Optional;

/** Words that people may bring along from other tools, for what Atlas has ended. */
final class EndedWords {

    private EndedWords() {}

    static Optional<SpecFault> fault(String word) {
        return word.toLowerCase(Locale.ROOT).contains("serverless")
                ? Optional.of(new SpecFault(
                        "serverless-ended",
                        "'" + word + "': Atlas ended private endpoints of serverless instances on 2026-01-22",
                        "Remove it. Private endpoints are for dedicated clusters: aws('us-east-1') { … }."))
                : Optional.empty();
    }
}
