package dev.linkspan.emulator.wire;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One request as it came.
 *
 * @param target path and query exactly as sent, which is what a digest is made over
 * @param path the raw path, still percent-encoded
 */
record Incoming(String method, String target, String path, Map<String, String> query, Headers headers, byte[] body) {

    private static final int LARGEST_BODY = 1 << 20;

    static Incoming of(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getRawPath();
        String query = exchange.getRequestURI().getRawQuery();
        try (InputStream stream = exchange.getRequestBody()) {
            return new Incoming(
                    exchange.getRequestMethod(),
                    query == null ? path : path + "?" + query,
                    path,
                    parameters(query),
                    exchange.getRequestHeaders(),
                    stream.readNBytes(LARGEST_BODY));
        }
    }

    ArrivedRequest arrived() {
        return new ArrivedRequest(method, path, rawQuery(), headers, new String(body, StandardCharsets.UTF_8));
    }

    /** The parts of the path, each decoded by itself, so that an encoded slash stays within its part. */
    List<String> segments() {
        return Arrays.stream(path.substring(1).split("/", -1))
                .map(Incoming::decoded)
                .toList();
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /** Empty if there is none. */
    private String rawQuery() {
        return target.equals(path) ? "" : target.substring(path.length() + 1);
    }

    /** All values of a query parameter that may stand several times. */
    List<String> all(String name) {
        return pairs(rawQuery())
                .filter(pair -> pair.getKey().equals(name))
                .map(Map.Entry::getValue)
                .toList();
    }

    /** A query parameter that is a moment, as ISO 8601 writes it. */
    Optional<Instant> moment(String name) {
        try {
            return Optional.ofNullable(query.get(name)).map(Instant::parse);
        } catch (DateTimeParseException e) {
            throw invalidQuery(name);
        }
    }

    /** A true/false query parameter. */
    boolean flag(String name, boolean otherwise) {
        String value = query.getOrDefault(name, Boolean.toString(otherwise));
        if (!value.equals("true") && !value.equals("false")) {
            throw invalidQuery(name);
        }
        return value.equals("true");
    }

    /** A numeric query parameter within bounds. */
    int number(String name, int otherwise, int least, int most) {
        String value = query.getOrDefault(name, Integer.toString(otherwise));
        if (!value.matches("\\d{1,9}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw invalidQuery(name);
        }
        return Integer.parseInt(value);
    }

    void allowQuery(List<String> names) {
        query.keySet().stream()
                .filter(name -> !names.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw invalidQuery(name);
                });
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new LinkedHashMap<>();
        pairs(query == null ? "" : query).forEach(pair -> parameters.put(pair.getKey(), pair.getValue()));
        return parameters;
    }

    private static Stream<Map.Entry<String, String>> pairs(String query) {
        return query.isEmpty()
                ? Stream.empty()
                : Arrays.stream(query.split("&"))
                        .map(part -> part.split("=", 2))
                        .map(pair -> Map.entry(form(pair[0]), pair.length < 2 ? "" : form(pair[1])));
    }

    private static AtlasRefusal invalidQuery(String name) {
        return new AtlasRefusal(
                400, "INVALID_QUERY_PARAMETER", "Invalid query parameter " + name + " specified.", name);
    }

    private static String form(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }

    /** In a path a plus sign is just a plus sign. */
    private static String decoded(String segment) {
        return form(segment.replace("+", "%2B"));
    }
}
