package dev.linkspan.cli.view;

import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import dev.linkspan.observe.Sighting;
import dev.linkspan.text.Untrusted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Services and endpoints of some projects, for people: a table for each project. */
public final class ListingText {

    private final Printer printer;
    private final Printer errors;

    public ListingText(Printer printer, Printer errors) {
        this.printer = printer;
        this.errors = errors;
    }

    /** @param target what endpoints connect to, or what is known of an endpoint */
    private record Row(String address, String status, String target) {}

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
                Table.print(
                        printer,
                        rows,
                        Table.text("address", Row::address),
                        Table.text("status", Row::status),
                        Table.text("connects to, or is", Row::target));
            }
            printer.line();
        }
        var view = new ProblemView(errors);
        blindSpots.stream().sorted().forEach(it -> view.print(it.address() + ": " + it.why(), it.remedy()));
    }

    private static List<Row> rows(ObservedProject project) {
        var rows = new ArrayList<Row>();
        for (var service : project.services().values()) {
            var address = Address.service(project.id(), service.key());
            rows.add(new Row(PlanText.relative(address), service.status().text(), target(service)));
            service.endpointIds().stream().map(address::endpoint).forEach(it -> rows.add(endpoint(project, it)));
        }
        return rows;
    }

    private static Row endpoint(ObservedProject project, Address address) {
        var seen = Optional.ofNullable(project.endpoints().get(address));
        return new Row(
                "  " + address.endpoint().orElseThrow(),
                seen.map(it -> it.status().text()).orElse("?"),
                seen.map(it -> it.attributes().values())
                        .map(it -> it.entrySet().stream()
                                .map(value -> value.getKey() + " " + value.getValue())
                                .reduce((one, other) -> one + ", " + other)
                                .orElse(""))
                        .orElse("not read"));
    }

    private static String target(ObservedService service) {
        int count = service.attachments().size();
        return count > 1 ? count + " service attachments" : String.join("", service.attachments());
    }
}
