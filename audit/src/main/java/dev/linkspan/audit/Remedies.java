package dev.linkspan.audit;

import dev.linkspan.model.Address;
import dev.linkspan.model.AttachmentGap;
import dev.linkspan.model.DeclaredProject;
import dev.linkspan.model.Health;
import dev.linkspan.model.UnmanagedPolicy;

/** What can be done, so that each way out is worded once. */
final class Remedies {

    static final String CHANGED =
            "'linkspan apply' with the same specs sets it as declared. To keep what Atlas has, write that into the spec.";
    static final String CHANGED_ENDPOINT =
            "Atlas cannot change it in place: 'linkspan apply' with the same specs removes it and adds it again as declared, and its"
                    + " connections are cut meanwhile. To keep what Atlas has, write it as below.";
    static final String REMOTE_REGIONS_LEFT_OUT =
            "'linkspan apply' with the same specs sets it as declared. To keep what Atlas has, leave it out of the spec.";
    static final String MISSING_SERVICE =
            "'linkspan apply' with the same specs creates it. If it was removed on purpose, remove it from the spec.";
    static final String MISSING_ENDPOINT =
            "If the endpoint still exists in your network, 'linkspan apply' with the same specs adds it again. If it was"
                    + " removed on purpose, remove it from the spec.";
    static final String MIGRATE =
            "Move to a port-mapped service beside it before then: 'linkspan plan --migrate-gcp' with the same specs shows the way.";
    static final String MIGRATE_UNDECLARED =
            "Move to a port-mapped service beside it before then: declare it in a spec, and 'linkspan plan --migrate-gcp' shows the way.";
    static final String OUTLAST_ENDPOINT =
            "'linkspan apply' with the same specs waits for it, and creates the service again if it goes.";
    static final String ADD_BEFORE_REMOVING =
            "Add another endpoint of the same service first, or be ready to connect endpoints to the new service's name.";
    static final String NO_CONNECTION_STRING =
            "Give the cluster an endpoint in every region in which it has nodes, and wait until it is IDLE. Where all that is so, ask"
                    + " MongoDB support; an endpoint that no cluster is for only costs money.";
    private static final String HELD_BY_PROTECT =
            " protect() holds that: take it out of the spec for the time of the repair.";

    private Remedies() {}

    /** Ways out for something that no spec declares. */
    static String unmanaged(DeclaredProject project, boolean isProtected, String wayIn) {
        if (isProtected) {
            return wayIn + " protect() keeps Linkspan from deleting it.";
        }
        return project.unmanaged() == UnmanagedPolicy.DELETE
                ? wayIn + " Else 'linkspan apply' with the same specs deletes it, as unmanaged 'delete' says."
                : wayIn + " Or delete it: 'linkspan apply --allow-delete' with the same specs.";
    }

    /** What apply would hold. */
    static String attachmentGap(AttachmentGap gap) {
        return "'linkspan apply' with the same specs does not add it, since " + gap.what() + ". In the spec, "
                + gap.wayOut() + ".";
    }

    /** A failed service with endpoints is replaced only when its address is named. */
    static String failedService(Address address, int endpoints, String advice, boolean isProtected) {
        String repair = endpoints == 0
                ? advice
                : "'linkspan apply --replace " + address
                        + "' with the same specs replaces it; the new service has another name," + " to which "
                        + Words.count(endpoints, "endpoint", "endpoints") + " must be connected again.";
        return protectedOr(repair, isProtected);
    }

    /** For what no spec speaks of, where nothing but Atlas itself was looked at. */
    static String undeclared(Address address, Health health) {
        String noun = Words.noun(address);
        return switch (health) {
            case READY -> "";
            case PENDING, LEAVING -> "Wait: 'linkspan wait " + address + "' ends when Atlas is done.";
            case FAILED ->
                "Atlas's own way to mend it is to remove the " + noun
                        + " and add it again; 'linkspan apply' does that for a spec" + " that declares it.";
            case UNKNOWN -> StatusMeaning.unknown().advice();
        };
    }

    static String protectedOr(String repair, boolean isProtected) {
        return isProtected ? repair + HELD_BY_PROTECT : repair;
    }
}
