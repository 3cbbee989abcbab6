package dev.linkspan.apply;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.connect.ClusterPath;
import dev.linkspan.connect.ConnectionPaths;
import dev.linkspan.connect.EndpointPaths;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Cluster;
import dev.linkspan.model.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** One project whose clusters take up endpoints, and what was seen of them last. */
final class WatchedProject {

    private final ProjectId id;
    private final Collection<Address> endpoints;
    private final Collection<Address> ready;

    private List<EndpointPaths> paths = List.of();
    private Optional<BlindSpot> blindSpot;
    private boolean isOpen = true;

    WatchedProject(ProjectId id, Collection<Address> endpoints, Collection<Address> ready) {
        this.id = id;
        this.endpoints = endpoints;
        this.ready = ready;
        this.blindSpot = Optional.of(blindSpot("the run was cancelled before its clusters were looked at", ""));
    }

    ProjectId id() {
        return id;
    }

    /** Whether another look may show something else. */
    boolean isOpen() {
        return isOpen;
    }

    List<EndpointPaths> paths() {
        return paths;
    }

    Optional<BlindSpot> blindSpot() {
        return blindSpot;
    }

    void seen(List<Cluster> clusters) {
        paths = ConnectionPaths.through(endpoints, ready, clusters);
        blindSpot = Optional.empty();
        isOpen = paths.stream().anyMatch(EndpointPaths::isSettling);
    }

    /** What was seen before stays, as long as looking again may help. */
    void unseen(AtlasProblem problem) {
        isOpen = problem.isPassing();
        if (paths.isEmpty() || !isOpen) {
            paths = List.of();
            blindSpot = Optional.of(blindSpot(problem.getMessage(), problem.remedy()));
        }
    }

    /** Those that are not done yet, or owe a string. */
    List<Cluster> awaited() {
        return paths.stream()
                .flatMap(it -> it.clusters().stream())
                .filter(ClusterPath::isSettling)
                .map(ClusterPath::cluster)
                .distinct()
                .toList();
    }

    private BlindSpot blindSpot(String why, String remedy) {
        return new BlindSpot(Address.of(id), why, remedy);
    }
}
