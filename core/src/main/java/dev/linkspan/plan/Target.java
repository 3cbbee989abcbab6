package dev.linkspan.plan;

import dev.linkspan.model.Address;
import dev.linkspan.model.AddressPattern;
import dev.linkspan.model.Refusal;

/**
 * Some of the things a plan speaks of: an address, or a pattern in which {@code *} stands for any run of characters. What lies
 * below a named thing is named with it.
 */
public record Target(String pattern) {

    /** @throws Refusal for a blank pattern */
    public Target {
        if (pattern == null || pattern.isBlank()) {
            throw new Refusal(
                    "malformed-target",
                    "A target is empty",
                    "Copy an address from a plan, for example 5e2211c17a3e5a48f5497de3/aws/us-east-1, or use *: '*/aws/*'.");
        }
    }

    boolean names(Address address) {
        return new AddressPattern(pattern).names(address);
    }
}
