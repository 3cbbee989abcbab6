package dev.linkspan.emulator.state;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One private endpoint service.
 *
 * @param id 24 hexadecimal digits; empty to have one made up, always the same one for the same place
 * @param region in Atlas spelling; the constructor takes either
 * @param remoteRegions AWS only, in Atlas spelling; empty where Atlas shows null
 * @param portMapped Google Cloud only
 * @param fate how it ends; empty to go by the project's fates
 */
public record ServiceState(
        Optional<String> id,
        Cloud cloud,
        String region,
        String status,
        Optional<String> errorMessage,
        Optional<Fate> fate,
        Optional<List<String>> remoteRegions,
        boolean portMapped,
        List<EndpointState> endpoints) {

    public ServiceState {
        Objects.requireNonNull(id);
        Objects.requireNonNull(status);
        Objects.requireNonNull(errorMessage);
        Objects.requireNonNull(fate);
        region = atlasName(cloud, region);
        remoteRegions = remoteRegions.map(
                regions -> regions.stream().map(each -> atlasName(cloud, each)).toList());
        endpoints = List.copyOf(endpoints);
        if (portMapped && cloud != Cloud.GCP) {
            throw new IllegalArgumentException("Only a service of GCP can be port-mapped, not one of " + cloud + ".");
        }
        if (remoteRegions.isPresent() && cloud != Cloud.AWS) {
            throw new IllegalArgumentException("Only a service of AWS has remote regions, not one of " + cloud + ".");
        }
    }

    /** An AVAILABLE service without endpoints, in a region of either spelling. */
    public static ServiceState of(Cloud cloud, String region) {
        return new ServiceState(
                Optional.empty(),
                cloud,
                region,
                "AVAILABLE",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false,
                List.of());
    }

    /** An AVAILABLE AWS service with these endpoints, all AVAILABLE. */
    public static ServiceState aws(String region, String... endpointIds) {
        return of(Cloud.AWS, region)
                .withEndpoints(Stream.of(endpointIds).map(EndpointState::aws).toList());
    }

    /** The same service with another id. */
    public ServiceState withId(String other) {
        return new ServiceState(
                Optional.of(other), cloud, region, status, errorMessage, fate, remoteRegions, portMapped, endpoints);
    }

    /** The same service in another status. */
    public ServiceState inStatus(String other) {
        return new ServiceState(id, cloud, region, other, errorMessage, fate, remoteRegions, portMapped, endpoints);
    }

    /** The same service with an error text. */
    public ServiceState withError(String text) {
        return new ServiceState(
                id, cloud, region, status, Optional.of(text), fate, remoteRegions, portMapped, endpoints);
    }

    /** The same service with another fate. */
    public ServiceState withFate(Fate other) {
        return new ServiceState(
                id, cloud, region, status, errorMessage, Optional.of(other), remoteRegions, portMapped, endpoints);
    }

    /** The same service with these remote regions, in either spelling. */
    public ServiceState withRemoteRegions(String... regions) {
        return new ServiceState(
                id, cloud, region, status, errorMessage, fate, Optional.of(List.of(regions)), portMapped, endpoints);
    }

    /** The same service in Google Cloud's port-mapped architecture. */
    public ServiceState withPortMapping() {
        return new ServiceState(id, cloud, region, status, errorMessage, fate, remoteRegions, true, endpoints);
    }

    /** The same service with exactly these endpoints. */
    public ServiceState withEndpoints(List<EndpointState> others) {
        return new ServiceState(id, cloud, region, status, errorMessage, fate, remoteRegions, portMapped, others);
    }

    static String atlasName(Cloud cloud, String region) {
        return Regions.atlasName(cloud, region)
                .orElseThrow(() -> new IllegalArgumentException("'" + region + "' is not a region of " + cloud
                        + ". Accepted is, for instance, " + Formats.regionExample(cloud) + "."));
    }
}
