package dev.linkspan.cli.view;

import dev.linkspan.apply.WaitReport;
import dev.linkspan.document.Notation;
import dev.linkspan.model.Address;
import dev.linkspan.readiness.Readiness;
import dev.linkspan.readiness.Standing;
import dev.linkspan.readiness.State;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * How a wait ended, for scripts: format {@code linkspan.wait/1}. A new member may be added to it; one that is there keeps its name and
 * meaning, or the number rises. Times are in seconds.
 */
public final class WaitDocument {

    static final String FORMAT = "linkspan.wait/1";

    private final Printer printer;
    private final Notation notation;

    public WaitDocument(Printer printer, Notation notation) {
        this.printer = printer;
        this.notation = notation;
    }

    public void print(WaitReport report) {
        var readiness = report.readiness();
        var things = readiness.standings().stream()
                .map(it -> thing(it, report.awaited().contains(it.address())))
                .toList();
        printer.text(notation.text(Map.of(
                "format", FORMAT,
                "verdict", readiness.verdict().name().toLowerCase(Locale.ROOT),
                "seconds", report.took().toSeconds(),
                "summary", summary(readiness),
                "things", things,
                "gone", report.gone().stream().map(Address::toString).toList(),
                "blindSpots",
                        readiness.blindSpots().stream()
                                .map(PlanDocument::blindSpot)
                                .toList())));
    }

    private static Map<String, Integer> summary(Readiness readiness) {
        var summary = new LinkedHashMap<String, Integer>();
        for (var state : State.values()) {
            summary.put(StateMark.of(state).word(), readiness.count(state));
        }
        return summary;
    }

    private static Map<String, Object> thing(Standing standing, boolean isAwaited) {
        var members = new LinkedHashMap<String, Object>();
        members.put("address", standing.address().toString());
        members.put("kind", PlanDocument.kind(standing.address()));
        members.put("state", StateMark.of(standing.state()).word());
        members.put("awaited", isAwaited);
        standing.status().ifPresent(it -> members.put("status", it));
        standing.message().ifPresent(it -> members.put("message", it));
        members.put(
                "differences",
                standing.differences().stream().map(PlanDocument::difference).toList());
        members.put("remedy", StateMark.of(standing.state()).remedy());
        return members;
    }
}
