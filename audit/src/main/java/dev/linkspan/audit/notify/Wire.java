package dev.linkspan.audit.notify;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/**
 * How connections are made.
 *
 * @param connect how long one may take to stand
 * @param answer how long the server may take to answer
 * @param trust whom to trust; empty for those whom Java trusts
 */
record Wire(Duration connect, Duration answer, Optional<SSLContext> trust) {

    Wire {
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(answer, "answer");
        Objects.requireNonNull(trust, "trust");
    }

    static Wire usual() {
        return new Wire(Duration.ofSeconds(10), Duration.ofSeconds(30), Optional.empty());
    }
}
