package dev.linkspan.cli.view;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import dev.linkspan.audit.history.AuditRun;
import dev.linkspan.audit.history.FindingLife;
import dev.linkspan.audit.history.RecordedRun;
import dev.linkspan.text.Untrusted;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.regex.Pattern;

/**
 * A history for spreadsheets: RFC 4180 with a line of names. Every cell is quoted, so that no program that splits at another character
 * finds a cell inside one, and stands on one line.
 */
public final class HistoryCsv implements HistoryView {

    /** What makes a spreadsheet take a text for a formula, also written wide. */
    private static final Pattern FORMULA = Pattern.compile("\\s*[=+\\-@＝＋－＠].*");

    private final Printer printer;

    public HistoryCsv(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void printRuns(List<RecordedRun> runs, Optional<String> next) {
        print(csv -> {
            csv.row("id", "scope", "started_at", "ended_at", "verdict", "exit_status");
            csv.cells("projects_looked", "projects_all", "services_looked", "services_all");
            csv.cells("endpoints_looked", "endpoints_all", "findings", "suppressed", "new", "resolved", "unknown");
            for (var run : runs) {
                csv.row(run.id(), run.scope(), run.startedAt(), run.endedAt(), run.verdict(), run.exitStatus());
                share(csv, run.coverage().projects());
                share(csv, run.coverage().services());
                share(csv, run.coverage().endpoints());
                csv.cells(run.findings(), run.suppressed(), run.came(), run.went(), run.unknown());
            }
        });
    }

    private static void share(Rows csv, AuditRun.Share share) {
        csv.cells(share.looked(), share.all());
    }

    /** A row for each wording. */
    @Override
    public void printLives(String fingerprint, List<FindingLife> lives) {
        print(csv -> {
            csv.row("fingerprint", "scope", "address", "since", "last_seen", "gone", "runs");
            csv.cells("told_at", "kind", "severity", "suppressed", "summary");
            for (var life : lives) {
                for (var stretch : life.stretches()) {
                    for (var wording : stretch.wordings()) {
                        csv.row(fingerprint, life.scope(), life.address(), stretch.since(), stretch.lastSeen());
                        csv.cells(stretch.gone().map(Instant::toString).orElse(""), stretch.runs(), wording.at());
                        csv.cells(wording.kind(), wording.severity(), wording.suppressed(), wording.summary());
                    }
                }
            }
        });
    }

    /** A row for each kind and severity of a run, and one for a run that saw nothing. */
    @Override
    public void printTrend(SortedMap<String, List<RecordedRun>> trend) {
        print(csv -> {
            csv.row("scope", "run", "ended_at", "verdict", "kind", "severity", "findings", "suppressed");
            trend.values().stream().flatMap(List::stream).forEach(run -> {
                var counts = run.counts().isEmpty() ? List.of(new RecordedRun.Count("", "", 0, 0)) : run.counts();
                for (var count : counts) {
                    csv.row(run.scope(), run.id(), run.endedAt(), run.verdict());
                    csv.cells(count.kind(), count.severity(), count.findings(), count.suppressed());
                }
            });
        });
    }

    /** Writes rows one after the other. */
    @FunctionalInterface
    private interface Content {
        void write(Rows csv);
    }

    private void print(Content content) {
        var text = new StringWriter();
        try (var csv = CsvWriter.builder()
                .quoteStrategy(QuoteStrategies.ALWAYS)
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            var rows = new Rows(csv);
            content.write(rows);
            rows.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        printer.text(text.toString());
    }

    /** The file so far. */
    private static final class Rows {

        private final CsvWriter csv;
        private Optional<CsvWriter.CsvWriterRecord> open = Optional.empty();

        Rows(CsvWriter csv) {
            this.csv = csv;
        }

        /** Begins a row with these cells. */
        void row(Object... cells) {
            end();
            open = Optional.of(csv.writeRecord());
            cells(cells);
        }

        /** More cells of the same row. */
        void cells(Object... cells) {
            Arrays.stream(cells).map(Rows::harmless).forEach(open.orElseThrow()::writeField);
        }

        void end() {
            open.ifPresent(CsvWriter.CsvWriterRecord::endRecord);
            open = Optional.empty();
        }

        private static String harmless(Object cell) {
            String text = Untrusted.oneLine(cell.toString());
            return FORMULA.matcher(text).matches() ? "'" + text : text;
        }
    }
}
