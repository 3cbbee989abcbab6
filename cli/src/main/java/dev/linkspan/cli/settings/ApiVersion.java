package dev.linkspan.cli.settings;

/** The versions of Atlas's Administration API that Linkspan speaks. */
public enum ApiVersion {
    V2("v2"),
    V1_0("v1.0");

    private final String word;

    ApiVersion(String word) {
        this.word = word;
    }

    /** As settings and options write it. */
    public String word() {
        return word;
    }
}
