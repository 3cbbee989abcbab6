package dev.linkspan.atlas.http;

import com.fasterxml.jackson.databind.JsonNode;
import feign.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** How long a server asks callers to stay away. */
final class RetryAfter {

    /** A full token bucket says in its second parameter what the header may leave out (Atlas documentation on rate limits). */
    private static final String TOKEN_BUCKET = "RATE_LIMITED_TOKEN_BUCKET";

    private RetryAfter() {}

    /** From the Retry-After header, in seconds or as a date (RFC 9110), or else from the body of a 429. */
    static Optional<Duration> of(Response response, Clock clock) {
        return Headers.first(response, "Retry-After")
                .flatMap(it -> header(it, clock))
                .or(() -> response.status() == 429 ? Json.fault(response).flatMap(RetryAfter::body) : Optional.empty());
    }

    private static Optional<Duration> header(String text, Clock clock) {
        if (text.matches("\\d{1,9}")) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }
        try {
            var until =
                    Duration.between(clock.instant(), Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text)));
            return Optional.of(until.isNegative() ? Duration.ZERO : until);
        } catch (DateTimeParseException neither) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> body(Wire.Fault fault) {
        return Optional.ofNullable(fault.parameters())
                .filter(it -> fault.code().equals(Optional.of(TOKEN_BUCKET)) && it.size() > 1)
                .map(it -> it.get(1))
                .filter(JsonNode::canConvertToInt)
                .filter(it -> it.intValue() >= 0)
                .map(it -> Duration.ofSeconds(it.intValue()));
    }
}
