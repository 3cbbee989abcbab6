package dev.linkspan.model;

import dev.linkspan.diagnostic.SourceRef;
import java.util.Collection;
import java.util.Collections;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * A private endpoint service as specs want it: one for each project and region.
 *
 * @param remoteRegions AWS only: consumer regions besides its own, at most 35; empty when specs leave them out (then they are
 *     neither compared nor written), an empty set when specs want none
 * @param isProtected whether deleting or replacing it, or any of its endpoints, is refused
 */
public record DeclaredService(
        ServiceKey key,
        Optional<SortedSet<Region>> remoteRegions,
        boolean isProtected,
        SortedMap<EndpointId, DeclaredEndpoint> endpoints,
        SourceRef source) {

    /** The most remote regions that Atlas takes (Admin API schema). */
    public static final int MOST_REMOTE_REGIONS = 35;

    public DeclaredService {
        Objects.requireNonNull(key, "key");
        remoteRegions = remoteRegions.map(it -> checked(key.region(), it));
        endpoints = Collections.unmodifiableSortedMap(new TreeMap<>(endpoints));
        if (key.isPortMapped() && endpoints.size() > 1) {
            throw new Refusal(
                    "too-many-port-mapped-endpoints",
                    endpoints.size() + " endpoints, and a port-mapped service takes one",
                    "Keep one of them.");
        }
        Objects.requireNonNull(source, "source");
    }

    public static SortedMap<EndpointId, DeclaredEndpoint> keyed(Collection<DeclaredEndpoint> endpoints) {
        return Declaration.keyed(endpoints, DeclaredEndpoint::id);
    }

    private static SortedSet<Region> checked(Region own, SortedSet<Region> remotes) {
        if (own.provider() != CloudProvider.AWS) {
            throw new Refusal(
                    "remote-regions-need-aws",
                    "Only AWS services take remote regions",
                    "Remove remoteRegions from the " + own.provider().word() + " block.");
        }
        if (remotes.contains(own)) {
            throw new Refusal(
                    "own-region-is-remote",
                    "'" + own + "' is the service's own region, which is always included",
                    "Remove it from remoteRegions.");
        }
        if (remotes.size() > MOST_REMOTE_REGIONS) {
            throw new Refusal(
                    "too-many-remote-regions",
                    remotes.size() + " remote regions, and Atlas takes at most " + MOST_REMOTE_REGIONS,
                    "Remove some of them.");
        }
        return Collections.unmodifiableSortedSet(new TreeSet<>(remotes));
    }

    public Region region() {
        return key.region();
    }
}
