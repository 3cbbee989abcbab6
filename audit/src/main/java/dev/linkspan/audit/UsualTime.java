package dev.linkspan.audit;

import dev.linkspan.model.Address;
import java.time.Duration;

/**
 * How long Atlas usually takes: medians of recorded creations for services (AWS 168 s, Azure 59 s, Google Cloud 275 s). Nobody has
 * recorded endpoints, whose documented times are some minutes; ten are granted.
 */
final class UsualTime {

    private static final Duration ENDPOINT = Duration.ofMinutes(10);

    /** What takes longer than this many times the usual is stuck. */
    private static final int PATIENCE = 3;

    private UsualTime() {}

    static Duration of(Address address) {
        if (address.kind() == Address.Kind.ENDPOINT) {
            return ENDPOINT;
        }
        return switch (address.provider().orElseThrow()) {
            case AWS -> Duration.ofSeconds(168);
            case AZURE -> Duration.ofSeconds(59);
            case GCP -> Duration.ofSeconds(275);
        };
    }

    static boolean isExceeded(Address address, Duration since) {
        return since.compareTo(of(address).multipliedBy(PATIENCE)) > 0;
    }
}
