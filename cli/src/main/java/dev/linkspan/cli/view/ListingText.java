package dev.linkspan.cli.view;

import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import dev.linkspan.observe.Sighting;
import dev.linkspan.text.Untrusted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Services and endpoints of some projects, for people: a table for each project. */
public final class ListingText {

    private final Printer printer;
    private final Printer errors;

    public ListingText(Printer printer, Printer errors) {
        this.printer = printer;
        this.errors = errors;
    }

    /**
     * @param endpoints how many there are; empty for an endpoint
     * @param target what endpoints connect to, or what is known of an endpoint
     */
    private record Row(String address, String status, String endpoints, String target, String error) {}

    public void print(List<Sighting> sightings, Collection<BlindSpot> blindSpots) {
        for (var sighting : sightings) {
            var project = sighting.project();
            printer.line(printer.in(Style.STRONG, project.id().value())
                    + project.name()
                            .map(it -> " (" + Untrusted.oneLine(it) + ")")
                            .orElse(""));
            var rows = rows(project);
            if (rows.isEmpty()) {
                printer.line(
                        sighting.blindSpots().isEmpty()
                                ? " (no private endpoint service)"
                                : " (nothing could be read)");
            } else {
                table(rows);
            }
            printer.line();
        }
        var view = new ProblemView(errors);
        blindSpots.stream().sorted().forEach(it -> view.print(it.address() + ": " + it.why(), it.remedy()));
    }

    /** Errors have a column where there are any. */
    private void table(List<Row> rows) {
        var columns = new ArrayList<>(List.of(
                Table.text("address", Row::address),
                Table.text("status", Row::status),
                Table.number("endpoints", Row::endpoints),
                Table.text("connects to, or is", Row::target)));
        if (rows.stream().anyMatch(it -> !it.error().isEmpty())) {
            columns.add(Table.text("error", Row::error));
        }
        Table.print(printer, rows, columns);
    }

    private static List<Row> rows(ObservedProject project) {
        var rows = new ArrayList<Row>();
        for (var service : project.services().values()) {
            var address = Address.service(project.id(), service.key());
            rows.add(new Row(
                    address.toString(),
                    service.status().text(),
                    Integer.toString(service.endpointIds().size()),
                    target(service),
                    service.errorMessage().orElse("")));
            service.endpointIds().stream().map(address::endpoint).forEach(it -> rows.add(endpoint(project, it)));
        }
        return rows;
    }

    private static Row endpoint(ObservedProject project, Address address) {
        return Optional.ofNullable(project.endpoints().get(address))
                .map(it -> new Row(
                        address.toString(),
                        status(it),
                        "",
                        values(it),
                        it.errorMessage().orElse("")))
                .orElseGet(() -> new Row(address.toString(), "?", "", "not read", ""));
    }

    private static String status(ObservedEndpoint endpoint) {
        return endpoint.status() + (endpoint.isDeleteRequested() ? ", delete requested" : "");
    }

    private static String values(ObservedEndpoint endpoint) {
        return endpoint.attributes().values().entrySet().stream()
                .map(it -> it.getKey() + " " + it.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String target(ObservedService service) {
        int count = service.attachments().size();
        return count > 1 ? count + " service attachments" : String.join("", service.attachments());
    }
}
