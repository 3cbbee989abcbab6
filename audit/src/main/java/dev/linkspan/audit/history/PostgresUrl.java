package dev.linkspan.audit.history;

import dev.linkspan.model.Refusal;
import dev.linkspan.model.Spelling;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code postgresql://USER@HOST:PORT/DATABASE?NAME=VALUE}, and the same in Java's form. */
final class PostgresUrl {

    /** The driver knows many more, some of which load classes or write files: whoever may set a URL must not get that far. */
    static final SortedSet<String> PARAMETERS =
            new TreeSet<>(List.of("currentSchema", "sslcert", "sslkey", "sslmode", "sslrootcert", "user"));

    private static final int USUAL_PORT = 5432;

    private PostgresUrl() {}

    static boolean isOne(String text) {
        return text.startsWith("postgresql:") || text.startsWith("postgres:");
    }

    /** @throws Refusal that repeats nothing of the text, since it may hold a password */
    static HistoryPlace.Postgres parse(String text) {
        var url = uri(text);
        var parameters = parameters(Optional.ofNullable(url.getRawQuery()));
        var user = Optional.ofNullable(url.getRawUserInfo());
        if (user.filter(it -> it.contains(":")).isPresent()) {
            throw password();
        }
        String path = Optional.ofNullable(url.getPath()).orElse("");
        if (url.getHost() == null || path.length() < 2 || path.indexOf('/', 1) >= 0) {
            throw malformed();
        }
        var named = user.map(PostgresUrl::decoded).or(() -> Optional.ofNullable(parameters.get("user")));
        parameters.remove("user");
        return new HistoryPlace.Postgres(
                url.getHost(),
                url.getPort() < 0 ? USUAL_PORT : url.getPort(),
                path.substring(1),
                named,
                Optional.empty(),
                parameters);
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw malformed();
        }
    }

    private static SortedMap<String, String> parameters(Optional<String> query) {
        var parameters = new TreeMap<String, String>();
        for (String pair :
                query.filter(it -> !it.isEmpty()).map(it -> it.split("&")).orElse(new String[0])) {
            var parts = pair.split("=", 2);
            if (parts[0].equals("password")) {
                throw password();
            }
            if (!PARAMETERS.contains(parts[0]) || parts.length == 1) {
                throw new Refusal(
                        "unknown-history-parameter",
                        "The URL of the history has a parameter '" + parts[0] + "', which is not among "
                                + String.join(", ", PARAMETERS),
                        Spelling.nearest(parts[0], PARAMETERS)
                                .map(it -> "Did you mean " + it + "?")
                                .orElse(
                                        "Leave it out; for example postgresql://linkspan@db.example.com/linkspan?sslmode=verify-full."));
            }
            parameters.put(parts[0], decoded(parts[1]));
        }
        return parameters;
    }

    private static String decoded(String text) {
        // A plus is a plus in a user's name; only in forms of HTML does it stand for a space.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static Refusal malformed() {
        return new Refusal(
                "malformed-history",
                "The URL of the history is not one of PostgreSQL's",
                "Write postgresql://USER@HOST:PORT/DATABASE, for example postgresql://linkspan@db.example.com/linkspan.");
    }

    private static Refusal password() {
        return new Refusal(
                "password-in-history",
                "The URL of the history holds a password",
                "Leave it out, and set LINKSPAN_HISTORY_PASSWORD, or history.password in your own settings file.");
    }
}
