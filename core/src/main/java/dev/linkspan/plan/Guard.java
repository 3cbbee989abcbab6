package dev.linkspan.plan;

import dev.linkspan.model.Address;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the person who asks for a plan permits.
 *
 * @param allowsDelete whether things that no spec declares may be deleted
 * @param replaceable addresses of failed services that may be replaced although endpoints hang on them, and of endpoints that may
 *     be although they may carry traffic
 */
public record Guard(boolean allowsDelete, Set<Address> replaceable) {

    public Guard {
        replaceable = Collections.unmodifiableSortedSet(new TreeSet<>(replaceable));
    }

    /** Nothing that endangers a connection is permitted. */
    public static Guard strict() {
        return new Guard(false, Set.of());
    }

    public static Guard allowingDelete() {
        return new Guard(true, Set.of());
    }
}
