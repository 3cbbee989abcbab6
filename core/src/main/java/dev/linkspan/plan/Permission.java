package dev.linkspan.plan;

import dev.linkspan.model.Address;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.Health;
import dev.linkspan.model.ObservedEndpoint;
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

    /** May a failed endpoint be deleted, so that it can be added again? Not unasked where its status alone does not say that it failed. */
    Optional<Reason> refusesEndpointReplace(Address address, ObservedEndpoint found, boolean isProtected) {
        var refusal = refusesEndpointChange(isProtected);
        if (refusal.isPresent()) {
            return refusal;
        }
        return mayCarryTraffic(found) && !guard.replaceable().contains(address)
                ? Optional.of(Reasons.mayCarryTraffic(found, address.toString()))
                : Optional.empty();
    }

    /** May an endpoint be deleted and added again, since specs want it otherwise? The changed spec is the permission. */
    Optional<Reason> refusesEndpointChange(boolean isProtected) {
        return project.isProtected() || isProtected ? Optional.of(Reasons.PROTECTED) : Optional.empty();
    }

    /** May a thing be deleted from which another has taken over, although a spec may still declare it? */
    Optional<Reason> refusesRetirement(boolean isDeclared, boolean isProtected) {
        if (project.isProtected() || isProtected) {
            return Optional.of(Reasons.PROTECTED);
        }
        boolean isDeletedAnyway = !isDeclared && project.unmanaged() == UnmanagedPolicy.DELETE;
        if (!guard.allowsDelete() && !isDeletedAnyway) {
            return Optional.of(Reasons.RETIREMENT_NOT_ALLOWED);
        }
        return unlessSeen();
    }

    private static boolean mayCarryTraffic(ObservedEndpoint found) {
        return found.status().health() == Health.READY || found.status().health() == Health.UNKNOWN;
    }

    /** May a failed service be deleted, with whatever hangs on it, so that it can be created again? */
    Optional<Reason> refusesServiceReplace(Address address, boolean isProtected, int endpoints, boolean hasForeign) {
        if (project.isProtected() || isProtected) {
            return Optional.of(Reasons.PROTECTED);
        }
        if (endpoints > 0 && !guard.replaceable().contains(address)) {
            return Optional.of(Reasons.liveEndpoints(endpoints, address.toString()));
        }
        if (hasForeign && (ignoresUnmanaged() || !guard.allowsDelete())) {
            return Optional.of(Reasons.FOREIGN_ENDPOINTS);
        }
        return unlessSeen();
    }

    private Optional<Reason> unlessSeen() {
        return isSeenInFull ? Optional.empty() : Optional.of(Reasons.PROJECT_UNSEEN);
    }
}
