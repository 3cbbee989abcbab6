package dev.linkspan.cli.view;

import dev.linkspan.audit.StatusMeaning;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.Region;
import dev.linkspan.text.Untrusted;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** One service or endpoint for people: its address, a line for each thing that Atlas shows of it, and where it leads to. */
public final class DescriptionText {

    private static final int LONGEST = 2_000;
    private static final String LINE = "  %-34s%s";
    private static final String UNSAID = "-";
    private static final String REPORTED = "Atlas reports an error, so it counts as failed.";

    private final Printer printer;

    public DescriptionText(Printer printer) {
        this.printer = printer;
    }

    /** One after the other. */
    public void print(List<Description> found) {
        String gap = "";
        for (var described : found) {
            printer.text(gap);
            print(described);
            gap = "\n";
        }
    }

    private void print(Description described) {
        printer.line(
                printer.in(Style.STRONG, Untrusted.oneLine(described.address().toString())));
        described.projectName().ifPresent(it -> line("project", it));
        if (described.endpoint().isEmpty()) {
            print(described.service());
            return;
        }
        print(described.endpoint().get());
        line("service", described.service().id() + ", " + described.service().status());
        target(described.service());
        described.paths().ifPresent(it -> new ConnectionsText(printer).print(it));
    }

    private void print(ObservedService service) {
        line("service id", service.id().value());
        status(service.status().text(), meaning(service), service.health());
        line("error message", service.errorMessage());
        target(service);
        if (service.region().provider() == CloudProvider.AWS) {
            line("remote regions", service.remoteRegions().map(DescriptionText::words));
        }
        lines("endpoints", service.endpointIds().stream().map(EndpointId::value).toList());
    }

    /** What endpoints in the user's network connect to. */
    private void target(ObservedService service) {
        switch (service.region().provider()) {
            case AWS ->
                line("endpoint service name", service.attachments().stream().findFirst());
            case AZURE -> {
                line("private link service name", service.linkName());
                line(
                        "private link service resource id",
                        service.attachments().stream().findFirst());
            }
            case GCP -> {
                line("port mapping", service.key().isPortMapped() ? "on" : "off");
                lines("service attachment names", service.attachments());
            }
        }
    }

    private void print(ObservedEndpoint endpoint) {
        status(endpoint.status().text(), meaning(endpoint), endpoint.health());
        line("delete requested", endpoint.isDeleteRequested() ? "yes" : "no");
        line("error message", endpoint.errorMessage());
        switch (endpoint.id().provider()) {
            case AWS -> {}
            case AZURE -> {
                line("private IP", endpoint.attributes().ip());
                line("connection name", endpoint.connectionName());
            }
            case GCP -> {
                line("Google Cloud project", endpoint.attributes().gcpProject());
                lines(
                        "forwarding rules",
                        endpoint.rules().stream().map(DescriptionText::words).toList());
            }
        }
    }

    private static String words(ObservedEndpoint.Rule rule) {
        return rule.name() + " " + rule.ip().orElse(UNSAID) + " " + rule.status();
    }

    private static String words(SortedSet<Region> regions) {
        return regions.isEmpty()
                ? "none"
                : regions.stream().map(Region::cloudName).collect(Collectors.joining(", "));
    }

    private static String meaning(ObservedService service) {
        boolean isWorse = service.health() != service.status().health();
        return isWorse ? REPORTED : StatusMeaning.of(service.status()).meaning();
    }

    private static String meaning(ObservedEndpoint endpoint) {
        if (endpoint.health() == endpoint.status().health()) {
            return StatusMeaning.of(endpoint.status()).meaning();
        }
        return endpoint.isDeleteRequested() ? "Atlas has been asked to remove it." : REPORTED;
    }

    private void status(String status, String meaning, Health health) {
        var style = switch (health) {
            case READY -> Style.GOOD;
            case FAILED -> Style.BAD;
            case PENDING, LEAVING, UNKNOWN -> Style.CAREFUL;
        };
        printer.line(LINE.formatted("status", printer.in(style, Untrusted.oneLine(status, LONGEST)) + ": " + meaning));
    }

    private void line(String name, Optional<String> value) {
        line(name, value.orElse(UNSAID));
    }

    private void line(String name, String value) {
        printer.line(LINE.formatted(name, Untrusted.oneLine(value, LONGEST)));
    }

    /** A value on each line. */
    private void lines(String name, List<String> values) {
        if (values.isEmpty()) {
            line(name, UNSAID);
        }
        String left = name;
        for (String value : values) {
            line(left, value);
            left = "";
        }
    }
}
