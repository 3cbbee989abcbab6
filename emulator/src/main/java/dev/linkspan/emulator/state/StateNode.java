package dev.linkspan.emulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A value in a state file together with its place, so that every refusal can say where.
 *
 * @param place such as {@code projects[0].services[1].region}
 */
record StateNode(String place, JsonNode value) {

    /** The fault of this value: where, what, and something that is accepted. */
    IllegalArgumentException refused(String why, String example) {
        return new IllegalArgumentException(
                (place.isEmpty() ? "The state" : place) + ": " + why + ". Accepted is, for instance, " + example + ".");
    }

    StateNode object(String example) {
        if (!value.isObject()) {
            throw refused("an object is needed here, not " + kind(), example);
        }
        return this;
    }

    /** Only these fields may stand in this object. */
    StateNode object(String example, String... known) {
        object(example);
        List<String> names = List.of(known);
        value.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                throw new IllegalArgumentException(child(name).place + ": there is no such field. Here may stand "
                        + String.join(", ", names) + ".");
            }
        });
        return this;
    }

    /** The field of this name; empty where it is absent or null. */
    Optional<StateNode> field(String name) {
        JsonNode found = value.path(name);
        return found.isMissingNode() || found.isNull() ? Optional.empty() : Optional.of(child(name));
    }

    StateNode required(String name, String example) {
        return field(name).orElseThrow(() -> child(name).refused("it is missing", example));
    }

    String text(String example) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw refused("a text is needed here, not " + kind(), example);
        }
        return value.textValue();
    }

    boolean flag() {
        if (!value.isBoolean()) {
            throw refused("true or false is needed here, not " + kind(), "false");
        }
        return value.booleanValue();
    }

    int count() {
        if (!value.isInt() || value.intValue() < 1) {
            throw refused("a number of at least 1 is needed here, not " + kind(), "6");
        }
        return value.intValue();
    }

    <T> List<T> items(String example, Function<StateNode, T> read) {
        if (!value.isArray()) {
            throw refused("a list is needed here, not " + kind(), example);
        }
        List<T> items = new ArrayList<>();
        for (int index = 0; index < value.size(); index++) {
            items.add(read.apply(new StateNode(place + "[" + index + "]", value.get(index))));
        }
        return items;
    }

    <T> Map<String, T> entries(String example, Function<StateNode, T> read) {
        object(example);
        Map<String, T> entries = new TreeMap<>();
        value.fieldNames().forEachRemaining(name -> entries.put(name, read.apply(child(name))));
        return entries;
    }

    boolean isText() {
        return value.isTextual();
    }

    private StateNode child(String name) {
        return new StateNode(place.isEmpty() ? name : place + "." + name, value.path(name));
    }

    private String kind() {
        return switch (value.getNodeType()) {
            case STRING -> value.textValue().isBlank() ? "an empty text" : "the text '" + value.textValue() + "'";
            case NUMBER -> "the number " + value.asText();
            case BOOLEAN -> value.asText();
            case ARRAY -> "a list";
            case OBJECT -> "an object";
            default -> "nothing";
        };
    }
}
