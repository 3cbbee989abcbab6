package dev.linkspan.atlas.http;

import dev.linkspan.time.Sleeper;
import feign.Response;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Slows requests down before Atlas refuses them. Atlas keeps token buckets, one for each project and set of calls, and tells
 * size and level in the headers of each answer (API v2). In the last tenth, what is left is spread over the minute within
 * which every documented bucket is filled up; after a 429 all of its requests stay away as long as one was told to.
 */
final class RateLimit {

    /** Every documented bucket is refilled once a minute; no wait needs to be longer, whatever was said before. */
    private static final Duration REFILL = Duration.ofMinutes(1);

    private static final Pattern BUCKET = Pattern.compile("/groups/([^/?]+)/([^/?]+)");

    private final Clock clock;
    private final Sleeper sleeper;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(Clock clock, Sleeper sleeper) {
        this.clock = clock;
        this.sleeper = sleeper;
    }

    /** Waits until the call may go out. Each call that returns is to be followed by one {@link Permit#close()}. */
    Permit await(Call call) throws InterruptedException {
        var matcher = BUCKET.matcher(call.url().getRawPath());
        String name = matcher.find() ? matcher.group(1) + "/" + matcher.group(2) : "";
        var permit = new Permit(buckets.computeIfAbsent(name, it -> new Bucket()));
        var wait = permit.bucket.enter(clock.instant());
        if (!wait.isZero()) {
            try {
                sleeper.sleep(wait);
            } catch (InterruptedException e) {
                permit.close();
                throw e;
            }
        }
        return permit;
    }

    /** One request under way. */
    final class Permit implements AutoCloseable {

        private final Bucket bucket;

        private Permit(Bucket bucket) {
            this.bucket = bucket;
        }

        void answered(Response response) {
            bucket.see(response);
            if (response.status() == 429) {
                RetryAfter.of(response, clock)
                        .ifPresent(it -> bucket.holdUntil(clock.instant().plus(shorter(it, REFILL))));
            }
        }

        @Override
        public void close() {
            bucket.leave();
        }
    }

    private static final class Bucket {

        private Optional<Integer> limit = Optional.empty();
        private int left;
        private int underWay;
        private Instant next = Instant.MIN;

        synchronized Duration enter(Instant now) {
            underWay++;
            var wait = next.isAfter(now) ? shorter(Duration.between(now, next), REFILL) : Duration.ZERO;
            if (isLow()) {
                next = now.plus(wait).plus(REFILL.dividedBy(Math.max(1, left - underWay)));
            }
            return wait;
        }

        /** What is under way may not have been counted yet. */
        private boolean isLow() {
            return limit.filter(it -> left - underWay < it / 10).isPresent();
        }

        synchronized void leave() {
            underWay--;
        }

        synchronized void see(Response response) {
            var size = Headers.number(response, "RateLimit-Limit");
            var level = Headers.number(response, "RateLimit-Remaining");
            if (size.isPresent() && level.isPresent()) {
                limit = size;
                left = level.get();
            }
        }

        synchronized void holdUntil(Instant instant) {
            next = instant.isAfter(next) ? instant : next;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
