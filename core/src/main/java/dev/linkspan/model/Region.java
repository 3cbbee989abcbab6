package dev.linkspan.model;

import java.util.Objects;

/**
 * A region of one cloud, known by two spellings: Atlas's ({@code US_EAST_1}) and the cloud's ({@code us-east-1}).
 *
 * <p>Two names are alike only inside one provider: {@code US_WEST_2} is a different place on AWS, Azure and Google
 * Cloud. {@link Regions} makes the known ones; a region that Atlas shows and the table lacks is kept under its own text.
 */
public record Region(CloudProvider provider, String atlasName, String cloudName) implements Comparable<Region> {

    public Region {
        Objects.requireNonNull(provider, "provider");
        Objects.requireNonNull(atlasName, "atlasName");
        Objects.requireNonNull(cloudName, "cloudName");
    }

    @Override
    public int compareTo(Region other) {
        int byProvider = provider.compareTo(other.provider);
        return byProvider != 0 ? byProvider : cloudName.compareTo(other.cloudName);
    }

    /** The cloud's spelling, which addresses and views use. */
    @Override
    public String toString() {
        return cloudName;
    }
}
