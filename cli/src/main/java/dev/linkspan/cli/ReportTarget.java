package dev.linkspan.cli;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.report.JsonReport;
import dev.linkspan.audit.report.MarkdownReport;
import dev.linkspan.audit.report.ReportFormat;
import dev.linkspan.audit.report.TextReport;
import dev.linkspan.model.Refusal;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where one report goes: {@code FORMAT} to standard output, {@code FORMAT=FILE} into a file.
 *
 * @param file empty for standard output
 */
record ReportTarget(ReportFormat format, Optional<OutputFile> file) {

    private static final Map<String, ReportFormat> FORMATS =
            new TreeMap<>(Map.of("json", new JsonReport(), "markdown", new MarkdownReport(), "text", new TextReport()));

    /** @throws Refusal for an unknown format or a file that cannot be written */
    static ReportTarget parse(String text, Path workingDirectory) {
        var parts = text.split("=", 2);
        var format = Optional.ofNullable(FORMATS.get(parts[0]))
                .orElseThrow(() -> new Refusal(
                        "unknown-report-format",
                        "'" + parts[0] + "' is not a report format",
                        "Use one of " + String.join(", ", FORMATS.keySet()) + "; for example json=audit.json."));
        var file = parts.length == 1
                ? Optional.<OutputFile>empty()
                : Optional.of(new OutputFile(workingDirectory.resolve(parts[1]), "report"));
        file.ifPresent(OutputFile::checkWritable);
        return new ReportTarget(format, file);
    }

    /** Into its file, which holds either the old report or the whole new one. */
    void save(AuditReport report) {
        file.orElseThrow().write(format.text(report));
    }
}
