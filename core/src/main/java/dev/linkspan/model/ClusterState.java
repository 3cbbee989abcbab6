package dev.linkspan.model;

import java.util.Map;
import java.util.Objects;

/**
 * What Atlas is doing with a cluster ({@code stateName}), in Atlas's words. Values are those of the Admin API; a text that is
 * not among them is kept and has {@link Health#UNKNOWN}.
 */
public record ClusterState(String text) {

    /** Everything that was asked for is done. */
    public static final ClusterState IDLE = new ClusterState("IDLE");

    private static final Map<String, Health> KNOWN = Map.of(
            "IDLE", Health.READY,
            "CREATING", Health.PENDING,
            "UPDATING", Health.PENDING,
            "REPAIRING", Health.PENDING,
            "DELETING", Health.LEAVING,
            "DELETED", Health.LEAVING);

    public ClusterState {
        Objects.requireNonNull(text, "text");
    }

    /** Whether Atlas is done with it. A cluster that is not {@link Health#READY} may serve its clients all the same. */
    public Health health() {
        return KNOWN.getOrDefault(text, Health.UNKNOWN);
    }

    @Override
    public String toString() {
        return text;
    }
}
