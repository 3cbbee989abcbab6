package dev.linkspan.audit.service;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.model.ProjectRef;
import java.time.Instant;
import java.util.function.Function;

/**
 * One project's audit on its way from the worker that made it to the one that makes the report. Only workers of one version share a
 * run, so this is no format for anybody else.
 */
final class ProjectAuditJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new Jdk8Module())
            .addModule(new SimpleModule()
                    .addSerializer(ProjectRef.class, new ToStringSerializer())
                    .addDeserializer(ProjectRef.class, new TextReader<>(ProjectRef.class, ProjectRef::parse))
                    .addSerializer(Instant.class, new ToStringSerializer())
                    .addDeserializer(Instant.class, new TextReader<>(Instant.class, Instant::parse)))
            .serializationInclusion(JsonInclude.Include.NON_ABSENT)
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.GETTER, Visibility.NONE)
            .visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .build();

    private ProjectAuditJson() {}

    static String text(ProjectAudit audit) {
        try {
            return MAPPER.writeValueAsString(audit);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a project's audit is made of texts and numbers", e);
        }
    }

    /** @throws IllegalStateException for a text that another version wrote */
    static ProjectAudit read(String text) {
        try {
            return MAPPER.readValue(text, ProjectAudit.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("this is no audit of a project: " + e.getOriginalMessage(), e);
        }
    }

    private static final class TextReader<T> extends FromStringDeserializer<T> {

        private static final long serialVersionUID = 1L;

        private final transient Function<String, T> parse;

        TextReader(Class<T> type, Function<String, T> parse) {
            super(type);
            this.parse = parse;
        }

        @Override
        protected T _deserialize(String value, DeserializationContext context) {
            return parse.apply(value);
        }
    }
}
