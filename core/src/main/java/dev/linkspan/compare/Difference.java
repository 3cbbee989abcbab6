package dev.linkspan.compare;

import java.util.Objects;

/**
 * One attribute whose declared value is not the one Atlas shows.
 *
 * @param attribute the word that specs use for it, such as {@code remoteRegions}
 * @param declared the declared value, in the spelling of specs
 * @param observed what Atlas shows, in the spelling of specs; untrusted
 */
public record Difference(String attribute, String declared, String observed) {

    public Difference {
        Objects.requireNonNull(attribute, "attribute");
        Objects.requireNonNull(declared, "declared");
        Objects.requireNonNull(observed, "observed");
    }
}
