package dev.linkspan.emulator.wire;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * How the emulator asks for a digest.
 *
 * @param algorithms one challenge for each, in this order
 * @param opaque a value that the client must send back; Atlas sends none
 * @param nonceLife Atlas does not publish it
 */
public record DigestPolicy(List<DigestAlgorithm> algorithms, Optional<String> opaque, Duration nonceLife) {

    public DigestPolicy {
        algorithms = List.copyOf(algorithms);
        if (algorithms.isEmpty()) {
            throw new IllegalArgumentException("Digest authentication needs an algorithm, such as MD5.");
        }
    }

    /** As recorded from Atlas: MD5 and no opaque. The nonces live for five minutes, which is a guess. */
    public static DigestPolicy recorded() {
        return new DigestPolicy(List.of(DigestAlgorithm.MD5), Optional.empty(), Duration.ofMinutes(5));
    }

    public DigestPolicy with(List<DigestAlgorithm> others) {
        return new DigestPolicy(others, opaque, nonceLife);
    }

    public DigestPolicy withOpaque(String value) {
        return new DigestPolicy(algorithms, Optional.of(value), nonceLife);
    }

    public DigestPolicy withNonceLife(Duration life) {
        return new DigestPolicy(algorithms, opaque, life);
    }
}
