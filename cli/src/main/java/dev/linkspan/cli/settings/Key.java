package dev.linkspan.cli.settings;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The settings there are. Names of environment variables that other Atlas tools read keep their names here, so that one
 * set of variables serves all of them.
 */
enum Key {
    BASE_URL("atlas.base-url", "https://cloud.mongodb.com", "MONGODB_ATLAS_BASE_URL"),
    API_VERSION("atlas.api-version", "v2", "LINKSPAN_ATLAS_API_VERSION"),
    LANES("atlas.lanes", "8", "LINKSPAN_ATLAS_LANES"),
    CONNECT_TIMEOUT("atlas.connect-timeout", "10s", "LINKSPAN_ATLAS_CONNECT_TIMEOUT"),
    READ_TIMEOUT("atlas.read-timeout", "60s", "LINKSPAN_ATLAS_READ_TIMEOUT"),
    ACCESS_TOKEN("atlas.credentials.access-token", "", "MONGODB_ATLAS_ACCESS_TOKEN"),
    CLIENT_ID("atlas.credentials.client-id", "", "MONGODB_ATLAS_CLIENT_ID"),
    CLIENT_SECRET("atlas.credentials.client-secret", "", "MONGODB_ATLAS_CLIENT_SECRET"),
    PUBLIC_KEY("atlas.credentials.public-key", "", "MONGODB_ATLAS_PUBLIC_API_KEY", "MONGODB_ATLAS_PUBLIC_KEY"),
    PRIVATE_KEY("atlas.credentials.private-key", "", "MONGODB_ATLAS_PRIVATE_API_KEY", "MONGODB_ATLAS_PRIVATE_KEY"),
    SERVICE_DEADLINE("wait.service-deadline", "1h", "LINKSPAN_WAIT_SERVICE_DEADLINE"),
    ENDPOINT_DEADLINE("wait.endpoint-deadline", "2h", "LINKSPAN_WAIT_ENDPOINT_DEADLINE"),
    WAIT_SPEED("wait.speed", "1", "LINKSPAN_WAIT_SPEED"),
    HISTORY_URL("history.url", "", "LINKSPAN_HISTORY_URL"),
    HISTORY_PASSWORD("history.password", "", "LINKSPAN_HISTORY_PASSWORD", "PGPASSWORD"),
    NOTIFY_AT("notify.at", "warning", "LINKSPAN_NOTIFY_AT"),
    NOTIFY_SLACK("notify.slack", "", "LINKSPAN_NOTIFY_SLACK"),
    NOTIFY_WEBHOOK("notify.webhook", "", "LINKSPAN_NOTIFY_WEBHOOK"),
    SMTP_HOST("notify.smtp.host", "", "LINKSPAN_NOTIFY_SMTP_HOST"),
    SMTP_PORT("notify.smtp.port", "", "LINKSPAN_NOTIFY_SMTP_PORT"),
    SMTP_SECURITY("notify.smtp.security", "starttls", "LINKSPAN_NOTIFY_SMTP_SECURITY"),
    SMTP_USER("notify.smtp.user", "", "LINKSPAN_NOTIFY_SMTP_USER"),
    SMTP_PASSWORD("notify.smtp.password", "", "LINKSPAN_NOTIFY_SMTP_PASSWORD"),
    SMTP_FROM("notify.smtp.from", "", "LINKSPAN_NOTIFY_SMTP_FROM"),
    SMTP_TO("notify.smtp.to", "", "LINKSPAN_NOTIFY_SMTP_TO"),
    LOG_LEVEL("log-level", "warn", "LINKSPAN_LOG_LEVEL"),
    COLOR("color", "auto", "LINKSPAN_COLOR");

    /** Parameters stand below this word, under names that specs choose. */
    static final String PARAMS = "params";

    static final String PARAM_PREFIX = PARAMS + ".";
    static final String PARAM_VARIABLE_PREFIX = "LINKSPAN_PARAM_";

    private final String path;
    private final String standard;
    private final List<String> variables;

    Key(String path, String standard, String... variables) {
        this.path = path;
        this.standard = standard;
        this.variables = List.of(variables);
    }

    /** Its place in a settings file, such as {@code atlas.lanes}. */
    String path() {
        return path;
    }

    /** Its built-in value; empty where there is none, as for credentials. */
    String standard() {
        return standard;
    }

    /** The environment variables that set it; the first one that is set wins. */
    List<String> variables() {
        return variables;
    }

    /** Whether its text is a secret. Whoever has the URL of a webhook can post there. */
    boolean isCredential() {
        return isAtlasCredential()
                || this == HISTORY_PASSWORD
                || this == NOTIFY_SLACK
                || this == NOTIFY_WEBHOOK
                || this == SMTP_PASSWORD;
    }

    boolean isAtlasCredential() {
        return path.startsWith("atlas.credentials.");
    }

    /** Whether its text must not be shown: somebody may have written a password into it, though none belongs there. */
    boolean mayHoldSecret() {
        return isCredential() || this == HISTORY_URL;
    }

    /** Whether it says who hears of audits, or through whom, which is not for a repository to say. */
    boolean isAboutHearers() {
        return path.startsWith("notify.") && this != NOTIFY_AT;
    }

    static Optional<Key> at(String path) {
        return Arrays.stream(values()).filter(it -> it.path.equals(path)).findFirst();
    }

    /** Whether a key at this path, perhaps misspelt, stands where secrets do. */
    static boolean isAmongSecrets(String path) {
        return path.startsWith("atlas.credentials.") || path.startsWith("notify.");
    }

    /** Whether settings files nest other keys below this path. */
    static boolean isSection(String path) {
        return path.equals(PARAMS) || Arrays.stream(values()).anyMatch(it -> it.path.startsWith(path + "."));
    }
}
