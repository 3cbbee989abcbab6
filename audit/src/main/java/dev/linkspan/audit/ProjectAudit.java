package dev.linkspan.audit;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.Pairing;
import dev.linkspan.diagnostic.SourceRef;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.DeclaredEndpoint;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.DeclaredService;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedProject;
import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.UnmanagedPolicy;
import dev.linkspan.observe.Sighting;
import dev.linkspan.observe.Survey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one project comes to: the part of a report that can be made, kept and moved by itself.
 *
 * @param findings in the order of their addresses
 * @param ignored how many findings the project's specs ask to keep silent about
 */
public record ProjectAudit(
        ProjectRef project,
        Optional<String> name,
        List<Finding> findings,
        int ignored,
        Coverage coverage,
        Shape shape) {

    public ProjectAudit {
        Objects.requireNonNull(project, "project");
        Objects.requireNonNull(name, "name");
        findings = findings.stream().sorted().toList();
        Objects.requireNonNull(coverage, "coverage");
        Objects.requireNonNull(shape, "shape");
    }

    /**
     * Holds a project against what specs say of it.
     *
     * @param blindSpots those of this project
     */
    public static ProjectAudit of(ComparedProject project, Collection<BlindSpot> blindSpots) {
        var all = new ArrayList<Finding>();
        project.regionalMode().flatMap(it -> regionalMode(project, it)).ifPresent(all::add);
        for (var service : project.services()) {
            all.addAll(new ServiceAudit(project.declared(), service).findings());
        }
        boolean isSilent = project.declared().unmanaged() == UnmanagedPolicy.IGNORE;
        var told = all.stream()
                .filter(it -> !isSilent || it.kind() != Finding.Kind.UNMANAGED)
                .toList();
        var unseen = blindSpots.stream()
                .map(it -> notSeen(it, hiddenBy(it, project), nearestPlace(it.address(), project.declared())));
        return new ProjectAudit(
                project.declared().ref(),
                project.name(),
                Stream.concat(told.stream(), unseen).toList(),
                all.size() - told.size(),
                Coverage.of(project, blindSpots),
                Shapes.of(project));
    }

    /**
     * The same for a survey of one project.
     *
     * @throws IllegalArgumentException when it is of more than one, or of none
     */
    public static ProjectAudit of(Survey survey) {
        var comparison = survey.comparison();
        if (comparison.projects().size() != 1) {
            throw new IllegalArgumentException(
                    "a survey of one project, not of " + comparison.projects().size());
        }
        var project = comparison.projects().get(0);
        var connections = survey.observation().projects().values().stream().flatMap(it -> connections(project, it));
        return of(project, comparison.blindSpots()).and(connections);
    }

    private static Stream<Finding> connections(ComparedProject project, ObservedProject observed) {
        var declared = project.services().stream()
                .flatMap(it -> it.endpoints().stream())
                .filter(it -> it.declared().isPresent()
                        && it.observed()
                                .filter(found -> found.health() == Health.READY)
                                .isPresent())
                .collect(Collectors.toMap(
                        Pairing::address, it -> it.declared().orElseThrow().source()));
        return ConnectionAudit.of(
                observed, declared.keySet(), it -> Advice.of(Remedies.NO_CONNECTION_STRING, declared.get(it)));
    }

    /** The same with each finding made into another of the same address. */
    public ProjectAudit mapping(UnaryOperator<Finding> change) {
        return new ProjectAudit(project, name, findings.stream().map(change).toList(), ignored, coverage, shape);
    }

    /** The same project with the name that Atlas has for it. */
    public ProjectAudit named(String known) {
        return new ProjectAudit(project, Optional.of(known), findings, ignored, coverage, shape);
    }

    private ProjectAudit and(Stream<Finding> more) {
        return new ProjectAudit(
                project, name, Stream.concat(findings.stream(), more).toList(), ignored, coverage, shape);
    }

    /** Looks at a project that no spec speaks of: whether what is there is well. */
    public static ProjectAudit of(Sighting sighting) {
        var project = sighting.project();
        var blindSpots = sighting.blindSpots();
        var health = new HealthAudit(project);
        var unseen = blindSpots.stream().map(ProjectAudit::notSeen);
        return new ProjectAudit(
                        project.id(),
                        project.name(),
                        Stream.concat(health.findings(), unseen).toList(),
                        0,
                        Coverage.of(project, blindSpots),
                        Shapes.of(project, blindSpots))
                .and(ConnectionAudit.of(
                        project,
                        project.readyEndpoints(),
                        it -> new Advice(Remedies.NO_CONNECTION_STRING, Optional.empty(), Optional.empty())));
    }

    /** Of a project of which nothing at all could be read. */
    public static ProjectAudit unseen(BlindSpot spot) {
        var project = spot.address().project();
        return new ProjectAudit(
                project,
                Optional.empty(),
                List.of(notSeen(spot)),
                0,
                Coverage.unseenProject(),
                new Shape(project, Optional.empty(), List.of()));
    }

    /** Of what no spec speaks of. */
    static Finding notSeen(BlindSpot spot) {
        return notSeen(spot, 0, Optional.empty());
    }

    private static Finding notSeen(BlindSpot spot, int hidden, Optional<SourceRef> place) {
        return new Finding(
                Finding.Kind.NOT_SEEN,
                Severity.ERROR,
                spot.address(),
                Words.unread(spot, hidden),
                Evidence.unread(spot.why(), hidden),
                new Advice(spot.remedy(), Optional.empty(), place));
    }

    private static Optional<SourceRef> nearestPlace(Address address, DeclaredProject declared) {
        var service = address.service().map(declared.services()::get);
        var endpoint = service.flatMap(it -> address.endpoint().map(it.endpoints()::get));
        return endpoint.map(DeclaredEndpoint::source)
                .or(() -> service.map(DeclaredService::source))
                .or(() -> Optional.of(declared.source()));
    }

    private static int hiddenBy(BlindSpot blindSpot, ComparedProject project) {
        return (int) pairings(project)
                .filter(it -> it.declared().isPresent())
                .filter(it -> it instanceof Pairing.Unseen<?, ?> unseen
                        && unseen.blindSpot().equals(blindSpot))
                .count();
    }

    private static Stream<Pairing<?, ?>> pairings(ComparedProject project) {
        Stream<Pairing<?, ?>> services = project.services().stream()
                .flatMap(it -> Stream.concat(Stream.of(it.service()), it.endpoints().stream()));
        return Stream.concat(project.regionalMode().stream(), services);
    }

    private static Optional<Finding> regionalMode(ComparedProject project, Pairing<Boolean, Boolean> pairing) {
        return pairing instanceof Pairing.Matched<Boolean, Boolean> matched
                        && !matched.differences().isEmpty()
                ? Optional.of(Drift.changed(
                        matched,
                        Advice.of(
                                Remedies.CHANGED,
                                project.declared().source(),
                                Optional.of("regionalMode " + matched.found()))))
                : Optional.empty();
    }
}
