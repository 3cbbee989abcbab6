package dev.linkspan.model;

import java.util.Map;
import java.util.Objects;

/**
 * The status of a private endpoint service, in Atlas's words. Values are the enum of the Admin API; a text that is not
 * among them is kept and has {@link Health#UNKNOWN}.
 */
public record ServiceStatus(String text) {

    public static final ServiceStatus INITIATING = new ServiceStatus("INITIATING");
    public static final ServiceStatus AVAILABLE = new ServiceStatus("AVAILABLE");
    /** Older services end here and not in AVAILABLE; both take connection requests. */
    public static final ServiceStatus WAITING_FOR_USER = new ServiceStatus("WAITING_FOR_USER");

    public static final ServiceStatus FAILED = new ServiceStatus("FAILED");
    public static final ServiceStatus DELETING = new ServiceStatus("DELETING");

    private static final Map<String, Health> KNOWN = Map.of(
            "INITIATING", Health.PENDING,
            "AVAILABLE", Health.READY,
            "WAITING_FOR_USER", Health.READY,
            "FAILED", Health.FAILED,
            "DELETING", Health.LEAVING);

    public ServiceStatus {
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
