package dev.linkspan.emulator.state;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Reads the clusters of a project in a state file. */
final class ClusterReader {

    private static final String EXAMPLE = "{\"name\": \"Cluster0\", \"regions\": [\"AWS/us-east-1\"]}";
    private static final String REGION = "\"AWS/us-east-1\"";

    private ClusterReader() {}

    static List<ClusterState> read(StateNode node) {
        String example = "[" + EXAMPLE + "]";
        return StateReader.distinct(node, node.items(example, ClusterReader::cluster), ClusterState::name, example);
    }

    private static ClusterState cluster(StateNode node) {
        node.object(EXAMPLE, "name", "regions", "type", "state", "paused", "instanceSize", "fate");
        return new ClusterState(
                name(node.required("name", "\"Cluster0\"")),
                regions(node.required("regions", "[" + REGION + "]")),
                node.field("type").map(ClusterReader::type).orElse(ClusterType.REPLICASET),
                node.field("state").map(StateReader::status).orElse("IDLE"),
                node.field("paused").map(StateNode::flag).orElse(false),
                node.field("instanceSize").map(ClusterReader::size).orElse("M10"),
                node.field("fate").map(ClusterReader::hangs).orElse(false));
    }

    private static String name(StateNode node) {
        String text = node.text("\"Cluster0\"");
        if (!ClusterState.isName(text)) {
            throw node.refused("'" + text + "' is no name of a cluster: letters, digits and hyphens", "\"Cluster0\"");
        }
        return text;
    }

    private static List<ClusterRegion> regions(StateNode node) {
        List<ClusterRegion> regions = node.items("[" + REGION + "]", ClusterReader::region);
        if (regions.isEmpty()) {
            throw node.refused("a cluster has at least one region", "[" + REGION + "]");
        }
        return StateReader.distinct(node, regions, region -> region, "[" + REGION + "]");
    }

    private static ClusterRegion region(StateNode node) {
        String text = node.text(REGION);
        try {
            return ClusterRegion.parse(text);
        } catch (IllegalArgumentException e) {
            throw node.refused("'" + text + "' is not a provider and a region of it", REGION);
        }
    }

    private static ClusterType type(StateNode node) {
        String text = node.text("\"SHARDED\"");
        return ClusterType.named(text)
                .orElseThrow(() ->
                        node.refused("'" + text + "' is no type of cluster; there are " + types(), "\"SHARDED\""));
    }

    private static String types() {
        return Arrays.stream(ClusterType.values()).map(ClusterType::name).collect(Collectors.joining(", "));
    }

    private static String size(StateNode node) {
        String text = node.text("\"M10\"");
        if (!ClusterState.isSize(text)) {
            throw node.refused("'" + text + "' is no instance size", "\"M10\"");
        }
        return text;
    }

    /** A cluster gets done with what it is at, or it does not; nothing else can become of it. */
    private static boolean hangs(StateNode node) {
        String text = node.text("\"hangs\"");
        return Fate.of(text)
                        .filter(fate -> fate == Fate.HANGS || fate == Fate.READY)
                        .orElseThrow(() -> node.refused(
                                "'" + text + "' is no fate of a cluster; there are ready, hangs", "\"hangs\""))
                == Fate.HANGS;
    }
}
