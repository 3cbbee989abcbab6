package dev.linkspan.plan.file;

import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.ServiceKey;

/**
 * An address as text. It reads like one in a plan, but says exactly one thing for any project name and any region that Atlas may
 * show: slashes in names stand as {@code %2F}.
 */
final class AddressText {

    private static final String REGIONAL_MODE = "regional-mode";
    private static final String CLUSTERS = "clusters";

    private AddressText() {}

    static String write(Address address) {
        String project = address.project().value().replace("%", "%25").replace("/", "%2F");
        return switch (address.kind()) {
            case PROJECT -> project;
            case REGIONAL_MODE -> project + "/" + REGIONAL_MODE;
            case CLUSTERS -> project + "/" + CLUSTERS;
            default ->
                project
                        + address.provider().map(it -> "/" + it.word()).orElse("")
                        + address.service()
                                .map(it -> "/" + it.text(RegionText::write))
                                .orElse("")
                        + address.endpoint().map(it -> "/" + it).orElse("");
        };
    }

    static Address read(String text) {
        var parts = text.split("/", 4);
        var project = ProjectRef.parse(parts[0].replace("%2F", "/").replace("%25", "%"));
        if (parts.length == 1) {
            return Address.of(project);
        }
        if (parts.length == 2 && parts[1].equals(REGIONAL_MODE)) {
            return Address.regionalMode(project);
        }
        if (parts.length == 2 && parts[1].equals(CLUSTERS)) {
            return Address.clusters(project);
        }
        var cloud = cloud(parts[1]);
        if (parts.length == 2) {
            return Address.provider(project, cloud);
        }
        var service = Address.service(project, ServiceKey.parse(parts[2], it -> RegionText.read(cloud, it)));
        return parts.length == 3 ? service : service.endpoint(new EndpointId(cloud, parts[3]));
    }

    private static CloudProvider cloud(String word) {
        return CloudProvider.of(word).orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no cloud"));
    }
}
