package dev.linkspan.plan.file;

import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Observation;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What Atlas showed, for its fingerprint only: it is never read back. */
final class ObservationForm {

    private ObservationForm() {}

    static Map<String, Object> write(Observation observation) {
        return Map.of(
                "projects",
                observation.projects().values().stream()
                        .map(ObservationForm::project)
                        .toList(),
                "blindSpots",
                observation.blindSpots().stream().map(PlanForm::blindSpot).toList());
    }

    /** Without its name, which is looked up for specs that use it and not for the same plan read from a file. */
    private static Map<String, Object> project(ObservedProject project) {
        var members = new TreeMap<String, Object>();
        members.put("project", project.id().value());
        project.regionalMode().ifPresent(it -> members.put("regionalMode", it));
        members.put(
                "providersRead",
                project.providersRead().stream().map(CloudProvider::word).toList());
        members.put(
                "services",
                project.services().values().stream()
                        .map(ObservationForm::service)
                        .toList());
        members.put(
                "endpoints",
                project.endpoints().entrySet().stream()
                        .map(it -> endpoint(it.getKey(), it.getValue()))
                        .toList());
        return members;
    }

    private static Map<String, Object> service(ObservedService service) {
        var members = new TreeMap<String, Object>();
        members.put("id", service.id().value());
        members.put("cloud", service.region().provider().word());
        members.put("region", RegionText.write(service.region()));
        members.put("portMapped", service.key().isPortMapped());
        members.put("status", service.status().text());
        members.put("attachments", service.attachments());
        service.errorMessage().ifPresent(it -> members.put("errorMessage", it));
        service.remoteRegions().ifPresent(it -> members.put("remoteRegions", RegionText.write(it)));
        members.put("endpoints", ids(service));
        return members;
    }

    private static List<String> ids(ObservedService service) {
        return service.endpointIds().stream().map(EndpointId::value).toList();
    }

    private static Map<String, Object> endpoint(Address address, ObservedEndpoint endpoint) {
        var members = new TreeMap<String, Object>();
        members.put("address", AddressText.write(address));
        AttributesForm.write(endpoint.attributes(), members);
        members.put("status", endpoint.status().text());
        members.put("deleteRequested", endpoint.isDeleteRequested());
        endpoint.failure().ifPresent(it -> members.put("failure", it));
        return members;
    }
}
