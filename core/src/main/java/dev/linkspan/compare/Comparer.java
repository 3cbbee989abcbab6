package dev.linkspan.compare;

import dev.linkspan.model.Address;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.Observation;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ObservedService;
import dev.linkspan.model.Region;
import dev.linkspan.model.ServiceKey;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds a declaration against an observation. It asks nothing of Atlas and decides nothing. */
public final class Comparer {

    private final Observation observation;

    private Comparer(Observation observation) {
        this.observation = observation;
    }

    /** @param declaration with every project name looked up, as far as that was possible */
    public static Comparison compare(Declaration declaration, Observation observation) {
        var marked = Unread.marked(declaration, observation);
        var comparer = new Comparer(marked);
        var projects =
                declaration.projects().values().stream().map(comparer::project).toList();
        return new Comparison(projects, marked.blindSpots());
    }

    private ComparedProject project(DeclaredProject declared) {
        var observed = Unread.observed(observation, declared);
        SortedSet<ServiceKey> keys = new TreeSet<>(declared.services().keySet());
        observed.ifPresent(it -> keys.addAll(it.services().keySet()));
        return new ComparedProject(
                declared,
                observed.flatMap(ObservedProject::name),
                declared.regionalMode().map(wanted -> regionalMode(declared, wanted, observed)),
                observed.map(ObservedProject::providersRead).orElseGet(TreeSet<CloudProvider>::new),
                keys.stream().map(key -> service(declared, observed, key)).toList());
    }

    private Pairing<Boolean, Boolean> regionalMode(
            DeclaredProject project, boolean wanted, Optional<ObservedProject> observed) {
        var address = Address.regionalMode(project.ref());
        return observed.flatMap(ObservedProject::regionalMode)
                .<Pairing<Boolean, Boolean>>map(found ->
                        new Pairing.Matched<>(address, wanted, found, difference("regionalMode", wanted, found)))
                .orElseGet(() -> absent(address, wanted));
    }

    private ComparedService service(DeclaredProject project, Optional<ObservedProject> observed, ServiceKey key) {
        var address = Address.service(project.ref(), key);
        var declared = Optional.ofNullable(project.services().get(key));
        var found = observed.map(it -> it.services().get(key));
        SortedSet<EndpointId> ids = new TreeSet<>();
        declared.ifPresent(it -> ids.addAll(it.endpoints().keySet()));
        found.ifPresent(it -> ids.addAll(it.endpointIds()));
        return new ComparedService(
                pair(address, declared, found, Comparer::serviceDifferences),
                ids.stream()
                        .map(id -> endpoint(address.endpoint(id), declared, observed))
                        .flatMap(Optional::stream)
                        .toList());
    }

    /** Empty for an endpoint that nobody declares and that went away between Atlas's list and its own look. */
    private Optional<Pairing<DeclaredEndpoint, ObservedEndpoint>> endpoint(
            Address address, Optional<DeclaredService> service, Optional<ObservedProject> observed) {
        var id = address.endpoint().orElseThrow();
        var declared = service.map(it -> it.endpoints().get(id));
        var found = observed.map(it -> it.endpoints().get(address));
        if (declared.isEmpty() && found.isEmpty()) {
            return observation.hiding(address).map(it -> new Pairing.Unseen<>(address, declared, it));
        }
        return Optional.of(pair(address, declared, found, Comparer::endpointDifferences));
    }

    private <D, O> Pairing<D, O> pair(
            Address address, Optional<D> declared, Optional<O> found, Differing<D, O> differing) {
        if (declared.isPresent() && found.isPresent()) {
            var differences = differing.between(declared.get(), found.get());
            return new Pairing.Matched<>(address, declared.get(), found.get(), differences);
        }
        return found.<Pairing<D, O>>map(it -> new Pairing.OnlyObserved<>(address, it))
                .orElseGet(() -> absent(address, declared.orElseThrow()));
    }

    private <D, O> Pairing<D, O> absent(Address address, D declared) {
        return observation
                .hiding(address)
                .<Pairing<D, O>>map(it -> new Pairing.Unseen<>(address, Optional.of(declared), it))
                .orElseGet(() -> new Pairing.OnlyDeclared<>(address, declared));
    }

    @FunctionalInterface
    private interface Differing<D, O> {
        List<Difference> between(D declared, O observed);
    }

    /**
     * An attribute that specs leave out is not compared. Atlas answers null for no remote regions, and leaves the endpoint
     * service name null until the service is ready, so that one is never compared.
     */
    private static List<Difference> serviceDifferences(DeclaredService declared, ObservedService observed) {
        return declared.remoteRegions().stream()
                .flatMap(wanted -> {
                    var found = observed.remoteRegions().orElseGet(TreeSet<Region>::new);
                    return wanted.equals(found)
                            ? Stream.empty()
                            : Stream.of(new Difference("remoteRegions", spelled(wanted), spelled(found)));
                })
                .toList();
    }

    private static List<Difference> endpointDifferences(DeclaredEndpoint declared, ObservedEndpoint observed) {
        var wanted = declared.attributes().values();
        var found = observed.attributes().values();
        return declared.attributes().contradictedBy(observed.attributes()).stream()
                .map(it -> new Difference(it, wanted.get(it), found.get(it)))
                .toList();
    }

    private static String spelled(SortedSet<Region> regions) {
        return regions.stream().map(Region::cloudName).collect(Collectors.joining(", ", "[", "]"));
    }

    private static List<Difference> difference(String attribute, Object declared, Object observed) {
        return Objects.equals(declared, observed)
                ? List.of()
                : List.of(new Difference(attribute, declared.toString(), observed.toString()));
    }
}
