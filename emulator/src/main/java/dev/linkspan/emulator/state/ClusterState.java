package dev.linkspan.emulator.state;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One database cluster.
 *
 * @param regions where it has nodes, the one of the highest priority first
 * @param state as Atlas shows it; CREATING, UPDATING and REPAIRING become IDLE by themselves, DELETING ends it
 * @param isPaused whether it is paused; then it takes up no change of endpoints
 * @param instanceSize such as M10; M0, M2, M5 and FLEX are not dedicated and take no private endpoints
 * @param hangs whether it never becomes IDLE once it is at something
 */
public record ClusterState(
        String name,
        List<ClusterRegion> regions,
        ClusterType type,
        String state,
        boolean isPaused,
        String instanceSize,
        boolean hangs) {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9-]{0,63}");
    private static final Pattern SIZE = Pattern.compile("[A-Z][A-Z0-9_]*");
    private static final Set<String> NOT_DEDICATED = Set.of("M0", "M2", "M5", "FLEX");

    public ClusterState {
        Objects.requireNonNull(type);
        Objects.requireNonNull(state);
        regions = List.copyOf(regions);
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name of a cluster: up to 64 letters, digits and hyphens, such as Cluster0.");
        }
        if (!isSize(instanceSize)) {
            throw new IllegalArgumentException("'" + instanceSize + "' is no instance size, such as M10.");
        }
        if (regions.isEmpty() || new HashSet<>(regions).size() < regions.size()) {
            throw new IllegalArgumentException("A cluster has at least one region, and each of them once.");
        }
    }

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static boolean isSize(String text) {
        return SIZE.matcher(text).matches();
    }

    /** An IDLE replica set with nodes in these regions, each such as {@code AWS/us-east-1}. */
    public static ClusterState of(String name, String... regions) {
        return new ClusterState(
                name,
                Stream.of(regions).map(ClusterRegion::parse).toList(),
                ClusterType.REPLICASET,
                "IDLE",
                false,
                "M10",
                false);
    }

    /** Whether private endpoints can lead to it. */
    public boolean isDedicated() {
        return !NOT_DEDICATED.contains(instanceSize);
    }

    /** The same cluster of another type. */
    public ClusterState ofType(ClusterType other) {
        return new ClusterState(name, regions, other, state, isPaused, instanceSize, hangs);
    }

    /** The same cluster in another state. */
    public ClusterState inState(String other) {
        return new ClusterState(name, regions, type, other, isPaused, instanceSize, hangs);
    }

    /** The same cluster, paused. */
    public ClusterState paused() {
        return new ClusterState(name, regions, type, state, true, instanceSize, hangs);
    }

    /** The same cluster of another size. */
    public ClusterState ofSize(String other) {
        return new ClusterState(name, regions, type, state, isPaused, other, hangs);
    }

    /** The same cluster, which never gets done with anything. */
    public ClusterState hanging() {
        return new ClusterState(name, regions, type, state, isPaused, instanceSize, true);
    }
}
