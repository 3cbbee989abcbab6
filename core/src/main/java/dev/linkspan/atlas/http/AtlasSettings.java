package dev.linkspan.atlas.http;

import dev.linkspan.model.Refusal;
import dev.linkspan.time.Sleeper;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Where Atlas is, who asks, and how patiently.
 *
 * @param baseUrl such as {@code https://cloud.mongodb.com}, without the API's own path; https unless it is this machine
 * @param lanes how many requests may be under way at once
 * @param userAgent sent with each request
 */
public record AtlasSettings(
        URI baseUrl,
        Credentials credentials,
        ApiVersion apiVersion,
        Timeouts timeouts,
        int lanes,
        String userAgent,
        Surroundings surroundings,
        RequestLog log) {

    /** MongoDB's own. */
    public static final URI ATLAS = URI.create("https://cloud.mongodb.com");

    public static final int DEFAULT_LANES = 8;

    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]");

    /** @throws Refusal when the base URL is unusable or would send credentials in the clear, or lanes is not positive */
    public AtlasSettings {
        baseUrl = checkedBaseUrl(baseUrl);
        Objects.requireNonNull(credentials, "credentials");
        Objects.requireNonNull(apiVersion, "apiVersion");
        Objects.requireNonNull(timeouts, "timeouts");
        requirePositive("number of lanes", lanes);
        if (!Headers.isSendable(userAgent)) {
            throw new Refusal(
                    "malformed-user-agent", "The user agent is not printable ASCII", "Example: linkspan/1.0.");
        }
        Objects.requireNonNull(surroundings, "surroundings");
        Objects.requireNonNull(log, "log");
    }

    /**
     * The two limits on one request.
     *
     * @param connect until a connection stands
     * @param read from then until the whole answer is there
     */
    public record Timeouts(Duration connect, Duration read) {

        public static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60));

        public Timeouts {
            requirePositive("connect time-out", connect.toMillis());
            requirePositive("read time-out", read.toMillis());
        }
    }

    /**
     * Time and chance, which tests own.
     *
     * @param random for jitter and for the client nonces of digest: unpredictable outside tests
     */
    public record Surroundings(Clock clock, Sleeper sleeper, RandomGenerator random) {

        public Surroundings {
            Objects.requireNonNull(clock, "clock");
            Objects.requireNonNull(sleeper, "sleeper");
            Objects.requireNonNull(random, "random");
        }

        public static Surroundings real() {
            return new Surroundings(Clock.systemUTC(), Sleeper.real(), new SecureRandom());
        }
    }

    /** API v2 with the usual time-outs and lanes, real time, no log. */
    public static AtlasSettings of(URI baseUrl, Credentials credentials) {
        return new AtlasSettings(
                baseUrl,
                credentials,
                ApiVersion.V2,
                Timeouts.USUAL,
                DEFAULT_LANES,
                "linkspan",
                Surroundings.real(),
                RequestLog.NONE);
    }

    public AtlasSettings with(ApiVersion version) {
        return new AtlasSettings(baseUrl, credentials, version, timeouts, lanes, userAgent, surroundings, log);
    }

    public AtlasSettings with(Timeouts limits) {
        return new AtlasSettings(baseUrl, credentials, apiVersion, limits, lanes, userAgent, surroundings, log);
    }

    public AtlasSettings with(Surroundings others) {
        return new AtlasSettings(baseUrl, credentials, apiVersion, timeouts, lanes, userAgent, others, log);
    }

    public AtlasSettings with(RequestLog listener) {
        return new AtlasSettings(baseUrl, credentials, apiVersion, timeouts, lanes, userAgent, surroundings, listener);
    }

    public AtlasSettings withLanes(int number) {
        return new AtlasSettings(baseUrl, credentials, apiVersion, timeouts, number, userAgent, surroundings, log);
    }

    public AtlasSettings withUserAgent(String text) {
        return new AtlasSettings(baseUrl, credentials, apiVersion, timeouts, lanes, text, surroundings, log);
    }

    /**
     * The URL as it is used: without a slash at its end.
     *
     * @throws Refusal when it is no base URL, or would send credentials in the clear
     */
    public static URI checkedBaseUrl(URI url) {
        String host = url.getHost();
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (url.getRawAuthority() != null && url.getRawAuthority().contains("@")) {
            throw refused("credentials-in-atlas-url", "The base URL holds a user name or password");
        }
        if (host == null || !scheme.matches("https?") || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw refused("malformed-atlas-url", "'" + url + "' is not a base URL");
        }
        String path = url.getRawPath().replaceAll("/+$", "");
        if (path.contains("/api/atlas")) {
            throw refused("atlas-url-with-api-path", "'" + url + "' holds the API's own path");
        }
        if (scheme.equals("http")
                && !LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches()) {
            throw refused("atlas-url-without-tls", "'" + url + "' would send credentials in the clear");
        }
        return URI.create(scheme + "://" + url.getRawAuthority() + path);
    }

    private static Refusal refused(String id, String summary) {
        return new Refusal(
                id,
                summary,
                "Use a URL such as https://cloud.mongodb.com; http is allowed on this machine only, such as http://localhost:8080.");
    }

    private static void requirePositive(String what, long value) {
        if (value <= 0) {
            throw new Refusal(
                    "not-positive", "The " + what + " must be more than 0", "Leave it out for the usual value.");
        }
    }
}
