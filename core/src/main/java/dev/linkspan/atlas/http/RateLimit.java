package dev.linkspan.atlas.http;

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
 * size and level in the headers of each answer (API v2).
 */
final class RateLimit {

    /** Every documented bucket is refilled once a minute; no wait needs to be longer, whatever was said before. */
    private static final Duration REFILL = Duration.ofMinutes(1);

    private static final Pattern BUCKET = Pattern.compile("/groups/([^/?]+)/([^/?]+)");

    private final Clock clock;
    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();

    RateLimit(Clock clock) {
        this.clock = clock;
    }

    /** The bucket that a call draws from. */
    Bucket bucket(Call call) {
        var matcher = BUCKET.matcher(call.url().getRawPath());
        String name = matcher.find() ? matcher.group(1) + "/" + matcher.group(2) : "";
        return buckets.computeIfAbsent(name, it -> new Bucket());
    }

    /**
     * In its last tenth, what is left is spread over the minute within which it is refilled; after a 429 all of its requests
     * stay away as long as one was told to.
     */
    final class Bucket {

        private Optional<Integer> size = Optional.empty();
        private int left;
        private int underWay;
        private Instant next = Instant.MIN;

        /** How long to wait before {@link #enter()} may succeed. */
        synchronized Duration pause() {
            var now = clock.instant();
            return next.isAfter(now) ? shorter(Duration.between(now, next)) : Duration.ZERO;
        }

        /** Takes one request out, to be followed by {@link #leave}; false when it is to wait after all. */
        synchronized boolean enter() {
            if (!pause().isZero()) {
                return false;
            }
            underWay++;
            // What is under way may not have been counted yet.
            int surelyLeft = left - underWay;
            if (size.filter(it -> surelyLeft < it / 10).isPresent()) {
                next = clock.instant().plus(REFILL.dividedBy(Math.max(1, surelyLeft)));
            }
            return true;
        }

        synchronized void see(Response response) {
            var capacity = Headers.number(response, "RateLimit-Limit");
            var remaining = Headers.number(response, "RateLimit-Remaining");
            if (capacity.isPresent() && remaining.isPresent()) {
                size = capacity;
                left = remaining.get();
            }
            if (response.status() == 429) {
                RetryAfter.of(response, clock)
                        .ifPresent(it -> holdUntil(clock.instant().plus(shorter(it))));
            }
        }

        synchronized void leave() {
            underWay--;
        }

        private void holdUntil(Instant instant) {
            next = instant.isAfter(next) ? instant : next;
        }

        private static Duration shorter(Duration wait) {
            return wait.compareTo(REFILL) < 0 ? wait : REFILL;
        }
    }
}
