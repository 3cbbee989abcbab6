package dev.linkspan.audit;

import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Region;
import dev.linkspan.text.SpecLiteral;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.stream.Collectors;

/** Spec text that describes what Atlas has. What Atlas sends is untrusted, so every text in it is quoted. */
final class SpecSnippet {

    private SpecSnippet() {}

    /** Empty where Atlas did not show all that a spec has to say. */
    static Optional<String> endpoint(ObservedEndpoint endpoint) {
        String id = SpecLiteral.quoted(endpoint.id().value());
        var attributes = endpoint.attributes();
        return switch (endpoint.id().provider()) {
            case AWS -> Optional.of("endpoint " + id);
            case AZURE -> attributes.ip().map(it -> "endpoint(" + id + ", ip: " + SpecLiteral.quoted(it) + ")");
            case GCP ->
                attributes
                        .gcpProject()
                        .flatMap(project -> attributes.ip().isPresent()
                                ? Optional.of("endpoint(" + id + ", gcpProject: " + SpecLiteral.quoted(project)
                                        + ", ip: "
                                        + SpecLiteral.quoted(attributes.ip().get()) + ")")
                                : group(id, project, attributes.addresses()));
        };
    }

    private static Optional<String> group(String id, String project, SortedMap<String, String> addresses) {
        return addresses.isEmpty()
                ? Optional.empty()
                : Optional.of("endpointGroup(" + id + ", gcpProject: " + SpecLiteral.quoted(project) + ", endpoints: "
                        + addresses.entrySet().stream()
                                .map(it -> SpecLiteral.quoted(it.getKey()) + ": " + SpecLiteral.quoted(it.getValue()))
                                .collect(Collectors.joining(", ", "[", "])")));
    }

    /** Empty when Atlas has none: then there is nothing to write. */
    static Optional<String> remoteRegions(SortedSet<Region> regions) {
        return regions.isEmpty()
                ? Optional.empty()
                : Optional.of(regions.stream()
                        .map(it -> SpecLiteral.quoted(it.cloudName()))
                        .collect(Collectors.joining(", ", "remoteRegions ", "")));
    }

    /** A whole project block with one service and its endpoints; empty where an endpoint cannot be described. */
    static Optional<String> service(
            ProjectRef project, ObservedService service, Collection<ObservedEndpoint> endpoints) {
        var text = new StringBuilder();
        text.append("project(").append(SpecLiteral.quoted(project.value())).append(") {\n");
        text.append("    ").append(service.region().provider().word());
        text.append("(")
                .append(SpecLiteral.quoted(service.region().cloudName()))
                .append(") {\n");
        if (service.key().isPortMapped()) {
            line(text, "portMapped()");
        }
        service.remoteRegions().flatMap(SpecSnippet::remoteRegions).ifPresent(it -> line(text, it));
        for (var endpoint : endpoints) {
            var line = endpoint(endpoint);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            line(text, line.get());
        }
        return Optional.of(text.append("    }\n}").toString());
    }

    private static void line(StringBuilder text, String line) {
        text.append("        ").append(line).append('\n');
    }
}
