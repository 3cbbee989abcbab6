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
 * @param migratesGcp whether services of Google Cloud's older architecture get port-mapped successors and, once those have taken over,
 *     count as no longer declared
 */
public record Guard(boolean allowsDelete, Set<Address> replaceable, boolean migratesGcp) {

    public Guard {
        replaceable = Collections.unmodifiableSortedSet(new TreeSet<>(replaceable));
    }

    /** One that keeps to the architectures that there are. */
    public Guard(boolean allowsDelete, Set<Address> replaceable) {
        this(allowsDelete, replaceable, false);
    }

    /** Nothing that endangers a connection is permitted. */
    public static Guard strict() {
        return new Guard(false, Set.of());
    }

    public static Guard allowingDelete() {
        return new Guard(true, Set.of());
    }

    /** The same, and the way off the older architecture of Google Cloud besides. */
    public Guard migratingGcp() {
        return new Guard(allowsDelete, replaceable, true);
    }
}
