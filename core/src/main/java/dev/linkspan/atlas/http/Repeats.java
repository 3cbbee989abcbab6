package dev.linkspan.atlas.http;

import dev.linkspan.time.Sleeper;
import feign.Client;
import feign.Request;
import feign.Response;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;

/** Sends a request again as {@link RepeatPolicy} allows, and tells the log of each attempt. */
record Repeats(
        Client next, Supplier<RepeatPolicy> policies, Clock clock, Sleeper sleeper, Faults faults, RequestLog log)
        implements Client {

    @Override
    public Response execute(Request request, Request.Options options) {
        var policy = policies.get();
        for (int attempt = 1; ; attempt++) {
            Duration pause;
            try {
                var response = attempt(request, options, attempt);
                var another = policy.after(response);
                if (another.isEmpty()) {
                    return response;
                }
                pause = another.get();
            } catch (IOException e) {
                int attempts = attempt;
                pause = policy.after(request, e).orElseThrow(() -> faults.unanswered(request, e, attempts));
            }
            sleep(request, pause);
        }
    }

    private Response attempt(Request request, Request.Options options, int attempt) throws IOException {
        long start = clock.millis();
        try {
            var response = next.execute(request, options);
            log(request, attempt, start, OptionalInt.of(response.status()), Optional.empty());
            return response;
        } catch (IOException e) {
            log(request, attempt, start, OptionalInt.empty(), Optional.of(faults.shown(e.toString())));
            throw e;
        }
    }

    private void log(Request request, int attempt, long start, OptionalInt status, Optional<String> failure) {
        var call = Call.of(request);
        var took = Duration.ofMillis(clock.millis() - start);
        log.requested(new RequestLog.Line(call.verb().name(), call.path(), attempt, took, status, failure));
    }

    private void sleep(Request request, Duration pause) {
        try {
            sleeper.sleep(pause);
        } catch (InterruptedException e) {
            throw faults.cancelled(request);
        }
    }
}
