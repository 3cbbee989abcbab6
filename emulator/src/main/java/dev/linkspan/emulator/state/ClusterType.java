package dev.linkspan.emulator.state;

import java.util.Arrays;
import java.util.Optional;

/** How a cluster keeps its data, as Atlas writes it. */
public enum ClusterType {
    REPLICASET,
    SHARDED,
    GEOSHARDED;

    static Optional<ClusterType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
