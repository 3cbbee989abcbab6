package dev.linkspan.plan.file;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.linkspan.document.Notation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;

/** A plan file between its text and its meaning: maps with text keys, lists, texts, whole numbers and booleans. */
final class Tree {

    /** Characters of the longest plan file: about 400,000 endpoints. */
    static final int LONGEST = 128 << 20;

    private static final YAMLFactory YAML = YAMLFactory.builder()
            .loaderOptions(loading())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private Tree() {}

    private static LoaderOptions loading() {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        return options;
    }

    static String yaml(Map<String, ?> tree) {
        return Notation.YAML.text(tree);
    }

    /** One text for one tree: keys sorted, no white space, only ASCII. */
    static String json(Map<String, ?> tree) {
        return Notation.COMPACT_JSON.text(tree);
    }

    /** @throws Fault when it is no YAML, or YAML of a kind that no plan file has */
    static Object read(String yaml) {
        try (var parser = YAML.createParser(yaml)) {
            var token = parser.nextToken();
            Object tree = token == null ? Map.of() : value(parser, token);
            if (parser.nextToken() != null) {
                throw new Fault("", "something follows the end of the plan");
            }
            return tree;
        } catch (IOException e) {
            throw new Fault(
                    "",
                    "it is not YAML: "
                            + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    private static Object value(JsonParser parser, JsonToken token) throws IOException {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getText();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT -> parser.getLongValue();
            default -> throw new Fault("", "a plan file has no value such as '" + parser.getText() + "'");
        };
    }

    private static Map<String, Object> object(JsonParser parser) throws IOException {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return members;
    }

    private static List<Object> list(JsonParser parser) throws IOException {
        var elements = new ArrayList<>();
        for (var token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }
}
