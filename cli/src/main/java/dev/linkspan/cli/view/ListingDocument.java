package dev.linkspan.cli.view;

import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ObservedService;
import dev.linkspan.observe.Sighting;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Services and endpoints of some projects, for scripts: format {@code linkspan.list/1}. */
public final class ListingDocument {

    static final String FORMAT = "linkspan.list/1";

    private ListingDocument() {}

    public static Map<String, Object> of(List<Sighting> sightings, Collection<BlindSpot> blindSpots) {
        var document = new LinkedHashMap<String, Object>();
        document.put("format", FORMAT);
        document.put("complete", blindSpots.isEmpty());
        document.put(
                "projects", sightings.stream().map(ListingDocument::project).toList());
        document.put(
                "blindSpots",
                blindSpots.stream().sorted().map(PlanDocument::blindSpot).toList());
        return document;
    }

    private static Map<String, Object> project(Sighting sighting) {
        var project = sighting.project();
        var members = new LinkedHashMap<String, Object>();
        members.put("id", project.id().value());
        project.name().ifPresent(it -> members.put("name", it));
        members.put(
                "services",
                project.services().values().stream()
                        .map(it -> service(sighting, it))
                        .toList());
        return members;
    }

    private static Map<String, Object> service(Sighting sighting, ObservedService service) {
        var address = Address.service(sighting.project().id(), service.key());
        var members = new LinkedHashMap<>(DescriptionDocument.service(address, service));
        members.put(
                "endpoints",
                service.endpointIds().stream()
                        .map(address::endpoint)
                        .filter(sighting.project().endpoints()::containsKey)
                        .map(it -> DescriptionDocument.endpoint(
                                it, sighting.project().endpoints().get(it)))
                        .toList());
        return members;
    }
}
