package dev.linkspan.connect;

import java.util.Locale;
import java.util.Objects;

/**
 * Why there is no connection string.
 *
 * @param text the same for people, after a colon: a sentence without its capital and full stop; may hold text from Atlas,
 *     untrusted
 */
public record Lack(Kind kind, String text) {

    /** What is in the way. */
    public enum Kind {
        NO_CLUSTER,
        NO_CLUSTER_IN_REGION,
        ENDPOINT_NOT_READY,
        CLUSTER_DELETING,
        CLUSTER_NOT_DEDICATED,
        CLUSTER_PAUSED,
        /** The cluster has nodes in another region as well, where no endpoint is known to be ready. */
        REGION_WITHOUT_ENDPOINT,
        /** Atlas is at work on the cluster, and publishes strings when it is done. */
        CLUSTER_AT_WORK,
        REGIONS_UNKNOWN,
        /** Nothing is in the way, and there is none all the same. */
        NOT_PUBLISHED;

        /** A stable word for scripts, such as {@code cluster-paused}. */
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public Lack {
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(text, "text");
    }

    /** Whether Atlas owes one, with nothing left to do for anybody else. */
    public boolean isDue() {
        return kind == Kind.CLUSTER_AT_WORK || kind == Kind.NOT_PUBLISHED;
    }
}
