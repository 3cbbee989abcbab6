package dev.linkspan.model;

import java.util.Objects;
import java.util.function.Function;

/**
 * What tells one service of a project from its others: the region and, on Google Cloud, the architecture, since both may stand
 * in one region while users move from one to the other.
 *
 * @param isPortMapped Google Cloud: one address per endpoint; otherwise one for each service attachment, which Atlas
 *     disables on 2027-04-30
 */
public record ServiceKey(Region region, boolean isPortMapped) implements Comparable<ServiceKey> {

    private static final String PORT_MAPPED = ":port-mapped";

    /** @throws Refusal for a port-mapped service on another cloud than Google's */
    public ServiceKey {
        Objects.requireNonNull(region, "region");
        if (isPortMapped && region.provider() != CloudProvider.GCP) {
            throw new Refusal(
                    "port-mapping-needs-gcp",
                    "Only Google Cloud services are port-mapped",
                    "Remove portMapped() from the " + region.provider().word() + " block.");
        }
    }

    /** The only service a region has, but for a port-mapped one on Google Cloud. */
    public static ServiceKey of(Region region) {
        return new ServiceKey(region, false);
    }

    /**
     * Reads it as addresses write it: {@code us-east-1}, {@code us-central1:port-mapped}.
     *
     * @param regions reads the region in it
     */
    public static ServiceKey parse(String text, Function<String, Region> regions) {
        boolean isPortMapped = text.endsWith(PORT_MAPPED);
        String region = isPortMapped ? text.substring(0, text.length() - PORT_MAPPED.length()) : text;
        return new ServiceKey(regions.apply(region), isPortMapped);
    }

    public CloudProvider provider() {
        return region.provider();
    }

    @Override
    public int compareTo(ServiceKey other) {
        int byRegion = region.compareTo(other.region);
        return byRegion != 0 ? byRegion : Boolean.compare(isPortMapped, other.isPortMapped);
    }

    /**
     * As addresses write it.
     *
     * @param regions writes the region in it
     */
    public String text(Function<Region, String> regions) {
        return regions.apply(region) + (isPortMapped ? PORT_MAPPED : "");
    }

    @Override
    public String toString() {
        return text(Region::toString);
    }
}
