package dev.linkspan.cli.view;

import dev.linkspan.apply.WaitReport;
import dev.linkspan.model.Address;
import dev.linkspan.readiness.Readiness;
import dev.linkspan.readiness.Standing;
import dev.linkspan.readiness.State;
import dev.linkspan.text.Elapsed;
import dev.linkspan.text.Untrusted;
import java.util.Arrays;
import java.util.stream.Collectors;

/** How a wait ended, for people: a line for what was waited for and for what is not well, and the totals. */
public final class WaitText {

    private static final int LONGEST = 2_000;
    private static final String INDENT = "    ";

    private final Printer printer;

    public WaitText(Printer printer) {
        this.printer = printer;
    }

    public void print(WaitReport report) {
        var readiness = report.readiness();
        var told = readiness.standings().stream()
                .filter(it -> it.state() != State.READY || report.awaited().contains(it.address()))
                .toList();
        told.forEach(this::print);
        report.gone().forEach(it -> printer.line(words(it) + ": gone"));
        if (!told.isEmpty() || !report.gone().isEmpty()) {
            printer.line();
        }
        PlanText.blindSpots(printer, readiness.blindSpots());
        printer.line(printer.in(
                Style.STRONG, verdict(readiness) + " after " + Elapsed.words(report.took()) + totals(readiness) + "."));
    }

    private void print(Standing standing) {
        var mark = StateMark.of(standing.state());
        String detail =
                standing.status().map(it -> " (" + Untrusted.oneLine(it) + ")").orElse("")
                        + standing.message()
                                .map(it -> ": " + Untrusted.oneLine(it, LONGEST))
                                .orElse("");
        printer.line(words(standing.address()) + ": " + printer.in(mark.style(), mark.words()) + detail);
        standing.differences().forEach(it -> printer.line(INDENT + PlanText.words(it)));
        if (!mark.remedy().isEmpty()) {
            printer.line(INDENT + mark.remedy());
        }
    }

    private static String words(Address address) {
        return Untrusted.oneLine(address.toString());
    }

    private static String verdict(Readiness readiness) {
        return switch (readiness.verdict()) {
            case READY -> "Ready";
            case PENDING -> "Not ready";
            case INCOMPLETE -> "Not known to be ready";
            case FAILED -> "Failed";
        };
    }

    private static String totals(Readiness readiness) {
        String totals = Arrays.stream(State.values())
                .filter(readiness::has)
                .map(it -> readiness.count(it) + " " + StateMark.of(it).words())
                .collect(Collectors.joining(", "));
        return totals.isEmpty() ? "" : ": " + totals;
    }
}
