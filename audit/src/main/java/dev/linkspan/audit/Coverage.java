package dev.linkspan.audit;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Comparison;
import dev.linkspan.compare.Pairing;
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
     * @param declared how many specs declare
     */
    public record Share(int looked, int declared) {
        public Share {
            if (looked < 0 || looked > declared) {
                throw new IllegalArgumentException("looked at " + looked + " of " + declared);
            }
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

    static Coverage of(Comparison comparison) {
        var services = comparison.projects().stream()
                .flatMap(it -> it.services().stream())
                .toList();
        int seenInFull = (int) comparison.projects().stream()
                .filter(it -> isSeenInFull(comparison, it))
                .count();
        return new Coverage(
                new Share(seenInFull, comparison.projects().size()),
                share(services.stream().map(ComparedService::service).toList()),
                share(services.stream().flatMap(it -> it.endpoints().stream()).toList()));
    }

    /** Such as {@code Looked at 12 of 13 projects, 40 of 41 declared services and 80 of 83 declared endpoints.} */
    public String line() {
        return "Looked at %s, %s and %s."
                .formatted(
                        projects.words("project", "projects"),
                        services.words("declared service", "declared services"),
                        endpoints.words("declared endpoint", "declared endpoints"));
    }

    private static boolean isSeenInFull(Comparison comparison, ComparedProject project) {
        return comparison.blindSpots().stream()
                .noneMatch(it -> project.address().covers(it.address()));
    }

    private static Share share(List<? extends Pairing<?, ?>> pairings) {
        var declared = pairings.stream().filter(it -> it.declared().isPresent()).toList();
        int unseen =
                (int) declared.stream().filter(Pairing.Unseen.class::isInstance).count();
        return new Share(declared.size() - unseen, declared.size());
    }
}
