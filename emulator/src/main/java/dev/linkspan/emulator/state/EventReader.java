package dev.linkspan.emulator.state;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Reads the past of a project in a state file. */
final class EventReader {

    private static final String TYPE = "\"INTERFACE_ENDPOINT_DELETED\"";
    private static final String MOMENT = "\"2026-11-20T14:03:00Z\"";
    private static final String EXAMPLE =
            "{\"type\": " + TYPE + ", \"at\": " + MOMENT + ", \"by\": \"alice@acme.example\"}";

    private EventReader() {}

    static List<EventState> read(StateNode node) {
        return node.items("[" + EXAMPLE + "]", EventReader::event);
    }

    private static EventState event(StateNode node) {
        node.object(EXAMPLE, "type", "at", "by", "endpoint");
        return new EventState(
                type(node.required("type", TYPE)),
                moment(node.required("at", MOMENT)),
                node.field("by").map(by -> by.text("\"alice@acme.example\"")),
                node.field("endpoint").map(id -> id.text("\"" + Formats.endpointExample(Cloud.AWS) + "\"")));
    }

    /** Atlas has some hundred, and more with each release. */
    private static String type(StateNode node) {
        String text = node.text(TYPE);
        if (!text.matches("[A-Z][A-Z0-9_]*")) {
            throw node.refused("'" + text + "' is no type of event: upper case and underscores", TYPE);
        }
        return text;
    }

    private static Instant moment(StateNode node) {
        String text = node.text(MOMENT);
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw node.refused("'" + text + "' is no moment in UTC", MOMENT);
        }
    }
}
