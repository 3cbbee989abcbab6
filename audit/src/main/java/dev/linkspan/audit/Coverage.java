package dev.linkspan.audit;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ObservedProject;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * How much of what is declared was looked at.
 *
 * @param projects looked at in full, that is without any blind spot
 */
public record Coverage(Share projects, Share services, Share endpoints) {

    /**
     * A part of a whole.
     *
     * @param looked how many were looked at
     * @param declared how many specs declare; where none was given, how many Atlas lists
     */
    public record Share(int looked, int declared) {
        public Share {
            if (looked < 0 || looked > declared) {
                throw new IllegalArgumentException("looked at " + looked + " of " + declared);
            }
        }

        private Share plus(Share other) {
            return new Share(looked + other.looked, declared + other.declared);
        }

        private String words(String one, String many) {
            return looked + " of " + Words.count(declared, one, many);
        }
    }

    public Coverage {
        Objects.requireNonNull(projects, "projects");
        Objects.requireNonNull(services, "services");
        Objects.requireNonNull(endpoints, "endpoints");
    }

    static Coverage none() {
        return new Coverage(new Share(0, 0), new Share(0, 0), new Share(0, 0));
    }

    static Coverage unseenProject() {
        return new Coverage(new Share(0, 1), new Share(0, 0), new Share(0, 0));
    }

    static Coverage of(ComparedProject project, Collection<BlindSpot> blindSpots) {
        return new Coverage(
                seenInFull(blindSpots),
                share(project.services().stream().map(ComparedService::service).toList()),
                share(project.services().stream()
                        .flatMap(it -> it.endpoints().stream())
                        .toList()));
    }

    /** Of a project that no spec speaks of: what Atlas lists counts as a whole. */
    static Coverage of(ObservedProject project, Collection<BlindSpot> blindSpots) {
        int unseen = (int) blindSpots.stream()
                .filter(it -> it.address().kind() == Address.Kind.ENDPOINT)
                .count();
        int services = project.services().size();
        int endpoints = project.endpoints().size();
        return new Coverage(
                seenInFull(blindSpots), new Share(services, services), new Share(endpoints, endpoints + unseen));
    }

    Coverage plus(Coverage other) {
        return new Coverage(
                projects.plus(other.projects), services.plus(other.services), endpoints.plus(other.endpoints));
    }

    /** Such as {@code Looked at 12 of 13 projects, 40 of 41 declared services and 80 of 83 declared endpoints.} */
    public String line(Scope scope) {
        String declared = scope == Scope.SPECS ? "declared " : "";
        return "Looked at %s, %s and %s."
                .formatted(
                        projects.words("project", "projects"),
                        services.words(declared + "service", declared + "services"),
                        endpoints.words(declared + "endpoint", declared + "endpoints"));
    }

    private static Share seenInFull(Collection<BlindSpot> blindSpots) {
        return new Share(blindSpots.isEmpty() ? 1 : 0, 1);
    }

    private static Share share(List<? extends Pairing<?, ?>> pairings) {
        var declared = pairings.stream().filter(it -> it.declared().isPresent()).toList();
        int unseen =
                (int) declared.stream().filter(Pairing.Unseen.class::isInstance).count();
        return new Share(declared.size() - unseen, declared.size());
    }
}
