package dev.linkspan.atlas.http;

/** Which Atlas Administration API is spoken. */
public enum ApiVersion {
    /** The versioned API; the version stands in the media type. */
    V2("/api/atlas/v2", AtlasApi.MEDIA_TYPE),

    /** The legacy API: no remote regions, no rate-limit headers. */
    V1("/api/atlas/v1.0", "application/json");

    private final String path;
    private final String mediaType;

    ApiVersion(String path, String mediaType) {
        this.path = path;
        this.mediaType = mediaType;
    }

    String path() {
        return path;
    }

    /** What is accepted, and what bodies are sent as. */
    String mediaType() {
        return mediaType;
    }
}
