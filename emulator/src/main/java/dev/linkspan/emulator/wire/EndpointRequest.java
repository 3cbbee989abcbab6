package dev.linkspan.emulator.wire;

import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import dev.linkspan.emulator.state.Cloud;
import dev.linkspan.emulator.state.EndpointState;
import dev.linkspan.emulator.state.Formats;
import dev.linkspan.emulator.state.ForwardingRule;
import java.util.List;

/** Reads the body that registers an endpoint; each cloud has its own fields. */
final class EndpointRequest {

    private EndpointRequest() {}

    /** @param expectedRules how many forwarding rules a Google Cloud service wants */
    static EndpointState read(Incoming request, Cloud cloud, boolean isPortMapped, int expectedRules) {
        return switch (cloud) {
            case AWS -> aws(Body.of(request, "cloudProvider", "id"));
            case AZURE -> azure(Body.of(request, "cloudProvider", "id", "privateEndpointIPAddress"));
            case GCP ->
                gcp(
                        Body.of(request, "cloudProvider", "endpointGroupName", "gcpProjectId", "endpoints"),
                        isPortMapped,
                        expectedRules);
        };
    }

    /** Refuses an id in a path that cannot be one of this cloud's. */
    static void checkId(Cloud cloud, String id) {
        if (cloud == Cloud.AWS && !Formats.isEndpointId(cloud, id)) {
            throw new AtlasRefusal(
                    404,
                    "PRIVATELINK_INTERFACE_ENDPOINT_ID_MALFORMED",
                    "The interface endpoint ID " + id + " is malformed; it starts with vpce-.",
                    id);
        }
    }

    private static EndpointState aws(Body body) {
        String id = body.text("id");
        checkId(Cloud.AWS, id);
        return EndpointState.aws(id);
    }

    private static EndpointState azure(Body body) {
        String id = body.text("id");
        if (!Formats.isEndpointId(Cloud.AZURE, id)) {
            throw Body.invalid("id");
        }
        return EndpointState.azure(id, address(body, "privateEndpointIPAddress"));
    }

    private static EndpointState gcp(Body body, boolean isPortMapped, int expectedRules) {
        String group = body.text("endpointGroupName");
        String gcpProject = body.text("gcpProjectId");
        List<ForwardingRule> rules = body.objects("endpoints", "endpointName", "ipAddress").stream()
                .map(rule -> new ForwardingRule(rule.text("endpointName"), address(rule, "ipAddress")))
                .toList();
        if (rules.size() != expectedRules) {
            throw new AtlasRefusal(
                    400,
                    "INVALID_ATTRIBUTE",
                    "Invalid attribute endpoints specified: the service takes " + expectedRules + ", not "
                            + rules.size() + ".",
                    "endpoints");
        }
        return EndpointState.gcp(isPortMapped ? rules.get(0).name() : group, gcpProject, rules);
    }

    private static String address(Body body, String field) {
        String address = body.text(field);
        if (!Formats.isIpv4(address)) {
            throw Body.invalid(field);
        }
        return address;
    }
}
