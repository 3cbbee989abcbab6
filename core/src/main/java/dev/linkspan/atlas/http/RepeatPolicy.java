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
 * Whether one call is sent again, after how long a pause. A 429 was refused unseen and any request may follow it; after every
 * other fault a POST may have been carried out and is not sent again. Used by one thread.
 */
final class RepeatPolicy {

    /** All pauses of one call together; a server that asks for more is not waited for. */
    static final Duration LONGEST = Duration.ofMinutes(5);

    private static final int MOST_FAULTS = 6;

    /** Time-outs, and signs that something else than Atlas is at the address. */
    private static final int MOST_DOUBTS = 3;

    /** Atlas's advice for a 429 that names no time: 10, 20, 40 seconds. */
    private static final Duration FIRST_AFTER_LIMIT = Duration.ofSeconds(10);

    private static final Duration MOST_AFTER_LIMIT = Duration.ofSeconds(40);
    private static final Duration FIRST_AFTER_FAULT = Duration.ofSeconds(1);
    private static final Duration MOST_AFTER_FAULT = Duration.ofSeconds(16);

    private final Clock clock;
    private final RandomGenerator random;
    private final boolean mayRepeatPosts;

    private int limits;
    private int faults;
    private int doubts;
    private Duration waited = Duration.ZERO;

    /** @param mayRepeatPosts whether a POST that is carried out twice does no harm */
    RepeatPolicy(Clock clock, RandomGenerator random, boolean mayRepeatPosts) {
        this.clock = clock;
        this.random = random;
        this.mayRepeatPosts = mayRepeatPosts;
    }

    /** The pause before the next attempt; empty when this answer is the last word. */
    Optional<Duration> after(Response response) {
        if (response.status() == 429) {
            limits++;
            return paused(asked(response).orElseGet(() -> growing(FIRST_AFTER_LIMIT, MOST_AFTER_LIMIT, limits)));
        }
        if (Trouble.isPassing(response.status())) {
            return isRepeatable(response.request()) && ++faults < MOST_FAULTS
                    ? paused(asked(response).orElseGet(this::growing))
                    : Optional.empty();
        }
        return isGarbledRead(response) && ++doubts < MOST_DOUBTS ? paused(growing()) : Optional.empty();
    }

    /** The same where no answer came. */
    Optional<Duration> after(Request request, IOException why) {
        boolean isHopeless = why instanceof InterruptedIOException || why instanceof SSLException;
        if (isHopeless || !isRepeatable(request)) {
            return Optional.empty();
        }
        boolean isDoubtful = why instanceof HttpTimeoutException || Faults.isUnsent(why);
        boolean isBearable = isDoubtful ? ++doubts < MOST_DOUBTS : ++faults < MOST_FAULTS;
        return isBearable ? paused(growing()) : Optional.empty();
    }

    private static boolean isGarbledRead(Response response) {
        return response.request().httpMethod() == HttpMethod.GET
                && response.status() / 100 == 2
                && !Json.isWhole(response);
    }

    private Optional<Duration> paused(Duration pause) {
        waited = waited.plus(pause);
        return waited.compareTo(LONGEST) <= 0 ? Optional.of(pause) : Optional.empty();
    }

    private boolean isRepeatable(Request request) {
        return mayRepeatPosts || request.httpMethod() != HttpMethod.POST;
    }

    /** At least what the server asks for, and up to a tenth more, so that callers do not come back all at once. */
    private Optional<Duration> asked(Response response) {
        return RetryAfter.of(response, clock).map(it -> it.plus(part(it.dividedBy(10))));
    }

    private Duration growing() {
        return growing(FIRST_AFTER_FAULT, MOST_AFTER_FAULT, faults + doubts);
    }

    /** Doubling from the first to the most, less up to a half. */
    private Duration growing(Duration first, Duration most, int times) {
        var doubled = first.multipliedBy(1L << Math.min(times - 1, 10));
        var whole = doubled.compareTo(most) < 0 ? doubled : most;
        return whole.minus(part(whole.dividedBy(2)));
    }

    private Duration part(Duration most) {
        return Duration.ofMillis((long) (most.toMillis() * random.nextDouble()));
    }
}
