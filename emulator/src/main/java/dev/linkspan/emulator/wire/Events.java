package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.Project;
import dev.linkspan.emulator.state.EventState;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;

/** A project's activity as Atlas shows it: newest first, page by page, a subset by type and time where one is asked for. */
final class Events {

    /** The query parameters by which events are chosen; the type may stand several times. */
    static final String[] QUERIES = Page.queriesAnd("eventType", "minDate", "maxDate");

    private final Incoming request;
    private final Project project;
    private final String apiUrl;

    Events(Incoming request, Project project, String apiUrl) {
        this.request = request;
        this.project = project;
        this.apiUrl = apiUrl;
    }

    Answer page(String baseUrl) {
        List<String> types = request.all("eventType");
        Instant least = request.moment("minDate").orElse(Instant.MIN);
        Instant most = request.moment("maxDate").orElse(Instant.MAX);
        List<EventState> shown = new ArrayList<>(project.events().stream()
                .filter(event -> types.isEmpty() || types.contains(event.type()))
                .filter(event -> !event.at().isBefore(least) && !event.at().isAfter(most))
                .toList());
        Collections.reverse(shown);
        return new Page(request).of(shown, baseUrl, this::shape);
    }

    private ObjectNode shape(EventState event) {
        ObjectNode node = Json.object();
        String id = id(event);
        node.put("created", event.at().truncatedTo(ChronoUnit.SECONDS).toString());
        node.put("eventTypeName", event.type());
        node.put("groupId", project.id());
        node.put("id", id);
        node.put("isGlobalAdmin", false);
        node.set("links", Json.array().add(Shapes.link(apiUrl + "/groups/" + project.id() + "/events/" + id, "self")));
        event.endpoint().ifPresent(endpoint -> node.put("providerEndpointId", endpoint));
        event.by().ifPresent(by -> node.put(by.contains("@") ? "username" : "publicKey", by));
        node.put("remoteAddress", "127.0.0.1");
        return node;
    }

    /** The same for the same event. */
    private static String id(EventState event) {
        UUID hash = UUID.nameUUIDFromBytes(event.toString().getBytes(StandardCharsets.UTF_8));
        return hash.toString().replace("-", "").substring(0, 24);
    }
}
