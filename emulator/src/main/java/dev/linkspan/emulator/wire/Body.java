package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The JSON body of a request. Fields that the route does not know are refused, as Atlas does. */
final class Body {

    private final ObjectNode node;

    private Body(ObjectNode node) {
        this.node = node;
    }

    static Body of(Incoming request, String... known) {
        JsonNode read;
        try {
            read = Json.read(request.body());
        } catch (JsonProcessingException e) {
            throw new AtlasRefusal(400, "MALFORMED_JSON", "Received malformed JSON.");
        }
        if (!(read instanceof ObjectNode object)) {
            throw new AtlasRefusal(400, "INVALID_JSON", "The request body must be a JSON object.");
        }
        return new Body(object).allowing(List.of(known));
    }

    private Body allowing(List<String> known) {
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                throw invalid(name);
            }
        }
        return this;
    }

    String text(String name) {
        return optionalText(name).orElseThrow(() -> missing(name));
    }

    Optional<String> optionalText(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            throw wrongType(name);
        }
        return Optional.of(value.textValue());
    }

    boolean flag(String name) {
        return optionalFlag(name).orElseThrow(() -> missing(name));
    }

    Optional<Boolean> optionalFlag(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isBoolean()) {
            throw wrongType(name);
        }
        return Optional.of(value.booleanValue());
    }

    boolean has(String name) {
        return node.has(name);
    }

    /** A list of texts; empty where the field is absent or null. */
    Optional<List<String>> texts(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(name)) {
            if (!item.isTextual()) {
                throw wrongType(name);
            }
            texts.add(item.textValue());
        }
        return Optional.of(texts);
    }

    /** A list of objects that know these fields; empty where the field is absent. */
    List<Body> objects(String name, String... known) {
        List<Body> objects = new ArrayList<>();
        for (JsonNode item : array(name)) {
            if (!(item instanceof ObjectNode object)) {
                throw wrongType(name);
            }
            objects.add(new Body(object).allowing(List.of(known)));
        }
        return objects;
    }

    private JsonNode array(String name) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Json.array();
        }
        if (!value.isArray()) {
            throw wrongType(name);
        }
        return value;
    }

    static AtlasRefusal invalid(String name) {
        return new AtlasRefusal(400, "INVALID_ATTRIBUTE", "Invalid attribute " + name + " specified.", name);
    }

    private static AtlasRefusal missing(String name) {
        return new AtlasRefusal(
                400, "MISSING_ATTRIBUTE", "The required attribute " + name + " was not specified.", name);
    }

    private static AtlasRefusal wrongType(String name) {
        return new AtlasRefusal(
                400,
                "INVALID_JSON_ATTRIBUTE",
                "Received JSON for the " + name + " attribute does not match expected format.",
                name);
    }
}
