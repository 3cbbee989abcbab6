package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back to the client.
 *
 * @param body absent for an empty one
 */
record Answer(int status, Map<String, List<String>> headers, Optional<JsonNode> body) {

    private static final Map<Integer, String> REASONS = Map.ofEntries(
            Map.entry(400, "Bad Request"),
            Map.entry(401, "Unauthorized"),
            Map.entry(402, "Payment Required"),
            Map.entry(403, "Forbidden"),
            Map.entry(404, "Not Found"),
            Map.entry(405, "Method Not Allowed"),
            Map.entry(406, "Not Acceptable"),
            Map.entry(409, "Conflict"),
            Map.entry(415, "Unsupported Media Type"),
            Map.entry(429, "Too Many Requests"),
            Map.entry(500, "Internal Server Error"),
            Map.entry(502, "Bad Gateway"),
            Map.entry(503, "Service Unavailable"));

    static Answer of(int status, JsonNode body) {
        return new Answer(status, Map.of("Content-Type", List.of("application/json")), Optional.of(body));
    }

    static Answer empty(int status) {
        return new Answer(status, Map.of(), Optional.empty());
    }

    /** The error body that Atlas gives, its keys in Atlas's order. */
    static Answer refusal(AtlasRefusal refusal) {
        ObjectNode body = Json.object();
        body.put("detail", refusal.getMessage());
        body.put("error", refusal.status());
        body.put("errorCode", refusal.code());
        body.putPOJO("parameters", refusal.parameters());
        body.put("reason", reason(refusal.status()));
        return of(refusal.status(), body).with("X-Error-Code", refusal.code()).with("Content-Type", "application/json");
    }

    static String reason(int status) {
        return REASONS.getOrDefault(status, "Status " + status);
    }

    Answer with(String name, String... values) {
        Map<String, List<String>> more = new LinkedHashMap<>(headers);
        more.put(name, List.of(values));
        return new Answer(status, more, body);
    }

    Answer withBody(JsonNode other) {
        return new Answer(status, headers, Optional.of(other));
    }
}
