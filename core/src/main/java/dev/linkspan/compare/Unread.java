package dev.linkspan.compare;

import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.Observation;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ProjectId;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds what specs declare and nobody looked at, so that silence is never taken for absence. */
final class Unread {

    private Unread() {}

    /** The same observation, with a blind spot for each cloud and regional mode that is declared and was not read. */
    static Observation marked(Declaration declaration, Observation observation) {
        var blindSpots = new TreeSet<>(observation.blindSpots());
        declaration.projects().values().stream()
                .flatMap(it -> unread(it, observed(observation, it)))
                .filter(it -> observation.hiding(it).isEmpty())
                .map(it -> new BlindSpot(it, "it was not read", ""))
                .forEach(blindSpots::add);
        return new Observation(observation.projects(), blindSpots);
    }

    /** Nothing for a project whose name could not be turned into an id. */
    static Optional<ObservedProject> observed(Observation observation, DeclaredProject declared) {
        return declared.ref() instanceof ProjectId id
                ? Optional.ofNullable(observation.projects().get(id))
                : Optional.empty();
    }

    private static Stream<Address> unread(DeclaredProject declared, Optional<ObservedProject> observed) {
        var clouds = declared.providers().stream()
                .filter(it -> observed.filter(seen -> seen.providersRead().contains(it))
                        .isEmpty())
                .map(it -> Address.provider(declared.ref(), it));
        boolean lacksRegionalMode = declared.regionalMode().isPresent()
                && observed.flatMap(ObservedProject::regionalMode).isEmpty();
        return lacksRegionalMode ? Stream.concat(Stream.of(Address.regionalMode(declared.ref())), clouds) : clouds;
    }
}
