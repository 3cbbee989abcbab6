package dev.linkspan.emulator.wire;

import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import dev.linkspan.emulator.lifecycle.WorldClock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Atlas's limits: a bucket for the private endpoints of each project and one for its clusters, and one for the projects of
 * all. Version 2 only.
 */
final class RateLimits {

    private static final String PROJECTS = "projects";

    private final Map<String, Bucket> buckets = new ConcurrentHashMap<>();
    private final RateLimit privateEndpoints;
    private final WorldClock clock;

    RateLimits(RateLimit privateEndpoints, WorldClock clock) {
        this.privateEndpoints = privateEndpoints;
        this.clock = clock;
    }

    /** What is left after this request; the headers go on its answer. */
    record Allowance(RateLimit limit, Bucket.Draw draw, String path) {

        Answer mark(Answer answer) {
            return answer.with("Ratelimit-Limit", Integer.toString(limit.capacity()))
                    .with("Ratelimit-Remaining", Integer.toString(draw.left()));
        }

        Answer refusal() {
            long interval = limit.interval().toSeconds();
            AtlasRefusal refusal = new AtlasRefusal(
                    429,
                    "RATE_LIMITED_TOKEN_BUCKET",
                    "Rate limited for " + path + ". Please retry after " + draw.retrySeconds()
                            + " seconds. Request capacity: " + limit.capacity() + ". Refill rate: " + limit.refill()
                            + " per " + interval + " seconds.",
                    path,
                    draw.retrySeconds(),
                    limit.capacity(),
                    limit.refill(),
                    interval);
            return mark(Answer.refusal(refusal)).with("Retry-After", Long.toString(draw.retrySeconds()));
        }
    }

    Allowance draw(Incoming request) {
        List<String> segments = request.segments();
        String area = segments.size() > 5 ? segments.get(5) : "";
        RateLimit limit = switch (area) {
            case "privateEndpoint" -> privateEndpoints;
            case "clusters" -> RateLimit.clusters();
            default -> RateLimit.projects();
        };
        boolean isOfOneProject = area.equals("privateEndpoint") || area.equals("clusters");
        String key = isOfOneProject ? area + " of " + segments.get(4) : PROJECTS;
        Bucket bucket = buckets.computeIfAbsent(key, any -> new Bucket(limit, clock.outside()));
        return new Allowance(limit, bucket.draw(clock.outside()), request.path().substring(1));
    }
}
