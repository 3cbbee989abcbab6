package dev.linkspan.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** The one way through a document, whatever it is written down in. */
final class Writing {

    private static final int REPLACEMENT = 0xfffd;

    private Writing() {}

    static String text(JsonFactory notation, Map<String, ?> document, Consumer<JsonGenerator> setUp) {
        var text = new StringWriter();
        try (var generator = notation.createGenerator(text)) {
            setUp.accept(generator);
            write(generator, document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            object(generator, map);
        } else if (value instanceof Collection<?> list) {
            generator.writeStartArray();
            for (Object element : list) {
                write(generator, element);
            }
            generator.writeEndArray();
        } else if (value instanceof Optional<?> optional) {
            write(generator, optional.orElse(null));
        } else if (value instanceof Boolean truth) {
            generator.writeBoolean(truth);
        } else if (value instanceof Integer || value instanceof Long) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value == null) {
            generator.writeNull();
        } else {
            generator.writeString(whole(value.toString()));
        }
    }

    private static void object(JsonGenerator generator, Map<?, ?> map) throws IOException {
        generator.writeStartObject();
        for (var member : new TreeMap<>(map).entrySet()) {
            generator.writeFieldName(whole((String) member.getKey()));
            write(generator, member.getValue());
        }
        generator.writeEndObject();
    }

    /** Half a surrogate pair, which is no character and which SnakeYAML joins with whatever follows, becomes U+FFFD. */
    private static String whole(String text) {
        if (text.codePoints().noneMatch(Writing::isHalf)) {
            return text;
        }
        return text.codePoints()
                .map(it -> isHalf(it) ? REPLACEMENT : it)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isHalf(int codePoint) {
        return Character.getType(codePoint) == Character.SURROGATE;
    }
}
