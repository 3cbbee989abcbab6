package dev.linkspan.cli;

import dev.linkspan.atlas.Atlas;
import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.atlas.AtlasProject;
import dev.linkspan.cli.view.DescriptionDocument;
import dev.linkspan.connect.ConnectionPaths;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.ObservedService;
import dev.linkspan.observe.Observer;
import dev.linkspan.observe.Sighting;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Looks for one service or endpoint, project by project. */
final class Search {

    private final Atlas atlas;
    private final Observer observer;
    private final SoughtThing sought;
    private final List<Map<String, Object>> found = new ArrayList<>();
    private final List<BlindSpot> blindSpots = new ArrayList<>();

    Search(Atlas atlas, Observer observer, SoughtThing sought) {
        this.atlas = atlas;
        this.observer = observer;
        this.sought = sought;
    }

    void unseen(BlindSpot spot) {
        blindSpots.add(spot);
    }

    /** What could not be read before it was found does not matter any more, but for its clusters. */
    boolean isOver() {
        return !found.isEmpty() && sought.isUnique();
    }

    List<Map<String, Object>> found() {
        return found;
    }

    List<BlindSpot> blindSpots() {
        return isOver()
                ? blindSpots.stream()
                        .filter(it -> it.address().kind() == Address.Kind.CLUSTERS)
                        .toList()
                : blindSpots;
    }

    void in(AtlasProject project) throws InterruptedException {
        for (CloudProvider cloud : sought.clouds()) {
            try {
                for (var service : atlas.services(project.id(), cloud)) {
                    if (sought.fits(service)) {
                        take(project, Address.service(project.id(), service.key()), service);
                    }
                }
            } catch (AtlasProblem problem) {
                blindSpots.add(
                        new BlindSpot(Address.provider(project.id(), cloud), problem.getMessage(), problem.remedy()));
            }
        }
    }

    private void take(AtlasProject project, Address address, ObservedService service) throws InterruptedException {
        if (sought.isService()) {
            found.add(DescriptionDocument.service(address, service));
        } else {
            var endpoint = address.endpoint(sought.endpoint().orElseThrow());
            observer.sightEach(List.of(project), true, it -> take(endpoint, it));
        }
    }

    /** Which strings lead through an endpoint depends on the other endpoints of its project. */
    private void take(Address endpoint, Sighting sighting) {
        var project = sighting.project();
        var seen = project.endpoints().get(endpoint);
        if (seen != null) {
            var paths = project.clusters()
                    .flatMap(it -> ConnectionPaths.through(List.of(endpoint), project.readyEndpoints(), it).stream()
                            .findFirst());
            found.add(DescriptionDocument.endpoint(endpoint, seen, paths));
        }
        sighting.blindSpots().stream()
                .filter(it -> it.address().equals(endpoint) || it.address().kind() == Address.Kind.CLUSTERS)
                .forEach(blindSpots::add);
    }
}
