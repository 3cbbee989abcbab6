package dev.linkspan.audit;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.Comparison;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import java.util.ArrayList;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns a comparison into a report of what is not as specs say. */
public final class Auditor {

    private Auditor() {}

    /** Warnings and worse count against the verdict; see {@link AuditReport#failingOn}. */
    public static AuditReport audit(Comparison comparison) {
        var names = new TreeMap<ProjectRef, String>();
        var findings = new ArrayList<Finding>();
        int ignored = 0;
        for (var project : comparison.projects()) {
            project.name().ifPresent(it -> names.put(project.declared().ref(), it));
            var audited = ProjectAudit.of(project);
            findings.addAll(audited.findings());
            ignored += audited.ignored();
        }
        for (var blindSpot : comparison.blindSpots()) {
            findings.add(new Finding.NotSeen(blindSpot, hiddenBy(blindSpot, comparison)));
        }
        var coverage = Coverage.of(comparison);
        return new AuditReport(names, findings, coverage, ignored, Severity.WARNING, Optional.empty());
    }

    private static int hiddenBy(BlindSpot blindSpot, Comparison comparison) {
        return (int) comparison.projects().stream()
                .flatMap(Auditor::pairings)
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
}
