package dev.linkspan.plan;

import dev.linkspan.model.AttachmentGap;
import dev.linkspan.model.EndpointId;
import dev.linkspan.model.ObservedEndpoint;
import java.util.Optional;

/** The reasons there are, so that each is worded once. */
final class Reasons {

    static final Reason ABSENT = new Reason("not-in-atlas", "Atlas does not have it");
    static final Reason AS_DECLARED = new Reason("as-declared", "as declared");
    static final Reason SETTLING = new Reason("settling", "Atlas is still working on it");
    static final Reason LAST_ENDPOINT_LEAVING = new Reason(
            "last-endpoint-leaving",
            "Atlas is deleting its last endpoint and may delete the service with it; apply waits, and creates it again if it goes");
    static final Reason UNKNOWN_STATUS = new Reason(
            "unknown-status", "this version of Linkspan does not know its status, so it may be ready or not");
    static final Reason DIFFERS = new Reason("differs", "Atlas has other values");
    static final Reason NOT_IN_PLACE =
            new Reason("not-in-place", "Atlas has other values and cannot change them in place");
    static final Reason BEING_DELETED =
            new Reason("being-deleted", "Atlas is deleting it; it is created again once it is gone");
    static final Reason UNMANAGED = new Reason("unmanaged", "no spec declares it");
    static final Reason DESTROYED = new Reason("destroy", "destroy was asked for");
    static final Reason PROTECTED = new Reason("protected", "protect() refuses it");
    static final Reason DELETE_NOT_ALLOWED = new Reason(
            "delete-not-allowed",
            "no spec declares it; --allow-delete or unmanaged 'delete' would delete it, unmanaged 'ignore' hides it");
    static final Reason SERVICE_HELD = new Reason("service-held", "its service is held");
    static final Reason SERVICE_REPLACED = new Reason("service-replaced", "its service is replaced");
    static final Reason UNSEEN = new Reason("unseen", "it could not be read");
    static final Reason PROJECT_UNSEEN = new Reason(
            "project-unseen", "part of the project could not be read, and nothing is deleted without having looked");
    static final Reason FOREIGN_ENDPOINTS =
            new Reason("foreign-endpoints", "endpoints that no spec declares still hang on it");
    static final Reason SIBLING_HELD = new Reason(
            "sibling-held",
            "a declared endpoint of the same service is held, and nothing that may carry its traffic is taken away meanwhile");
    static final Reason ENDPOINT_HELD = new Reason("endpoint-held", "the delete of one of its endpoints is held");

    static final Reason SUCCESSOR = new Reason("successor", "it takes over from the older service of the region");
    static final Reason UNDECLARED_SUCCESSOR = new Reason(
            "undeclared-successor", "no spec declares it, and it may take over from the older service once one does");
    static final Reason NOT_TAKEN_OVER = new Reason(
            "not-taken-over",
            "the port-mapped service of the region has no endpoint yet that is declared and AVAILABLE");
    static final Reason NOTHING_OLDER = new Reason(
            "nothing-older",
            "with --migrate-gcp nothing is built on the architecture that is left behind; a plan without it would");
    static final Reason RETIREMENT_NOT_ALLOWED = new Reason(
            "retirement-not-allowed",
            "the port-mapped service of the region has taken over; --allow-delete deletes this one");

    static final Reason NEXT_PHASE = new Reason(
            "next-phase",
            "its successor has taken over since this plan was made, and the delete takes a plan of its own");
    static final String TAKEN_OVER = "taken-over";

    private Reasons() {}

    static Reason takenOver(EndpointId by) {
        return new Reason(
                TAKEN_OVER, "the port-mapped service of the region has taken over, and its " + by + " is AVAILABLE");
    }

    static Reason failed(String status, Optional<String> message) {
        return new Reason(
                "failed",
                "its status is " + status + message.map(it -> ": " + it).orElse(""));
    }

    static Reason attachmentGap(AttachmentGap gap) {
        return new Reason("attachment-count", gap.what() + "; " + gap.wayOut());
    }

    static Reason occupied(EndpointId other, boolean isUnseen) {
        return new Reason(
                "occupied",
                "a port-mapped service takes one endpoint, and this one has " + other + ", which "
                        + (isUnseen ? "could not be read" : "no spec declares and nothing permits to delete"));
    }

    static Reason mayCarryTraffic(ObservedEndpoint found, String address) {
        return new Reason(
                "may-carry-traffic",
                failed(found.status().text(), found.failure()).text()
                        + "; it may carry traffic all the same, and a replacement deletes it first; --replace "
                        + address
                        + " does it");
    }

    static Reason liveEndpoints(int count, String address) {
        return new Reason(
                "live-endpoints",
                "it has failed, and " + (count == 1 ? "one endpoint hangs" : count + " endpoints hang")
                        + " on it; a new service has a new name, to which each would have to be connected again; --replace "
                        + address + " does it all the same");
    }
}
