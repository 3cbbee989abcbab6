package dev.linkspan.audit.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.Coverage;
import dev.linkspan.audit.Finding;
import dev.linkspan.audit.FindingCounts;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.Address;
import java.io.IOException;
import java.io.StringWriter;

/**
 * For programs: one object whose {@code format} is {@value #FORMAT}. Members may be added under that name; one that goes or
 * changes its meaning makes a new name. All but ASCII is escaped, so that no text in it can play with a terminal.
 */
public final class JsonReport implements ReportFormat {

    public static final String FORMAT = "linkspan.audit/1";

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
            report(json, report);
        }
        out.append(text.getBuffer()).append('\n');
    }

    private static void report(JsonGenerator json, AuditReport report) throws IOException {
        json.writeStartObject();
        json.writeStringField("format", FORMAT);
        if (report.at().isPresent()) {
            json.writeStringField("at", report.at().get().toString());
        }
        json.writeStringField("verdict", report.verdict().word());
        json.writeNumberField("exitStatus", report.verdict().exitStatus());
        json.writeStringField("failOn", report.failOn().word());
        coverage(json, report.coverage());
        counts(json, report.counts());
        json.writeNumberField("ignored", report.ignored());
        json.writeArrayFieldStart("findings");
        for (var finding : report.findings()) {
            finding(json, report, finding);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void coverage(JsonGenerator json, Coverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        share(json, "projects", coverage.projects());
        share(json, "services", coverage.services());
        share(json, "endpoints", coverage.endpoints());
        json.writeEndObject();
    }

    private static void share(JsonGenerator json, String name, Coverage.Share share) throws IOException {
        json.writeObjectFieldStart(name);
        json.writeNumberField("looked", share.looked());
        json.writeNumberField("declared", share.declared());
        json.writeEndObject();
    }

    private static void counts(JsonGenerator json, FindingCounts counts) throws IOException {
        json.writeObjectFieldStart("counts");
        json.writeNumberField("missing", counts.missing());
        json.writeNumberField("unhealthy", counts.unhealthy());
        json.writeNumberField("changed", counts.changed());
        json.writeNumberField("unmanaged", counts.unmanaged());
        json.writeNumberField("settling", counts.settling());
        json.writeNumberField("notSeen", counts.notSeen());
        json.writeEndObject();
    }

    private static void finding(JsonGenerator json, AuditReport report, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", finding.kind().word());
        json.writeStringField("severity", finding.severity().word());
        json.writeStringField("fingerprint", finding.fingerprint().value());
        address(json, report, finding.address());
        json.writeStringField("summary", finding.summary());
        finding.match(new ParticularsOf()).write(json);
        json.writeStringField("remedy", finding.advice().remedy());
        if (finding.advice().snippet().isPresent()) {
            json.writeStringField("snippet", finding.advice().snippet().get());
        }
        if (finding.advice().source().isPresent()) {
            source(json, finding.advice().source().get());
        }
        json.writeEndObject();
    }

    private static void address(JsonGenerator json, AuditReport report, Address address) throws IOException {
        json.writeStringField("address", address.toString());
        json.writeStringField("project", address.project().value());
        if (report.projectNames().containsKey(address.project())) {
            json.writeStringField("projectName", report.projectNames().get(address.project()));
        }
        if (address.provider().isPresent()) {
            json.writeStringField("provider", address.provider().get().word());
        }
        if (address.region().isPresent()) {
            json.writeStringField("region", address.region().get().cloudName());
            json.writeBooleanField("portMapped", address.service().get().isPortMapped());
        }
        if (address.endpoint().isPresent()) {
            json.writeStringField("endpoint", address.endpoint().get().value());
        }
    }

    private static void source(JsonGenerator json, SourceRef source) throws IOException {
        json.writeObjectFieldStart("source");
        json.writeStringField("file", source.file());
        json.writeNumberField("line", source.line());
        json.writeNumberField("column", source.column());
        json.writeEndObject();
    }

    /** The members that only one kind of finding has. */
    @FunctionalInterface
    private interface Particulars {
        void write(JsonGenerator json) throws IOException;
    }

    private static final class ParticularsOf implements Finding.Cases<Particulars> {

        @Override
        public Particulars missing(Finding.Missing it) {
            return json -> {};
        }

        @Override
        public Particulars unmanaged(Finding.Unmanaged it) {
            return json -> json.writeStringField("status", it.status());
        }

        @Override
        public Particulars changed(Finding.Changed it) {
            return json -> {
                json.writeArrayFieldStart("differences");
                for (var difference : it.differences()) {
                    json.writeStartObject();
                    json.writeStringField("attribute", difference.attribute());
                    json.writeStringField("declared", difference.declared());
                    json.writeStringField("observed", difference.observed());
                    json.writeEndObject();
                }
                json.writeEndArray();
            };
        }

        @Override
        public Particulars unhealthy(Finding.Unhealthy it) {
            return json -> {
                json.writeStringField("status", it.status());
                if (it.message().isPresent()) {
                    json.writeStringField("message", it.message().get());
                }
            };
        }

        @Override
        public Particulars settling(Finding.Settling it) {
            return json -> json.writeStringField("status", it.status());
        }

        @Override
        public Particulars notSeen(Finding.NotSeen it) {
            return json -> {
                json.writeStringField("why", it.blindSpot().why());
                json.writeNumberField("hidden", it.hidden());
            };
        }
    }
}
