package dev.linkspan.audit;

import dev.linkspan.text.Elapsed;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Turns what has been settling for far too long into what is stuck. */
public final class Ageing {

    private Ageing() {}

    /**
     * The same report, with its settling findings judged by how long they have been there.
     *
     * @param since when each was first seen, by fingerprint, of the time it has been there without a break
     * @param now when Atlas was read
     */
    public static AuditReport aged(AuditReport report, Map<Fingerprint, Instant> since, Instant now) {
        return report.finding(report.findings().stream()
                .map(it -> Optional.ofNullable(since.get(it.fingerprint()))
                        .filter(seen -> it.kind() == Finding.Kind.SETTLING
                                && UsualTime.isExceeded(it.address(), Duration.between(seen, now)))
                        .map(seen -> ReportedFinding.of(stuck(it.finding(), Duration.between(seen, now))))
                        .orElse(it))
                .toList());
    }

    private static Finding stuck(Finding settling, Duration since) {
        String summary = "%s It has been so for at least %s, and that usually takes %s."
                .formatted(settling.summary(), Elapsed.words(since), Elapsed.words(UsualTime.of(settling.address())));
        var advice = settling.advice();
        return new Finding(
                Finding.Kind.STUCK,
                Severity.WARNING,
                settling.address(),
                summary,
                settling.evidence(),
                new Advice(
                        "Look at it in Atlas and in the cloud: an endpoint that does not exist there never connects. Else ask MongoDB support.",
                        advice.snippet(),
                        advice.source()));
    }
}
