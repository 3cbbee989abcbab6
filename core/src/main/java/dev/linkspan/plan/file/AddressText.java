package dev.linkspan.plan.file;

import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.ServiceKey;
import java.util.Arrays;

/**
 * An address as text. It reads like one in a plan, but says exactly one thing for any project name and any region that Atlas may
 * show: slashes in names stand as {@code %2F}.
 */
final class AddressText {

    private static final String REGIONAL_MODE = "regional-mode";
    private static final String PORT_MAPPED = ":port-mapped";

    private AddressText() {}

    static String write(Address address) {
        String project = address.project().value().replace("%", "%25").replace("/", "%2F");
        return switch (address.kind()) {
            case PROJECT -> project;
            case REGIONAL_MODE -> project + "/" + REGIONAL_MODE;
            default ->
                project
                        + address.provider().map(it -> "/" + it.word()).orElse("")
                        + address.service().map(it -> "/" + write(it)).orElse("")
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
        var cloud = cloud(parts[1]);
        if (parts.length == 2) {
            return Address.provider(project, cloud);
        }
        var service = Address.service(project, key(cloud, parts[2]));
        return parts.length == 3 ? service : service.endpoint(new EndpointId(cloud, parts[3]));
    }

    private static String write(ServiceKey key) {
        return RegionText.write(key.region()) + (key.isPortMapped() ? PORT_MAPPED : "");
    }

    private static ServiceKey key(CloudProvider cloud, String text) {
        boolean isPortMapped = text.endsWith(PORT_MAPPED);
        String region = isPortMapped ? text.substring(0, text.length() - PORT_MAPPED.length()) : text;
        return new ServiceKey(RegionText.read(cloud, region), isPortMapped);
    }

    private static CloudProvider cloud(String word) {
        return Arrays.stream(CloudProvider.values())
                .filter(it -> it.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no cloud"));
    }
}
