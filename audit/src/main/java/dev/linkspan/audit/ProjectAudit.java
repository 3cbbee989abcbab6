package dev.linkspan.audit;

import dev.linkspan.compare.ComparedProject;
import dev.linkspan.compare.Pairing;
import dev.linkspan.model.UnmanagedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one project comes to.
 *
 * @param ignored how many findings the project's specs ask to keep silent about
 */
record ProjectAudit(List<Finding> findings, int ignored) {

    static ProjectAudit of(ComparedProject project) {
        var all = new ArrayList<Finding>();
        project.regionalMode().flatMap(it -> regionalMode(project, it)).ifPresent(all::add);
        for (var service : project.services()) {
            all.addAll(new ServiceAudit(project.declared(), service).findings());
        }
        if (project.declared().unmanaged() != UnmanagedPolicy.IGNORE) {
            return new ProjectAudit(all, 0);
        }
        var told =
                all.stream().filter(it -> it.kind() != Finding.Kind.UNMANAGED).toList();
        return new ProjectAudit(told, all.size() - told.size());
    }

    private static Optional<Finding> regionalMode(ComparedProject project, Pairing<Boolean, Boolean> pairing) {
        return pairing instanceof Pairing.Matched<Boolean, Boolean> matched
                        && !matched.differences().isEmpty()
                ? Optional.of(new Finding.Changed(
                        matched.address(),
                        matched.differences(),
                        Advice.of(
                                Remedies.CHANGED,
                                project.declared().source(),
                                Optional.of("regionalMode " + matched.found()))))
                : Optional.empty();
    }
}
