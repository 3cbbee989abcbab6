package dev.linkspan.model;

import java.util.Locale;

/** A cloud that Atlas runs in. {@link #name()} is Atlas's own spelling, in paths and bodies. */
public enum CloudProvider {
    AWS,
    AZURE,
    GCP;

    /** The word that specs and addresses use: {@code aws}, {@code azure}, {@code gcp}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
