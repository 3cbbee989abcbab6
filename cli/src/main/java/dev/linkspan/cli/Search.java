package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.cli.view.Description;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import dev.linkspan.observe.Observer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Looks for one service or endpoint in some projects at once, and then at what was found. */
final class Search {

    private final Session session;
    private final Connection connection;
    private final SoughtThing sought;
    private final List<Hit> hits = new ArrayList<>();
    private final List<Description> found = new ArrayList<>();
    private final List<BlindSpot> elsewhere = new ArrayList<>();
    private final List<BlindSpot> blindSpots = new ArrayList<>();

    Search(Session session, Connection connection, SoughtThing sought) {
        this.session = session;
        this.connection = connection;
        this.sought = sought;
    }

    /** The service that is sought, or on which what is sought hangs. */
    private record Hit(ObservedProject project, ObservedService service) {

        Address address() {
            return Address.service(project.id(), service.key());
        }
    }

    /** By address. */
    List<Description> found() {
        return found;
    }

    /** What could not be read and matters: once a thing is found that can be in one place only, what lies elsewhere does not. */
    List<BlindSpot> blindSpots() {
        var mattering = new ArrayList<>(blindSpots);
        if (found.isEmpty() || !sought.isUnique()) {
            mattering.addAll(elsewhere);
        }
        return mattering.stream().sorted().toList();
    }

    void in(VisibleProjects projects) throws InterruptedException {
        elsewhere.addAll(projects.blindSpots());
        int count = projects.found().size();
        if (count > 1) {
            session.errors()
                    .line("Looking in " + count + " projects, which takes "
                            + count * sought.clouds().size() + " calls; --project spares the others.");
        }
        new Observer(connection.atlas(), connection.lanes()).listEach(projects.found(), sought.clouds(), it -> {
            elsewhere.addAll(it.blindSpots());
            it.project().services().values().stream()
                    .filter(sought::fits)
                    .map(service -> new Hit(it.project(), service))
                    .forEach(hits::add);
        });
        hits.sort(Comparator.comparing(Hit::address));
        for (var hit : hits) {
            if (sought.isService()) {
                found.add(new Description(
                        hit.address(), hit.project().name(), hit.service(), Optional.empty(), Optional.empty()));
            } else {
                look(hit, sought.endpoint().orElseThrow());
            }
        }
    }

    private void look(Hit hit, EndpointId id) throws InterruptedException {
        var project = hit.project();
        var listed = listed(hit, id);
        var address = hit.address().endpoint(listed);
        try {
            var seen = connection.atlas().endpoint(project.id(), hit.service().id(), listed);
            if (seen.isPresent()) {
                var connections = new EndpointConnections(connection, project.id()).through(address, seen.get());
                blindSpots.addAll(connections.blindSpots());
                found.add(new Description(
                        address,
                        project.name(),
                        hit.service(),
                        seen,
                        connections.endpoints().stream().findFirst()));
            }
        } catch (AtlasProblem problem) {
            blindSpots.add(new BlindSpot(address, problem.getMessage(), problem.remedy()));
        }
    }

    /** In Atlas's spelling of it. */
    private static EndpointId listed(Hit hit, EndpointId id) {
        return hit.service().endpointIds().stream()
                .filter(id::equals)
                .findFirst()
                .orElse(id);
    }
}
