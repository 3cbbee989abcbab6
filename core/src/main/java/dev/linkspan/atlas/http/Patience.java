package dev.linkspan.atlas.http;

import feign.Request;
import feign.Request.HttpMethod;
import feign.Response;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import javax.net.ssl.SSLException;

/**
 * Which requests are sent again, after how long a pause. A 429 was refused unseen and any request may follow it; after every
 * other fault a POST may have been carried out and is not sent again.
 *
 * @param mayRepeatPosts whether a POST that is carried out twice does no harm
 */
record Patience(Clock clock, RandomGenerator random, boolean mayRepeatPosts) {

    /** All pauses of one call together; a server that asks for more is not waited for. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_ATTEMPTS = 6;

    /** Where each attempt may have taken a time-out, or something else than Atlas may be at the address. */
    private static final int MOST_DOUBTFUL_ATTEMPTS = 3;

    /** Atlas's advice for a 429 that names no time: 10, 20, 40 seconds. */
    private static final Duration FIRST_AFTER_LIMIT = Duration.ofSeconds(10);

    private static final Duration MOST_AFTER_LIMIT = Duration.ofSeconds(40);
    private static final Duration FIRST_AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration MOST_AFTER_FAULT = Duration.ofSeconds(16);

    /** The pause before the next attempt; empty when this answer is the last word. */
    Optional<Duration> after(Response response, int attempt, Duration waited) {
        Optional<Duration> pause = Optional.empty();
        if (response.status() == 429) {
            pause = Optional.of(asked(response).orElseGet(() -> growing(FIRST_AFTER_LIMIT, MOST_AFTER_LIMIT, attempt)));
        } else if (attempt < attempts(response)) {
            pause = Optional.of(asked(response).orElseGet(() -> growing(FIRST_AFTER_FAULT, MOST_AFTER_FAULT, attempt)));
        }
        return pause.filter(it -> waited.plus(it).compareTo(LONGEST) <= 0);
    }

    private int attempts(Response response) {
        if (Trouble.isPassing(response.status())) {
            return isRepeatable(response.request()) ? MOST_ATTEMPTS : 1;
        }
        boolean isGarbledRead = response.request().httpMethod() == HttpMethod.GET
                && response.status() / 100 == 2
                && !Json.isWhole(response);
        return isGarbledRead ? MOST_DOUBTFUL_ATTEMPTS : 1;
    }

    /** The same where no answer came. */
    Optional<Duration> after(Request request, IOException why, int attempt) {
        boolean isHopeless = why instanceof InterruptedIOException || why instanceof SSLException;
        int most = why instanceof HttpTimeoutException || Faults.isUnsent(why) ? MOST_DOUBTFUL_ATTEMPTS : MOST_ATTEMPTS;
        return isHopeless || !isRepeatable(request) || attempt >= most
                ? Optional.empty()
                : Optional.of(growing(FIRST_AFTER_FAULT, MOST_AFTER_FAULT, attempt));
    }

    private boolean isRepeatable(Request request) {
        return mayRepeatPosts || request.httpMethod() != HttpMethod.POST;
    }

    /** At least what the server asks for, and up to a tenth more, so that callers do not come back all at once. */
    private Optional<Duration> asked(Response response) {
        return RetryAfter.of(response, clock).map(it -> it.plus(part(it.dividedBy(10))));
    }

    /** Doubling from the first to the most, less up to a half. */
    private Duration growing(Duration first, Duration most, int attempt) {
        var doubled = first.multipliedBy(1L << Math.min(attempt - 1, 10));
        var whole = doubled.compareTo(most) < 0 ? doubled : most;
        return whole.minus(part(whole.dividedBy(2)));
    }

    private Duration part(Duration most) {
        return Duration.ofMillis((long) (most.toMillis() * random.nextDouble()));
    }
}
