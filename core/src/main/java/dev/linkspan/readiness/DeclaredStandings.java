package dev.linkspan.readiness;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.ComparedService;
import dev.linkspan.compare.Comparison;
import dev.linkspan.compare.Difference;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.ObservedEndpoint;
import dev.linkspan.model.ObservedService;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The standings of what is declared. */
final class DeclaredStandings {

    private DeclaredStandings() {}

    static List<Standing> of(Comparison comparison) {
        return comparison.projects().stream().flatMap(DeclaredStandings::of).toList();
    }

    private static Stream<Standing> of(ComparedProject project) {
        return Stream.concat(
                project.regionalMode().stream().map(DeclaredStandings::ofRegionalMode),
                project.services().stream()
                        .filter(it -> it.service().declared().isPresent())
                        .flatMap(DeclaredStandings::of));
    }

    private static Stream<Standing> of(ComparedService compared) {
        return Stream.concat(
                Stream.of(ofService(compared.service())),
                compared.endpoints().stream()
                        // Until the last one has gone, nobody knows whether the service stays.
                        .filter(it -> it.declared().isPresent() || compared.isLosingItsLastEndpoint())
                        .map(it -> ofEndpoint(compared.service().observed(), it)));
    }

    /** Atlas switches it without a status in between. */
    private static Standing ofRegionalMode(Pairing<Boolean, Boolean> pairing) {
        return standing(
                pairing,
                (found, differences) -> new Standing(
                        pairing.address(),
                        differences.isEmpty() ? State.READY : State.CHANGED,
                        Optional.empty(),
                        Optional.of(found ? "enabled" : "disabled"),
                        Optional.empty(),
                        differences));
    }

    private static Standing ofService(Pairing<DeclaredService, ObservedService> pairing) {
        return standing(pairing, (found, differences) -> Standing.of(pairing.address(), found, differences));
    }

    private static Standing ofEndpoint(
            Optional<ObservedService> service, Pairing<DeclaredEndpoint, ObservedEndpoint> pairing) {
        return standing(
                pairing,
                (found, differences) ->
                        Standing.of(pairing.address(), service.orElseThrow().id(), found, differences));
    }

    private static <D, O> Standing standing(Pairing<D, O> pairing, BiFunction<O, List<Difference>, Standing> seen) {
        return pairing.match(new Pairing.Cases<>() {
            @Override
            public Standing onlyDeclared(Pairing.OnlyDeclared<D, O> it) {
                return Standing.of(it.address(), State.MISSING);
            }

            @Override
            public Standing onlyObserved(Pairing.OnlyObserved<D, O> it) {
                return seen.apply(it.found(), List.of());
            }

            @Override
            public Standing matched(Pairing.Matched<D, O> it) {
                return seen.apply(it.found(), it.differences());
            }

            @Override
            public Standing unseen(Pairing.Unseen<D, O> it) {
                return Standing.of(it.address(), State.UNSEEN);
            }
        });
    }
}
