package dev.linkspan.model;

import java.util.Collection;
import java.util.Optional;

/**
 * An endpoint group on Google Cloud that has another number of addresses than its service has service attachments. Each attachment
 * takes one forwarding rule and so one address; Atlas refuses any other number (six attachments in the recorded project, 50 by
 * default). Their number is known once the service is ready.
 *
 * @param addresses how many the group has
 * @param attachments how many the service has
 */
public record AttachmentGap(int addresses, int attachments) {

    /** Empty where they match, where Atlas shows no attachments yet, and for whatever is no group. */
    public static Optional<AttachmentGap> between(EndpointAttributes endpoint, Collection<String> attachments) {
        int addresses = endpoint.addresses().size();
        return addresses == 0 || attachments.isEmpty() || addresses == attachments.size()
                ? Optional.empty()
                : Optional.of(new AttachmentGap(addresses, attachments.size()));
    }

    /** What is wrong, a clause. */
    public String what() {
        return "it has " + count(addresses, "address", "addresses") + " and its service "
                + count(attachments, "service attachment", "service attachments") + ", each of which takes exactly one";
    }

    /** What to do in the spec, a clause. */
    public String wayOut() {
        int more = attachments - addresses;
        return more > 0
                ? "add " + count(more, "address", "addresses")
                        + " to endpoints:, those of forwarding rules to the attachments that have none"
                : "take " + count(-more, "address", "addresses") + " out of endpoints:";
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
