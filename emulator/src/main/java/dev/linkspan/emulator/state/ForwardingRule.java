package dev.linkspan.emulator.state;

import java.util.Objects;

/** One address of a Google Cloud endpoint group. */
public record ForwardingRule(String name, String ipAddress) {

    public ForwardingRule {
        Objects.requireNonNull(name);
        Objects.requireNonNull(ipAddress);
    }
}
