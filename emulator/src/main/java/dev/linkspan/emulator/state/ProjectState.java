package dev.linkspan.emulator.state;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * One project.
 *
 * @param id 24 hexadecimal digits
 * @param gcpAttachments how many attachments a Google Cloud service that is not port-mapped gets
 * @param clusters no two of the same name
 * @param events what has happened in it, oldest first
 * @param fates how things created later will end, by endpoint id or by cloud and region such as {@code AWS/US_EAST_1}
 */
public record ProjectState(
        String id,
        String name,
        boolean regionalMode,
        int gcpAttachments,
        List<ServiceState> services,
        List<ClusterState> clusters,
        Map<String, Fate> fates,
        List<EventState> events) {

    /** As many as in the recorded project; Atlas's documents say 50. */
    static final int RECORDED_ATTACHMENTS = 6;

    public ProjectState {
        Objects.requireNonNull(name);
        if (!Formats.isObjectId(id)) {
            throw new IllegalArgumentException(
                    "'" + id + "' is not a project id: 24 hexadecimal digits, such as 5e2211c17a3e5a48f5497de3.");
        }
        if (gcpAttachments < 1) {
            throw new IllegalArgumentException("A Google Cloud service has at least one attachment.");
        }
        services = List.copyOf(services);
        clusters = List.copyOf(clusters);
        if (clusters.stream().map(ClusterState::name).distinct().count() < clusters.size()) {
            throw new IllegalArgumentException("two clusters have the same name");
        }
        fates = Collections.unmodifiableMap(new TreeMap<>(fates));
        events = List.copyOf(events);
    }

    /** A project in which nothing has happened yet. */
    public ProjectState(
            String id,
            String name,
            boolean regionalMode,
            int gcpAttachments,
            List<ServiceState> services,
            List<ClusterState> clusters,
            Map<String, Fate> fates) {
        this(id, name, regionalMode, gcpAttachments, services, clusters, fates, List.of());
    }

    /** A project without services and clusters. */
    public static ProjectState of(String id, String name) {
        return new ProjectState(id, name, false, RECORDED_ATTACHMENTS, List.of(), List.of(), Map.of());
    }

    /** The same project with exactly these services. */
    public ProjectState withServices(List<ServiceState> others) {
        return new ProjectState(id, name, regionalMode, gcpAttachments, others, clusters, fates, events);
    }

    /** The same project with exactly these clusters. */
    public ProjectState withClusters(List<ClusterState> others) {
        return new ProjectState(id, name, regionalMode, gcpAttachments, services, others, fates, events);
    }

    /** The same project with regional mode on or off. */
    public ProjectState withRegionalMode(boolean enabled) {
        return new ProjectState(id, name, enabled, gcpAttachments, services, clusters, fates, events);
    }

    /** The same project with these fates. */
    public ProjectState withFates(Map<String, Fate> others) {
        return new ProjectState(id, name, regionalMode, gcpAttachments, services, clusters, others, events);
    }

    /** The same project with exactly this past. */
    public ProjectState withEvents(List<EventState> others) {
        return new ProjectState(id, name, regionalMode, gcpAttachments, services, clusters, fates, others);
    }
}
