package dev.linkspan.cli;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.report.JsonReport;
import dev.linkspan.audit.report.MarkdownReport;
import dev.linkspan.audit.report.ReportFormat;
import dev.linkspan.audit.report.TextReport;
import dev.linkspan.model.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

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
        boolean fits = isDevice(file)
                ? Files.isWritable(file)
                : !Files.isDirectory(file)
                        && Files.isDirectory(folder(file))
                        && Files.isWritable(folder(file))
                        && (!Files.exists(file) || Files.isWritable(file));
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
            // A file that takes the place of /dev/null, or of a pipe, would be there for everybody.
            if (isDevice(target)) {
                Files.writeString(target, format.text(report), StandardOpenOption.WRITE);
            } else {
                replace(Files.exists(target) ? target.toRealPath() : target, format.text(report));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The report cannot be written to " + target + ": " + FileFault.reason(e), e);
        }
    }

    private static void replace(Path target, String text) throws IOException {
        // Not a temporary file of Java's: those can be read by nobody but their owner.
        var draft = folder(target).resolve(".linkspan-" + UUID.randomUUID() + ".tmp");
        try {
            Files.writeString(draft, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private static boolean isDevice(Path file) {
        return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
    }

    private static Path folder(Path file) {
        return file.toAbsolutePath().getParent();
    }
}
