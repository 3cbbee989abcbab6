package dev.linkspan.atlas.http;

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
    private final Faults faults;

    Lanes(Client next, int lanes, RateLimit limit, Faults faults) {
        this.next = next;
        this.free = new Semaphore(lanes, true);
        this.limit = limit;
        this.faults = faults;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        try (var permit = limit.await(Call.of(request))) {
            free.acquire();
            try {
                var response = next.execute(request, options);
                permit.answered(response);
                return response;
            } finally {
                free.release();
            }
        } catch (InterruptedException e) {
            throw faults.cancelled(request);
        }
    }
}
