package dev.linkspan.atlas.http;

import static dev.linkspan.atlas.http.Wire.all;
import static dev.linkspan.atlas.http.Wire.said;

import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Cluster;
import dev.linkspan.model.ClusterState;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.PrivateConnectionString;
import dev.linkspan.model.PrivateConnectionString.Passage;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Region;
import dev.linkspan.model.Regions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A cluster as it travels, in the form of version 2024-08-05 or of API v1.0, which has the cloud in {@code providerSettings} and
 * the regions as keys of {@code regionsConfig}. As in {@link Wire}, any field may be missing.
 */
record WireCluster(
        String name,
        String stateName,
        Boolean paused,
        ConnectionStrings connectionStrings,
        List<ReplicationSpec> replicationSpecs,
        Place providerSettings) {

    /** What stands in a cloud's place for clusters that private endpoints do not lead to. */
    private static final Set<String> NOT_DEDICATED = Set.of("TENANT", "FLEX", "SERVERLESS");

    /** @throws Refusal when Atlas left out the name */
    Cluster seen() {
        return new Cluster(
                said(name).orElseThrow(() -> new Refusal("cluster-without-name", "a cluster has no name", "")),
                new ClusterState(said(stateName).orElse("(no state)")),
                Boolean.TRUE.equals(paused),
                places().noneMatch(Place::isShared),
                regions(),
                connectionStrings == null ? List.of() : connectionStrings.seen());
    }

    private SortedSet<Region> regions() {
        return places().flatMap(it -> it.region().stream()).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Place> places() {
        var own = Stream.ofNullable(providerSettings);
        var specs = all(replicationSpecs).flatMap(it -> it.places(providerSettings));
        return Stream.concat(own, specs);
    }

    record Page(List<WireCluster> results, Integer totalCount) implements Wire.Page<Cluster> {

        @Override
        public List<Cluster> seen() {
            return all(results).map(WireCluster::seen).toList();
        }
    }

    record ReplicationSpec(List<Place> regionConfigs, Map<String, Object> regionsConfig) {

        Stream<Place> places(Place settings) {
            var older = regionsConfig == null || settings == null
                    ? Stream.<Place>of()
                    : regionsConfig.keySet().stream().map(settings::in);
            return Stream.concat(all(regionConfigs), older);
        }
    }

    /**
     * Where nodes are.
     *
     * @param providerName the cloud, or what stands in its place
     * @param backingProviderName the cloud then
     */
    record Place(String providerName, String backingProviderName, String regionName) {

        Place in(String region) {
            return new Place(providerName, backingProviderName, region);
        }

        Optional<Region> region() {
            return provider(providerName)
                    .or(() -> provider(backingProviderName))
                    .flatMap(cloud -> said(regionName).map(it -> Regions.shownByAtlas(cloud, it)));
        }

        boolean isShared() {
            return providerName != null && NOT_DEDICATED.contains(providerName);
        }
    }

    /**
     * The strings that lead through private endpoints, among others.
     *
     * @param awsPrivateLink by endpoint id; older than {@code privateEndpoint}, and the same where both are there
     * @param awsPrivateLinkSrv likewise
     */
    record ConnectionStrings(
            List<PrivateEndpoint> privateEndpoint,
            Map<String, String> awsPrivateLink,
            Map<String, String> awsPrivateLinkSrv) {

        List<PrivateConnectionString> seen() {
            var seen = all(privateEndpoint).flatMap(it -> it.seen().stream()).toList();
            var older = Stream.of(awsPrivateLink, awsPrivateLinkSrv)
                    .filter(Objects::nonNull)
                    .flatMap(it -> it.keySet().stream())
                    .filter(it -> !it.isBlank())
                    .map(it -> new EndpointId(CloudProvider.AWS, it))
                    .distinct()
                    .sorted()
                    .filter(id -> seen.stream().noneMatch(it -> it.leadsThrough(id)))
                    .flatMap(id -> string(
                            text(awsPrivateLinkSrv, id),
                            text(awsPrivateLink, id),
                            Optional.empty(),
                            List.of(new Passage(id, Optional.empty())))
                            .stream());
            return Stream.concat(seen.stream(), older).toList();
        }

        private static Optional<String> text(Map<String, String> strings, EndpointId id) {
            return Optional.ofNullable(strings).flatMap(it -> said(it.get(id.value())));
        }
    }

    /** One string in all its forms. */
    record PrivateEndpoint(
            String connectionString,
            String srvConnectionString,
            String srvShardOptimizedConnectionString,
            List<Endpoint> endpoints) {

        Optional<PrivateConnectionString> seen() {
            return string(
                    said(srvConnectionString),
                    said(connectionString),
                    said(srvShardOptimizedConnectionString),
                    all(endpoints).flatMap(it -> it.seen().stream()).toList());
        }
    }

    record Endpoint(String endpointId, String providerName, String region) {

        Optional<Passage> seen() {
            return said(endpointId).map(it -> {
                var cloud = provider(providerName).orElseGet(() -> providerOf(it));
                return new Passage(
                        new EndpointId(cloud, it), said(region).map(name -> Regions.shownByAtlas(cloud, name)));
            });
        }

        /** By the form of the id, where Atlas does not say. */
        private static CloudProvider providerOf(String id) {
            if (id.startsWith("vpce-")) {
                return CloudProvider.AWS;
            }
            return id.startsWith("/subscriptions/") ? CloudProvider.AZURE : CloudProvider.GCP;
        }
    }

    /** Nothing while Atlas has not filled in any form. */
    private static Optional<PrivateConnectionString> string(
            Optional<String> srv, Optional<String> standard, Optional<String> optimized, List<Passage> endpoints) {
        boolean isEmpty = srv.isEmpty() && standard.isEmpty() && optimized.isEmpty();
        return isEmpty
                ? Optional.empty()
                : Optional.of(new PrivateConnectionString(srv, standard, optimized, endpoints));
    }

    private static Optional<CloudProvider> provider(String name) {
        return Arrays.stream(CloudProvider.values())
                .filter(it -> it.name().equals(name))
                .findFirst();
    }
}
