package dev.linkspan.cli.view;

import dev.linkspan.connect.ClusterPath;
import dev.linkspan.connect.Connections;
import dev.linkspan.connect.EndpointPaths;
import dev.linkspan.connect.Lack;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.text.Untrusted;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Which connection strings lead through which endpoints, for people: a block for each endpoint, a line for each string. */
final class ConnectionsText {

    private static final int LONGEST = 2_000;
    private static final String INDENT = "    ";

    private final Printer printer;

    ConnectionsText(Printer printer) {
        this.printer = printer;
    }

    void print(Connections connections) {
        said(connections).forEach(this::print);
        connections.blindSpots().forEach(this::print);
    }

    /** The ways through one endpoint. */
    void print(EndpointPaths paths) {
        print(about(paths), paths);
    }

    private void print(String about, EndpointPaths paths) {
        printer.line("Connection strings " + oneLine(about)
                + paths.lack().map(it -> ": " + none(it)).orElse(""));
        paths.clusters().forEach(this::print);
    }

    /** What is said of what. That a project has no cluster is said once, however many endpoints it has. */
    static Map<String, EndpointPaths> said(Connections connections) {
        var said = new LinkedHashMap<String, EndpointPaths>();
        connections.endpoints().forEach(it -> said.putIfAbsent(about(it), it));
        return said;
    }

    private static String about(EndpointPaths paths) {
        boolean isOfAll =
                paths.lack().filter(it -> it.kind() == Lack.Kind.NO_CLUSTER).isPresent();
        return isOfAll ? "of " + paths.endpoint().project().value() : "through " + paths.endpoint();
    }

    private void print(ClusterPath path) {
        String name = INDENT + oneLine(path.cluster().name()) + ": ";
        // A string that is cut would be a wrong one.
        String caveat = caveat(path).map(it -> ", " + oneLine(it)).orElse("");
        path.strings().forEach(it -> printer.line(name + Untrusted.oneLine(it.text()) + caveat));
        path.lack().ifPresent(it -> printer.line(name + none(it)));
    }

    private void print(BlindSpot spot) {
        printer.line("Connection strings of " + oneLine(spot.address().toString()) + " "
                + printer.in(Style.BAD, "could not be read"));
        printer.line(INDENT + oneLine(spot.why()));
        if (!spot.remedy().isEmpty()) {
            printer.line(INDENT + oneLine(spot.remedy()));
        }
    }

    private String none(Lack lack) {
        return printer.in(Style.CAREFUL, "none") + ", since " + oneLine(lack.text());
    }

    /** What to know of the strings of a cluster. */
    static Optional<String> caveat(ClusterPath path) {
        return path.isSettling()
                ? Optional.of(
                        "which may change: the cluster is " + path.cluster().state() + ", not IDLE yet")
                : Optional.empty();
    }

    private static String oneLine(String text) {
        return Untrusted.oneLine(text, LONGEST);
    }
}
