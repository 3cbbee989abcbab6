package dev.linkspan.emulator.lifecycle;

import dev.linkspan.emulator.state.Cloud;
import dev.linkspan.emulator.state.ClusterRegion;

/**
 * An endpoint that is AVAILABLE.
 *
 * @param region where its service is
 * @param isPortMapped whether its service is, on Google Cloud
 */
public record ConnectedEndpoint(ClusterRegion region, String id, boolean isPortMapped) {

    public Cloud cloud() {
        return region.cloud();
    }
}
