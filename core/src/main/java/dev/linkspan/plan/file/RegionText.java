package dev.linkspan.plan.file;

import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Region;
import dev.linkspan.model.Regions;
import java.util.Collection;
import java.util.List;
import java.util.SortedSet;

/** A region as text: the cloud's spelling, but Atlas's for a region that Atlas shows and the table lacks. */
final class RegionText {

    private RegionText() {}

    static String write(Region region) {
        boolean isInTable =
                Regions.shownByAtlas(region.provider(), region.cloudName()).equals(region);
        return isInTable ? region.cloudName() : region.atlasName();
    }

    static Region read(CloudProvider provider, String text) {
        return Regions.shownByAtlas(provider, text);
    }

    static List<String> write(Collection<Region> regions) {
        return regions.stream().map(RegionText::write).toList();
    }

    /** The remote regions of a service, which only AWS has. */
    static SortedSet<Region> remote(Members members, String name) {
        return members.distinct(name, it -> read(CloudProvider.AWS, it));
    }
}
