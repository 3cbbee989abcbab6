package dev.linkspan.audit;

import dev.linkspan.compare.Comparison;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectRef;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Turns a comparison into a report of what is not as specs say. */
public final class Auditor {

    private Auditor() {}

    /** Warnings and worse count against the verdict; see {@link AuditReport#failingOn}. */
    public static AuditReport audit(Comparison comparison) {
        var draft = new ReportDraft(Scope.SPECS);
        Map<ProjectRef, List<BlindSpot>> spots = comparison.blindSpots().stream()
                .collect(Collectors.groupingBy(it -> it.address().project()));
        for (var project : comparison.projects()) {
            var own =
                    Optional.ofNullable(spots.remove(project.declared().ref())).orElseGet(List::of);
            draft.add(ProjectAudit.of(project, own));
        }
        spots.values().forEach(it -> it.forEach(draft::unseen));
        return draft.report();
    }
}
