package dev.linkspan.emulator.state;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One endpoint that Atlas was told of.
 *
 * @param id the {@code vpce-} id, the Azure resource id (raw), or the Google Cloud group or forwarding rule name
 * @param status as Atlas shows it; a status that is not final goes on by itself unless the fate says otherwise
 * @param fate how it ends; empty to go by the project's fates and by the id
 * @param ipAddress Azure only
 * @param gcpProject Google Cloud only
 * @param rules Google Cloud only
 */
public record EndpointState(
        String id,
        String status,
        Optional<String> errorMessage,
        Optional<Fate> fate,
        Optional<String> ipAddress,
        Optional<String> gcpProject,
        List<ForwardingRule> rules) {

    public EndpointState {
        Objects.requireNonNull(id);
        Objects.requireNonNull(status);
        Objects.requireNonNull(errorMessage);
        Objects.requireNonNull(fate);
        rules = List.copyOf(rules);
    }

    /** An AVAILABLE interface endpoint. */
    public static EndpointState aws(String id) {
        return plain(id, Optional.empty(), Optional.empty(), List.of());
    }

    /** An AVAILABLE Azure endpoint. */
    public static EndpointState azure(String resourceId, String ipAddress) {
        return plain(resourceId, Optional.of(ipAddress), Optional.empty(), List.of());
    }

    /** An AVAILABLE Google Cloud endpoint group. */
    public static EndpointState gcp(String name, String gcpProject, List<ForwardingRule> rules) {
        return plain(name, Optional.empty(), Optional.of(gcpProject), rules);
    }

    private static EndpointState plain(
            String id, Optional<String> ipAddress, Optional<String> gcpProject, List<ForwardingRule> rules) {
        return new EndpointState(id, "AVAILABLE", Optional.empty(), Optional.empty(), ipAddress, gcpProject, rules);
    }

    /** The same endpoint in another status. */
    public EndpointState inStatus(String other) {
        return new EndpointState(id, other, errorMessage, fate, ipAddress, gcpProject, rules);
    }

    /** The same endpoint with an error text. */
    public EndpointState withError(String text) {
        return new EndpointState(id, status, Optional.of(text), fate, ipAddress, gcpProject, rules);
    }

    /** The same endpoint with another fate. */
    public EndpointState withFate(Fate other) {
        return new EndpointState(id, status, errorMessage, Optional.of(other), ipAddress, gcpProject, rules);
    }
}
