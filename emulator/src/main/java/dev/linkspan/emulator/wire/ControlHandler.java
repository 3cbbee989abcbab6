package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.linkspan.emulator.faults.Delay;
import dev.linkspan.emulator.faults.Fault;
import dev.linkspan.emulator.faults.FaultBook;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.World;
import dev.linkspan.emulator.lifecycle.WorldClock;
import dev.linkspan.emulator.state.AtlasState;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The emulator's own routes below {@code /emulator/}, by which a test or a person steers it. They ask for no key. */
final class ControlHandler implements HttpHandler {

    private static final String ROUTES = "GET, POST and DELETE /emulator/faults; GET, POST and DELETE /emulator/state;"
            + " GET and DELETE /emulator/requests; POST /emulator/advance";

    private final World world;
    private final WorldClock clock;
    private final FaultBook faults;
    private final RequestLog log;
    private final AtlasState start;

    ControlHandler(World world, WorldClock clock, FaultBook faults, RequestLog log) {
        this.world = world;
        this.clock = clock;
        this.faults = faults;
        this.log = log;
        this.start = world.state();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            Incoming request = Incoming.of(exchange);
            String operation = request.method() + " " + request.path().substring("/emulator/".length());
            byte[] answer;
            int status = 200;
            try {
                answer = answer(operation, new String(request.body(), StandardCharsets.UTF_8));
            } catch (IllegalArgumentException e) {
                status = 400;
                answer = Json.write(Json.object().put("error", e.getMessage()), true);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private byte[] answer(String operation, String body) {
        switch (operation) {
            case "GET faults", "GET state", "GET requests" -> {}
            case "POST faults" ->
                body.lines()
                        .filter(line -> !line.isBlank())
                        .map(Fault::parse)
                        .toList()
                        .forEach(faults::add);
            case "DELETE faults" -> faults.clear();
            case "POST state" -> world.replace(AtlasState.parse(body));
            case "DELETE state" -> world.replace(start);
            case "DELETE requests" -> log.clear();
            case "POST advance" ->
                clock.advance(Delay.read(body.trim())
                        .orElseThrow(() -> new IllegalArgumentException(
                                "'" + body.trim() + "' is no time. Accepted is, for instance, 5m or 90s.")));
            default ->
                throw new IllegalArgumentException(
                        "There is no " + operation.replace(" ", " /emulator/") + ". There are " + ROUTES + ".");
        }
        return switch (operation.substring(operation.indexOf(' ') + 1)) {
            case "faults" -> Json.write(faults(), true);
            case "requests" -> Json.write(requests(), true);
            case "advance" -> Json.write(Json.object().put("now", clock.world().toString()), true);
            default -> world.state().toJson().getBytes(StandardCharsets.UTF_8);
        };
    }

    private ObjectNode faults() {
        ObjectNode node = Json.object();
        ArrayNode array = node.putArray("faults");
        faults.faults().forEach(fault -> array.add(fault.text()));
        return node;
    }

    private ObjectNode requests() {
        ObjectNode node = Json.object();
        ArrayNode array = node.putArray("requests");
        List<RecordedRequest> requests = log.requests();
        requests.forEach(request -> {
            ObjectNode one = array.addObject();
            one.put("method", request.method());
            one.put("path", request.path());
            one.put("query", request.query());
            one.put("status", request.status());
            one.put("admission", request.admission().name());
            request.fault().ifPresent(fault -> one.put("fault", fault));
        });
        return node;
    }
}
