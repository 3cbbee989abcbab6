package dev.linkspan.cli.view;

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
        Table.print(
                printer,
                runs,
                Table.text("ended", it -> time(it.endedAt())),
                Table.text("scope", RecordedRun::scope),
                Table.text("verdict", RecordedRun::verdict),
                Table.number("took", it -> Elapsed.words(Duration.between(it.startedAt(), it.endedAt()))),
                Table.number("findings", RecordedRun::findings),
                Table.number("new", RecordedRun::came),
                Table.number("resolved", RecordedRun::went),
                Table.number("unknown", RecordedRun::unknown),
                Table.text("run", RecordedRun::id));
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
            Table.print(
                    printer,
                    scope.getValue(),
                    Table.text("ended", it -> time(it.endedAt())),
                    Table.text("verdict", RecordedRun::verdict),
                    Table.number("findings", RecordedRun::findings),
                    Table.text("by severity", it -> counts(it, RecordedRun.Count::severity)),
                    Table.text("by kind", it -> counts(it, RecordedRun.Count::kind)),
                    Table.number("suppressed", RecordedRun::suppressed));
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
