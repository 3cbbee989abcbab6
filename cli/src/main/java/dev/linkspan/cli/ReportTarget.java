package dev.linkspan.cli;

import dev.linkspan.audit.AuditReport;
import dev.linkspan.audit.report.JsonReport;
import dev.linkspan.audit.report.JunitReport;
import dev.linkspan.audit.report.MarkdownReport;
import dev.linkspan.audit.report.PrometheusReport;
import dev.linkspan.audit.report.ReportFormat;
import dev.linkspan.audit.report.SarifReport;
import dev.linkspan.audit.report.TextReport;
import dev.linkspan.audit.report.YamlReport;
import dev.linkspan.audit.report.html.HtmlReport;
import dev.linkspan.cli.view.AuditTable;
import dev.linkspan.model.Refusal;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where one report goes: {@code FORMAT} to standard output, {@code FORMAT=FILE} into a file.
 *
 * @param word the format's
 * @param file empty for standard output
 */
record ReportTarget(String word, ReportFormat format, Optional<OutputFile> file) {

    /** No references to constructors: those would load each format, and its libraries, with the first. */
    private static final Map<String, Supplier<ReportFormat>> FORMATS = Collections.unmodifiableMap(new TreeMap<>(Map.of(
            "html", () -> new HtmlReport(),
            "json", () -> new JsonReport(),
            "junit", () -> new JunitReport(),
            "markdown", () -> new MarkdownReport(),
            "prometheus", () -> new PrometheusReport(),
            "sarif", () -> new SarifReport(),
            "text", () -> new TextReport(),
            "yaml", () -> new YamlReport())));

    /** Their words, sorted. */
    static Set<String> formats() {
        return FORMATS.keySet();
    }

    /** @throws Refusal for an unknown format or a file that cannot be written */
    static ReportTarget parse(String text, Path workingDirectory) {
        var parts = text.split("=", 2);
        var format = Optional.ofNullable(FORMATS.get(parts[0]))
                .orElseThrow(() -> new Refusal(
                        "unknown-report-format",
                        "'" + parts[0] + "' is not a report format",
                        "Use one of " + String.join(", ", formats()) + "; for example json=audit.json."))
                .get();
        var file = parts.length == 1
                ? Optional.<OutputFile>empty()
                : Optional.of(new OutputFile(workingDirectory.resolve(parts[1]), "report"));
        file.ifPresent(OutputFile::checkWritable);
        return new ReportTarget(parts[0], format, file);
    }

    /** Into its file, which holds either the old report or the whole new one; or to standard output. */
    void tell(Session session, AuditReport report) {
        if (file.isPresent()) {
            file.get().write(format.text(report));
        } else if (word.equals("text") && isWatched(session)) {
            new AuditTable(session.out(), session.surroundings().terminals().width()).print(report);
        } else {
            session.out().text(format.text(report));
        }
    }

    private static boolean isWatched(Session session) {
        return session.surroundings().terminals().output() || session.out().isColored();
    }
}
