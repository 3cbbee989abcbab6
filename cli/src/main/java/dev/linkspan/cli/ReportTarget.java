package dev.linkspan.cli;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.report.JsonReport;
import dev.linkspan.audit.report.MarkdownReport;
import dev.linkspan.audit.report.ReportFormat;
import dev.linkspan.audit.report.TextReport;
import dev.linkspan.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where one report goes: {@code FORMAT} to standard output, {@code FORMAT=FILE} into a file.
 *
 * @param file empty for standard output
 */
record ReportTarget(ReportFormat format, Optional<Path> file) {

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
        var file = parts.length == 1 ? Optional.<Path>empty() : Optional.of(workingDirectory.resolve(parts[1]));
        file.ifPresent(ReportTarget::checkWritable);
        return new ReportTarget(format, file);
    }

    /** Before the audit, not after it. */
    private static void checkWritable(Path file) {
        boolean fits = !Files.isDirectory(file)
                && Files.isDirectory(file.toAbsolutePath().getParent())
                && Files.isWritable(
                        Files.exists(file) ? file : file.toAbsolutePath().getParent());
        if (!fits) {
            throw new Refusal(
                    "unwritable-report",
                    "The report cannot be written to " + file,
                    "Name a file in a folder that exists and that you may write to.");
        }
    }

    /** Into its file, which holds either the old report or the whole new one. */
    void save(AuditReport report) {
        var target = file.orElseThrow();
        try {
            var draft = Files.createTempFile(target.toAbsolutePath().getParent(), ".linkspan-", ".tmp");
            try {
                Files.writeString(draft, format.text(report), StandardCharsets.UTF_8);
                Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
