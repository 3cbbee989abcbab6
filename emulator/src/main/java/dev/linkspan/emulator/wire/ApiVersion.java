package dev.linkspan.emulator.wire;

import dev.linkspan.emulator.lifecycle.AtlasRefusal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The two APIs and how a request names the version it wants. */
enum ApiVersion {
    V1("/api/atlas/v1.0"),
    V2("/api/atlas/v2");

    /** All that Atlas has published. */
    private static final List<String> DATES = List.of(
            "2023-01-01",
            "2023-02-01",
            "2023-10-01",
            "2023-11-15",
            "2024-05-30",
            "2024-08-05",
            "2024-10-23",
            "2024-11-13",
            "2025-02-19",
            "2025-03-12");

    private static final Pattern MEDIA_TYPE =
            Pattern.compile("application/vnd\\.atlas\\.(\\d{4}-\\d{2}-\\d{2})\\+json\\s*(?:;.*)?");

    private final String prefix;

    ApiVersion(String prefix) {
        this.prefix = prefix;
    }

    static Optional<ApiVersion> of(String path) {
        return List.of(values()).stream()
                .filter(version -> path.startsWith(version.prefix + "/"))
                .findFirst();
    }

    String prefix() {
        return prefix;
    }

    String contentType(String date) {
        return (this == V1 ? "application/json" : "application/vnd.atlas." + date + "+json") + ";charset=utf-8";
    }

    /**
     * The date that a request asks for; that of version 1.0 is the first one. Refuses a request that asks for a version or
     * a form that is not there.
     */
    String date(Incoming request) {
        String accept = request.header("Accept").orElse("*/*");
        String acceptable = List.of(accept.split(",")).stream()
                .map(String::trim)
                .filter(this::serves)
                .findFirst()
                .orElseThrow(() -> new AtlasRefusal(
                        406,
                        "INVALID_VERSION_DATE",
                        "No such version: " + accept + ". Send Accept: "
                                + (this == V1 ? "application/json" : "application/vnd.atlas.2023-01-01+json") + ".",
                        accept));
        checkBody(request);
        Matcher matcher = MEDIA_TYPE.matcher(acceptable);
        return matcher.matches() ? matcher.group(1) : DATES.get(0);
    }

    private static void checkBody(Incoming request) {
        String sent = request.header("Content-Type").orElse("application/json");
        if (request.body().length > 0 && !sent.startsWith("application/json") && !isPublished(sent)) {
            throw new AtlasRefusal(
                    415, "UNSUPPORTED_MEDIA_TYPE", "The body must be application/json, not " + sent + ".", sent);
        }
    }

    private boolean serves(String type) {
        return this == V2
                ? isPublished(type)
                : type.startsWith("application/json") || type.startsWith("*/*") || type.startsWith("application/*");
    }

    private static boolean isPublished(String type) {
        Matcher matcher = MEDIA_TYPE.matcher(type);
        return matcher.matches() && DATES.contains(matcher.group(1));
    }
}
