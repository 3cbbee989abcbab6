package dev.linkspan.audit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.linkspan.audit.AuditReport;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Collection;
import java.util.Map;

/** For programs. All but ASCII is escaped, so that no text in it can play with a terminal. */
public final class JsonReport implements ReportFormat {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .configure(JsonWriteFeature.ESCAPE_NON_ASCII, true)
            .build();

    private static final Separators NO_SPACE_BEFORE_COLON =
            Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER);

    @Override
    public void write(AuditReport report, Appendable out) throws IOException {
        var text = new StringWriter();
        try (var json = FACTORY.createGenerator(text)) {
            var lines = new DefaultIndenter("  ", "\n");
            json.setPrettyPrinter(new DefaultPrettyPrinter(NO_SPACE_BEFORE_COLON)
                    .withObjectIndenter(lines)
                    .withArrayIndenter(lines));
            write(json, ReportDocument.of(report));
        }
        out.append(text.getBuffer()).append('\n');
    }

    private static void write(JsonGenerator json, Object value) throws IOException {
        if (value instanceof Map<?, ?> members) {
            json.writeStartObject();
            for (var member : members.entrySet()) {
                json.writeFieldName((String) member.getKey());
                write(json, member.getValue());
            }
            json.writeEndObject();
        } else if (value instanceof Collection<?> elements) {
            json.writeStartArray();
            for (Object element : elements) {
                write(json, element);
            }
            json.writeEndArray();
        } else if (value instanceof Boolean truth) {
            json.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else {
            json.writeString((String) value);
        }
    }
}
