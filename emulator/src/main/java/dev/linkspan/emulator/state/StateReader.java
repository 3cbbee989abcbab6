package dev.linkspan.emulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.linkspan.emulator.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads a state file. Whatever it does not know it refuses, with its place and something that is accepted. */
final class StateReader {

    private static final String OBJECT_ID = "\"" + AtlasState.DEMO_PROJECT + "\"";
    private static final String PROJECT = "{\"id\": " + OBJECT_ID + ", \"name\": \"demo\"}";
    private static final String PROJECTS = "{\"projects\": [" + PROJECT + "]}";
    private static final String SERVICE = "{\"provider\": \"AWS\", \"region\": \"us-east-1\"}";

    private StateReader() {}

    static AtlasState read(String json) {
        StateNode root;
        try {
            root = new StateNode("", Json.read(json.getBytes(StandardCharsets.UTF_8)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The state is not JSON: " + e.getOriginalMessage() + " at line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr() + ".");
        }
        StateNode projects = root.object(PROJECTS, "projects").required("projects", "[" + PROJECT + "]");
        String example = "[" + PROJECT + "]";
        List<ProjectState> all = projects.items(example, StateReader::project);
        distinct(projects, all, ProjectState::id, example);
        return new AtlasState(distinct(projects, all, ProjectState::name, example));
    }

    private static ProjectState project(StateNode node) {
        node.object(PROJECT, "id", "name", "regionalMode", "gcpAttachments", "services", "clusters", "fates", "events");
        return new ProjectState(
                objectId(node.required("id", OBJECT_ID)),
                node.required("name", "\"demo\"").text("\"demo\""),
                node.field("regionalMode").map(StateNode::flag).orElse(false),
                node.field("gcpAttachments").map(StateNode::count).orElse(ProjectState.RECORDED_ATTACHMENTS),
                node.field("services")
                        .map(services -> distinct(
                                services,
                                services.items("[" + SERVICE + "]", StateReader::service),
                                StateReader::spot,
                                "[" + SERVICE + "]"))
                        .orElse(List.of()),
                node.field("clusters").map(ClusterReader::read).orElse(List.of()),
                node.field("fates").map(StateReader::fates).orElse(Map.of()),
                node.field("events").map(EventReader::read).orElse(List.of()));
    }

    private static ServiceState service(StateNode node) {
        node.object(SERVICE);
        Cloud cloud = cloud(node.required("provider", "\"AWS\""));
        node.object(SERVICE, serviceFields(cloud));
        return new ServiceState(
                node.field("id").map(StateReader::objectId),
                cloud,
                region(cloud, node.required("region", "\"" + Formats.regionExample(cloud) + "\"")),
                node.field("status").map(StateReader::status).orElse("AVAILABLE"),
                node.field("errorMessage").map(text -> text.text("\"what went wrong\"")),
                node.field("fate").map(StateReader::fate),
                node.field("remoteRegions")
                        .map(regions -> regions.items("[\"EU_WEST_1\"]", each -> region(cloud, each))),
                node.field("portMapped").map(StateNode::flag).orElse(false),
                node.field("endpoints")
                        .map(all -> distinct(
                                all,
                                all.items("[" + example(cloud) + "]", each -> endpoint(cloud, each)),
                                EndpointState::id,
                                "[" + example(cloud) + "]"))
                        .orElse(List.of()));
    }

    private static String[] serviceFields(Cloud cloud) {
        List<String> fields =
                new ArrayList<>(List.of("id", "provider", "region", "status", "errorMessage", "fate", "endpoints"));
        switch (cloud) {
            case AWS -> fields.add("remoteRegions");
            case GCP -> fields.add("portMapped");
            case AZURE -> {}
        }
        return fields.toArray(String[]::new);
    }

    private static String spot(ServiceState service) {
        return service.cloud() + " " + service.region() + (service.portMapped() ? " (port-mapped)" : "");
    }

    private static Cloud cloud(StateNode node) {
        String text = node.text("\"AWS\"");
        return Cloud.named(text)
                .orElseThrow(() -> node.refused("'" + text + "' is no provider", "\"AWS\", \"AZURE\" or \"GCP\""));
    }

    private static String example(Cloud cloud) {
        return "\"" + Formats.endpointExample(cloud) + "\"";
    }

    private static EndpointState endpoint(Cloud cloud, StateNode node) {
        String example = example(cloud);
        if (cloud == Cloud.AWS && node.isText()) {
            return EndpointState.aws(endpointId(cloud, node, example));
        }
        node.object("{\"id\": " + example + "}", endpointFields(cloud));
        return new EndpointState(
                endpointId(cloud, node.required("id", example), example),
                node.field("status").map(StateReader::status).orElse("AVAILABLE"),
                node.field("errorMessage").map(text -> text.text("\"what went wrong\"")),
                node.field("fate").map(StateReader::fate),
                cloud == Cloud.AZURE
                        ? Optional.of(address(node.required("ipAddress", "\"10.0.3.4\"")))
                        : Optional.empty(),
                cloud == Cloud.GCP
                        ? Optional.of(
                                node.required("gcpProject", "\"acme-net\"").text("\"acme-net\""))
                        : Optional.empty(),
                node.field("rules")
                        .map(rules ->
                                rules.items("[{\"name\": \"grp-0\", \"ipAddress\": \"10.0.0.5\"}]", StateReader::rule))
                        .orElse(List.of()));
    }

    private static String[] endpointFields(Cloud cloud) {
        List<String> fields = new ArrayList<>(List.of("id", "status", "errorMessage", "fate"));
        switch (cloud) {
            case AWS -> {}
            case AZURE -> fields.add("ipAddress");
            case GCP -> fields.addAll(List.of("gcpProject", "rules"));
        }
        return fields.toArray(String[]::new);
    }

    private static ForwardingRule rule(StateNode node) {
        node.object("{\"name\": \"grp-0\", \"ipAddress\": \"10.0.0.5\"}", "name", "ipAddress");
        return new ForwardingRule(
                node.required("name", "\"grp-0\"").text("\"grp-0\""),
                address(node.required("ipAddress", "\"10.0.0.5\"")));
    }

    /** The keys are endpoint ids, or a cloud and a region in either spelling. */
    private static Map<String, Fate> fates(StateNode node) {
        String example = "{\"AWS/us-east-1\": \"fails\"}";
        Map<String, Fate> fates = new TreeMap<>();
        node.entries(example, StateReader::fate).forEach((key, fate) -> fates.put(key(node, key, example), fate));
        return fates;
    }

    private static String key(StateNode node, String key, String example) {
        String[] parts = key.split("/", 2);
        Optional<Cloud> cloud = parts.length < 2 ? Optional.empty() : Cloud.named(parts[0]);
        if (cloud.isEmpty()) {
            return key;
        }
        return Regions.atlasName(cloud.get(), parts[1])
                .map(region -> cloud.get() + "/" + region)
                .orElseThrow(() -> node.refused("'" + key + "' names no region of " + cloud.get(), example));
    }

    private static String region(Cloud cloud, StateNode node) {
        String example = "\"" + Formats.regionExample(cloud) + "\"";
        String text = node.text(example);
        return Regions.atlasName(cloud, text)
                .orElseThrow(() -> node.refused("'" + text + "' is no region of " + cloud, example));
    }

    private static String objectId(StateNode node) {
        String text = node.text(OBJECT_ID);
        if (!Formats.isObjectId(text)) {
            throw node.refused("'" + text + "' is not 24 hexadecimal digits", OBJECT_ID);
        }
        return text;
    }

    private static String endpointId(Cloud cloud, StateNode node, String example) {
        String text = node.text(example);
        if (!Formats.isEndpointId(cloud, text)) {
            throw node.refused("'" + text + "' is no endpoint id of " + cloud, example);
        }
        return text;
    }

    private static String address(StateNode node) {
        String text = node.text("\"10.0.3.4\"");
        if (!Formats.isIpv4(text)) {
            throw node.refused("'" + text + "' is no IPv4 address", "\"10.0.3.4\"");
        }
        return text;
    }

    /** Any status in Atlas's manner, since Atlas may show one that nobody knows yet. */
    static String status(StateNode node) {
        String text = node.text("\"AVAILABLE\"");
        if (!text.matches("[A-Z][A-Z_]*")) {
            throw node.refused("'" + text + "' is no status: upper case and underscores", "\"AVAILABLE\"");
        }
        return text;
    }

    private static Fate fate(StateNode node) {
        String text = node.text("\"fails\"");
        return Fate.of(text)
                .orElseThrow(
                        () -> node.refused("'" + text + "' is no fate; there are " + Fate.accepted(), "\"fails\""));
    }

    /** Refuses a list in which two stand for the same thing. */
    static <T> List<T> distinct(StateNode node, List<T> all, Function<T, Object> identity, String example) {
        Set<Object> seen = new HashSet<>();
        for (T each : all) {
            if (!seen.add(identity.apply(each))) {
                throw node.refused(identity.apply(each) + " stands here twice", example);
            }
        }
        return all;
    }
}
