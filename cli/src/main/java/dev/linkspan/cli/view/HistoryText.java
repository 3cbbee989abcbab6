package dev.linkspan.cli.view;

import com.github.freva.asciitable.AsciiTable;
import com.github.freva.asciitable.Column;
import com.github.freva.asciitable.ColumnData;
import com.github.freva.asciitable.HorizontalAlign;
import dev.linkspan.audit.history.FindingLife;
import dev.linkspan.audit.history.RecordedRun;
import dev.linkspan.text.Elapsed;
import dev.linkspan.text.Untrusted;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A history for people. Times are UTC, in whole seconds. */
public final class HistoryText implements HistoryView {

    private static final int LONGEST = 600;

    private final Printer printer;

    public HistoryText(Printer printer) {
        this.printer = printer;
    }

    @Override
    public void printRuns(List<RecordedRun> runs, Optional<String> next) {
        if (runs.isEmpty()) {
            printer.line("No runs are recorded.");
            return;
        }
        table(
                runs,
                text("ended", it -> time(it.endedAt())),
                text("scope", RecordedRun::scope),
                text("verdict", RecordedRun::verdict),
                number("took", it -> Elapsed.words(Duration.between(it.startedAt(), it.endedAt()))),
                number("findings", RecordedRun::findings),
                number("new", RecordedRun::came),
                number("resolved", RecordedRun::went),
                number("unknown", RecordedRun::unknown),
                text("run", RecordedRun::id));
        next.ifPresent(it -> printer.line("\nOlder runs follow: --before " + Untrusted.oneLine(it, LONGEST)));
    }

    @Override
    public void printLives(String fingerprint, List<FindingLife> lives) {
        String gap = "";
        for (var life : lives) {
            printer.text(gap);
            printer.line(printer.in(Style.STRONG, Untrusted.oneLine(life.address(), LONGEST)));
            printer.line("Finding " + Untrusted.oneLine(fingerprint, LONGEST) + ", scope "
                    + Untrusted.oneLine(life.scope(), LONGEST));
            for (var stretch : life.stretches()) {
                print(stretch);
            }
            gap = "\n";
        }
    }

    private void print(FindingLife.Stretch stretch) {
        String came = "came";
        for (var wording : stretch.wordings()) {
            printer.line("  %s  %-4s  %-7s %-9s %s%s"
                    .formatted(
                            time(wording.at()),
                            came,
                            Untrusted.oneLine(wording.severity(), LONGEST),
                            Untrusted.oneLine(wording.kind(), LONGEST),
                            wording.suppressed() ? "(suppressed) " : "",
                            Untrusted.oneLine(wording.summary(), LONGEST)));
            came = "told";
        }
        String runs = stretch.runs() == 1 ? "one run" : stretch.runs() + " runs";
        if (stretch.gone().isPresent()) {
            printer.line("  %s  %-4s  after %s; %s saw it"
                    .formatted(
                            time(stretch.gone().get()),
                            "went",
                            words(Duration.between(
                                    stretch.since(), stretch.gone().get())),
                            runs));
        } else {
            printer.line("  %s  %-4s  last seen; %s saw it".formatted(time(stretch.lastSeen()), "open", runs));
        }
    }

    @Override
    public void printTrend(SortedMap<String, List<RecordedRun>> trend) {
        if (trend.isEmpty()) {
            printer.line("No runs are recorded.");
        }
        String gap = "";
        for (var scope : trend.entrySet()) {
            printer.text(gap);
            printer.line(printer.in(Style.STRONG, "Scope " + Untrusted.oneLine(scope.getKey(), LONGEST)));
            table(
                    scope.getValue(),
                    text("ended", it -> time(it.endedAt())),
                    text("verdict", RecordedRun::verdict),
                    number("findings", RecordedRun::findings),
                    text("by severity", it -> counts(it, RecordedRun.Count::severity)),
                    text("by kind", it -> counts(it, RecordedRun.Count::kind)),
                    number("suppressed", RecordedRun::suppressed));
            gap = "\n";
        }
    }

    private static String counts(RecordedRun run, Function<RecordedRun.Count, String> word) {
        Map<String, Integer> counts = run.counts().stream()
                .filter(it -> it.findings() > 0)
                .collect(Collectors.groupingBy(word, TreeMap::new, Collectors.summingInt(RecordedRun.Count::findings)));
        return counts.entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
    }

    @SafeVarargs
    private void table(List<RecordedRun> runs, ColumnData<RecordedRun>... columns) {
        AsciiTable.builder()
                .border(AsciiTable.NO_BORDERS)
                .lineSeparator("\n")
                .data(runs, List.of(columns))
                .asString()
                .lines()
                .filter(it -> !it.isBlank())
                .forEach(it -> printer.line(it.substring(1).stripTrailing()));
    }

    private static ColumnData<RecordedRun> text(String name, Function<RecordedRun, String> cell) {
        return column(name, HorizontalAlign.LEFT, it -> Untrusted.oneLine(cell.apply(it), LONGEST));
    }

    private static ColumnData<RecordedRun> number(String name, Function<RecordedRun, Object> cell) {
        return column(name, HorizontalAlign.RIGHT, it -> cell.apply(it).toString());
    }

    private static ColumnData<RecordedRun> column(
            String name, HorizontalAlign align, Function<RecordedRun, String> cell) {
        return new Column()
                .header(name)
                .headerAlign(align)
                .dataAlign(align)
                .maxWidth(LONGEST + 2)
                .with(cell);
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String words(Duration duration) {
        long days = duration.toDays();
        if (days == 0) {
            return Elapsed.words(duration);
        }
        return days == 1 ? "a day" : days + " days";
    }
}
