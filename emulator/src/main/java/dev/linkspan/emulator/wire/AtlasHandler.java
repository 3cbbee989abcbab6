package dev.linkspan.emulator.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.linkspan.emulator.faults.Fault;
import dev.linkspan.emulator.faults.FaultBook;
import dev.linkspan.emulator.faults.FaultKind;
import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One request from beginning to end: who is it, which fault does it meet, is it within the limits, what does Atlas say.
 * Faults and limits count only what was let in, so that the handshakes of a client do not use them up.
 */
final class AtlasHandler implements HttpHandler {

    /** What Atlas sends along with everything. */
    private static final Map<String, String> USUAL_HEADERS = Map.of(
            "Referrer-Policy", "strict-origin-when-cross-origin",
            "Server", "mdbws",
            "Strict-Transport-Security", "max-age=31536000; includeSubdomains;",
            "X-Content-Type-Options", "nosniff",
            "X-Envoy-Upstream-Service-Time", "1",
            "X-Frame-Options", "DENY",
            "X-Permitted-Cross-Domain-Policies", "none");

    private final Gate gate;
    private final AtlasApi api;
    private final RateLimits limits;
    private final FaultBook faults;
    private final RequestLog log;
    private final RequestWatcher watcher;
    private final Consumer<Duration> slowness;

    AtlasHandler(
            Gate gate,
            AtlasApi api,
            RateLimits limits,
            FaultBook faults,
            RequestLog log,
            RequestWatcher watcher,
            Consumer<Duration> slowness) {
        this.gate = gate;
        this.api = api;
        this.limits = limits;
        this.faults = faults;
        this.log = log;
        this.watcher = watcher;
        this.slowness = slowness;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Incoming request = Incoming.of(exchange);
            ArrivedRequest arrived = request.arrived();
            if (!watcher.arrived(arrived)) {
                return;
            }
            Reply reply = safeReply(request);
            RecordedRequest recorded = reply.recorded(arrived);
            log.add(recorded);
            watcher.done(arrived, recorded);
            if (!reply.isDropped()) {
                send(exchange, request, reply);
            }
        }
    }

    /** A fault of the emulator itself must show, and not look like a connection that Atlas dropped. */
    private Reply safeReply(Incoming request) {
        try {
            return reply(request);
        } catch (RuntimeException e) {
            Answer answer = Answer.refusal(
                    new AtlasRefusal(500, "UNEXPECTED_ERROR", "The Linkspan emulator itself failed: " + e));
            return new Reply(answer, Admission.OPEN, Optional.empty());
        }
    }

    private Reply reply(Incoming request) {
        Admission.Decision decision = isOauth(request)
                ? new Admission.Decision(Admission.OPEN, Optional.of(new Caller("", Role.READER)))
                : gate.decide(request);
        if (decision.caller().isEmpty()) {
            return new Reply(gate.unauthorised(decision.admission()), decision.admission(), Optional.empty());
        }
        Optional<Fault> fault = faults.strike(request.method(), request.path());
        Answer answer = fault.flatMap(this::instead)
                .orElseGet(() -> isOauth(request)
                        ? gate.tokens().answer(request)
                        : limited(request, decision.caller().get()));
        return new Reply(answer, decision.admission(), fault);
    }

    private static boolean isOauth(Incoming request) {
        return request.path().equals(Tokens.TOKEN_PATH) || request.path().equals(Tokens.REVOKE_PATH);
    }

    private Answer limited(Incoming request, Caller caller) {
        if (!request.path().startsWith(ApiVersion.V2.prefix() + "/")) {
            return api.answer(request, caller);
        }
        RateLimits.Allowance allowance = limits.draw(request);
        return allowance.draw().allowed() ? allowance.mark(api.answer(request, caller)) : allowance.refusal();
    }

    /** The answer that a fault gives in place of the real one; none for the faults that let it be carried out. */
    private Optional<Answer> instead(Fault fault) {
        return switch (fault.kind()) {
            case PAYMENT -> refusal(402, "NO_PAYMENT_INFORMATION_FOUND", "No payment information was found.");
            case FORBIDDEN -> Optional.of(Answer.empty(403));
            case ACCESS_LIST ->
                refusal(
                        403,
                        "IP_ADDRESS_NOT_ON_ACCESS_LIST",
                        "IP address 127.0.0.1 is not allowed to access this resource.",
                        "127.0.0.1");
            case STALE -> Optional.of(gate.expireAll());
            case RATE_LIMITED ->
                refusal(429, "RATE_LIMITED", "Too many requests.").map(answer -> after(answer, fault));
            case SERVER_ERROR -> refusal(500, "UNEXPECTED_ERROR", "Unexpected error.");
            case BAD_GATEWAY -> Optional.of(Answer.empty(502).with("Content-Type", "text/html"));
            case UNAVAILABLE ->
                refusal(503, "UNEXPECTED_ERROR", "Service unavailable.").map(answer -> after(answer, fault));
            case RESET -> Optional.of(Answer.empty(500));
            case SLOW -> {
                slowness.accept(fault.delay());
                yield Optional.empty();
            }
            case LOST, GARBAGE, TRUNCATED -> Optional.empty();
        };
    }

    private static Optional<Answer> refusal(int status, String code, String detail, Object... parameters) {
        return Optional.of(Answer.refusal(new AtlasRefusal(status, code, detail, parameters)));
    }

    private static Answer after(Answer answer, Fault fault) {
        return fault.retryAfter().isPresent()
                ? answer.with("Retry-After", Integer.toString(fault.retryAfter().getAsInt()))
                : answer;
    }

    private static void send(HttpExchange exchange, Incoming request, Reply reply) throws IOException {
        byte[] body = reply.body("true".equals(request.query().get("pretty")));
        USUAL_HEADERS.forEach(exchange.getResponseHeaders()::set);
        reply.answer()
                .headers()
                .forEach((name, values) -> exchange.getResponseHeaders().put(name, List.copyOf(values)));
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            OutputStream stream = exchange.getResponseBody();
            stream.write(body, 0, reply.met(FaultKind.TRUNCATED) ? body.length / 2 : body.length);
            stream.flush();
        }
    }
}
