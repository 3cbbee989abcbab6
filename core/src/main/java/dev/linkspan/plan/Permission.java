package dev.linkspan.plan;

import dev.linkspan.model.Address;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.UnmanagedPolicy;
import java.util.Optional;

/** Whether something may be taken away: each answer is empty for yes, or the reason why not. */
final class Permission {

    private final DeclaredProject project;
    private final boolean isSeenInFull;
    private final Guard guard;

    Permission(DeclaredProject project, boolean isSeenInFull, Guard guard) {
        this.project = project;
        this.isSeenInFull = isSeenInFull;
        this.guard = guard;
    }

    boolean ignoresUnmanaged() {
        return project.unmanaged() == UnmanagedPolicy.IGNORE;
    }

    /** May a thing that no spec declares be deleted? */
    Optional<Reason> refusesUnmanagedDelete(boolean isServiceProtected) {
        if (project.isProtected() || isServiceProtected) {
            return Optional.of(Reasons.PROTECTED);
        }
        if (project.unmanaged() != UnmanagedPolicy.DELETE && !guard.allowsDelete()) {
            return Optional.of(Reasons.DELETE_NOT_ALLOWED);
        }
        return unlessSeen();
    }

    /** May a failed endpoint be deleted, so that it can be added again? */
    Optional<Reason> refusesEndpointReplace(boolean isProtected) {
        return project.isProtected() || isProtected ? Optional.of(Reasons.PROTECTED) : Optional.empty();
    }

    /** May a failed service be deleted, with whatever hangs on it, so that it can be created again? */
    Optional<Reason> refusesServiceReplace(Address address, boolean isProtected, int endpoints, boolean hasForeign) {
        if (project.isProtected() || isProtected) {
            return Optional.of(Reasons.PROTECTED);
        }
        if (endpoints > 0 && !guard.replaceable().contains(address)) {
            return Optional.of(Reasons.liveEndpoints(endpoints, address.toString()));
        }
        if (hasForeign && !guard.allowsDelete()) {
            return Optional.of(Reasons.FOREIGN_ENDPOINTS);
        }
        return unlessSeen();
    }

    private Optional<Reason> unlessSeen() {
        return isSeenInFull ? Optional.empty() : Optional.of(Reasons.PROJECT_UNSEEN);
    }
}
