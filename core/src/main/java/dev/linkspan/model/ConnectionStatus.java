package dev.linkspan.model;

import java.util.Map;
import java.util.Objects;

/**
 * The connection status of an endpoint, in Atlas's words: {@code connectionStatus} on AWS, {@code status} on Azure and
 * Google Cloud. The values of all three clouds stand in one table; a text that is not among them is kept and has
 * {@link Health#UNKNOWN}.
 */
public record ConnectionStatus(String text) {

    /** AWS: the service exists, AWS has not made the endpoint yet. */
    public static final ConnectionStatus NONE = new ConnectionStatus("NONE");

    public static final ConnectionStatus AVAILABLE = new ConnectionStatus("AVAILABLE");
    public static final ConnectionStatus REJECTED = new ConnectionStatus("REJECTED");
    public static final ConnectionStatus FAILED = new ConnectionStatus("FAILED");
    public static final ConnectionStatus DELETING = new ConnectionStatus("DELETING");

    private static final Map<String, Health> KNOWN = Map.ofEntries(
            Map.entry("NONE", Health.PENDING),
            Map.entry("PENDING_ACCEPTANCE", Health.PENDING),
            Map.entry("PENDING", Health.PENDING),
            Map.entry("INITIATING", Health.PENDING),
            Map.entry("VERIFIED", Health.PENDING),
            Map.entry("AVAILABLE", Health.READY),
            Map.entry("REJECTED", Health.FAILED),
            Map.entry("FAILED", Health.FAILED),
            Map.entry("DELETING", Health.LEAVING),
            Map.entry("DELETED", Health.LEAVING));

    public ConnectionStatus {
        Objects.requireNonNull(text, "text");
    }

    public Health health() {
        return KNOWN.getOrDefault(text, Health.UNKNOWN);
    }

    @Override
    public String toString() {
        return text;
    }
}
