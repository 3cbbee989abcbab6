package dev.linkspan.audit.service;

import dev.linkspan.audit.ProjectAudit;
import dev.linkspan.audit.ReportDraft;
import dev.linkspan.audit.Words;
import dev.linkspan.model.Address;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.ProjectName;
import dev.linkspan.model.ProjectRef;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What workers handed in, on its way into a report: each project once, and what cannot be read not lost in silence. */
final class HandedIn {

    private final ReportDraft draft;
    private final Set<ProjectRef> taken = new HashSet<>();
    private int unreadable;

    HandedIn(ReportDraft draft) {
        this.draft = draft;
    }

    void take(String text) {
        read(text).ifPresent(audit -> {
            if (taken.add(audit.project())) {
                draft.add(audit);
            } else {
                draft.unseen(new BlindSpot(
                        Address.of(audit.project()),
                        "it is declared twice, by its id and by its name, and only one of them is reported",
                        "Refer to a project in one way in all specs."));
            }
        });
    }

    /** Once all is taken. */
    void tellUnreadable() {
        if (unreadable > 0) {
            draft.unseen(new BlindSpot(
                    Address.of(new ProjectName(BlindSpot.ALL_PROJECTS)),
                    "a worker of another version handed in " + Words.count(unreadable, "project", "projects")
                            + " that this version cannot read",
                    "Give all workers the same version; the next audit tries again."));
        }
    }

    private Optional<ProjectAudit> read(String text) {
        try {
            return Optional.of(ProjectAuditJson.read(text));
        } catch (IllegalStateException otherVersion) {
            unreadable++;
            return Optional.empty();
        }
    }
}
