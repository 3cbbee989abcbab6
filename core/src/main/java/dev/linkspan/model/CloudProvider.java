package dev.linkspan.model;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A cloud that Atlas runs in. {@link #name()} is Atlas's own spelling, in paths and bodies. */
public enum CloudProvider {
    AWS("AWS"),
    AZURE("Azure"),
    GCP("Google Cloud");

    private final String title;

    CloudProvider(String title) {
        this.title = title;
    }

    /** The name that people know it by, for messages. */
    public String title() {
        return title;
    }

    /** The word that specs and addresses use: {@code aws}, {@code azure}, {@code gcp}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The cloud that specs and addresses call so. */
    public static Optional<CloudProvider> of(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
