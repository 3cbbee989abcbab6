package dev.linkspan.emulator.wire;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request as it came, before anything was done. Unlike a {@link RecordedRequest} it holds everything, credentials too.
 *
 * @param path raw, without the query
 * @param query raw, empty if there was none
 * @param body empty if there was none
 */
public record ArrivedRequest(String method, String path, String query, Map<String, List<String>> headers, String body) {

    public ArrivedRequest {
        headers = Map.copyOf(headers);
    }

    /** The first value of a header, whatever the case of its name. */
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }
}
