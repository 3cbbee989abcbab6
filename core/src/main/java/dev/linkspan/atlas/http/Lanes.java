package dev.linkspan.atlas.http;

import dev.linkspan.time.Sleeper;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.concurrent.Semaphore;

/** Lets so many requests be under way at once, and none faster than the rate limit bears. */
final class Lanes implements Client {

    private final Client next;
    private final Semaphore free;
    private final RateLimit limit;
    private final Sleeper sleeper;
    private final Faults faults;

    Lanes(Client next, int lanes, RateLimit limit, Sleeper sleeper, Faults faults) {
        this.next = next;
        this.free = new Semaphore(lanes, true);
        this.limit = limit;
        this.sleeper = sleeper;
        this.faults = faults;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        var bucket = limit.bucket(Call.of(request));
        try {
            enter(bucket);
        } catch (InterruptedException e) {
            throw faults.cancelled(request);
        }
        try {
            var response = next.execute(request, options);
            bucket.see(response);
            return response;
        } finally {
            bucket.leave();
            free.release();
        }
    }

    /** Nobody holds a lane while waiting for a bucket: other projects have their own. */
    private void enter(RateLimit.Bucket bucket) throws InterruptedException {
        while (true) {
            var pause = bucket.pause();
            if (!pause.isZero()) {
                sleeper.sleep(pause);
            }
            free.acquire();
            if (bucket.enter()) {
                return;
            }
            free.release();
        }
    }
}
