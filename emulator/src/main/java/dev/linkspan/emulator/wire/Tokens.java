package dev.linkspan.emulator.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.linkspan.emulator.json.Json;
import dev.linkspan.emulator.lifecycle.WorldClock;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** OAuth 2 client credentials, as Atlas's service accounts use them, and the tokens that are out. */
final class Tokens {

    static final String TOKEN_PATH = "/api/oauth/token";
    static final String REVOKE_PATH = "/api/oauth/revoke";

    private static final Duration LIFE = Duration.ofHours(1);
    /** Atlas gives a service account no more than so many at a time. */
    private static final int MOST_TOKENS = 100;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Token> tokens = new ConcurrentHashMap<>();
    private final Credentials credentials;
    private final WorldClock clock;

    Tokens(Credentials credentials, WorldClock clock) {
        this.credentials = credentials;
        this.clock = clock;
    }

    private record Token(String clientId, Role role, Instant expiry) {}

    private record Client(String id, Role role) {}

    /** Who a bearer token stands for. */
    Admission.Decision decide(String bearer) {
        Optional<Caller> caller = credentials
                .accessToken(bearer)
                .map(entry -> new Caller(Caller.TOKEN, entry.role()))
                .or(() -> Optional.ofNullable(tokens.get(bearer))
                        .filter(token -> clock.outside().isBefore(token.expiry()))
                        .map(token -> new Caller(token.clientId(), token.role())));
        return caller.map(Admission.Decision::authorised).orElse(Admission.Decision.of(Admission.REFUSED));
    }

    /** The answer to a request at one of the two paths. */
    Answer answer(Incoming request) {
        if (!request.method().equals("POST")) {
            return Answer.empty(405).with("Allow", "POST");
        }
        Optional<Client> client = request.header("Authorization").flatMap(this::client);
        if (client.isEmpty()) {
            return error(401, "invalid_client", "Invalid credentials provided.");
        }
        Map<String, String> form = Incoming.parameters(new String(request.body(), StandardCharsets.UTF_8));
        if (!request.header("Content-Type").orElse("").startsWith("application/x-www-form-urlencoded")) {
            return error(400, "invalid_request", "The body must be application/x-www-form-urlencoded.");
        }
        return request.path().equals(REVOKE_PATH) ? revoke(form) : grant(client.get(), form);
    }

    /** Makes every token that is out an unknown one. */
    void revokeAll() {
        tokens.clear();
    }

    private Answer grant(Client client, Map<String, String> form) {
        String type = form.get("grant_type");
        if (type == null) {
            return error(400, "invalid_request", "grant_type is missing.");
        }
        if (!type.equals("client_credentials")) {
            return error(400, "unsupported_grant_type", "Only client_credentials is supported.");
        }
        Instant now = clock.outside();
        tokens.values().removeIf(token -> !now.isBefore(token.expiry()));
        long out = tokens.values().stream()
                .filter(token -> token.clientId().equals(client.id()))
                .count();
        if (out >= MOST_TOKENS) {
            return error(403, "access_denied", "The service account has " + MOST_TOKENS + " tokens already.");
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = HexFormat.of().formatHex(bytes);
        tokens.put(token, new Token(client.id(), client.role(), now.plus(LIFE)));
        ObjectNode body = Json.object();
        body.put("access_token", token);
        body.put("expires_in", LIFE.toSeconds());
        body.put("token_type", "Bearer");
        return Answer.of(200, body).with("Cache-Control", "no-store");
    }

    private Answer revoke(Map<String, String> form) {
        if (!form.containsKey("token")) {
            return error(400, "invalid_request", "token is missing.");
        }
        tokens.remove(form.get("token"));
        return Answer.of(200, Json.object());
    }

    private Optional<Client> client(String authorization) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            return Optional.empty();
        }
        try {
            byte[] plain = Base64.getDecoder().decode(authorization.substring(6).trim());
            String[] pair = new String(plain, StandardCharsets.UTF_8).split(":", 2);
            String id = URLDecoder.decode(pair[0], StandardCharsets.UTF_8);
            String secret = URLDecoder.decode(pair.length < 2 ? "" : pair[1], StandardCharsets.UTF_8);
            return credentials
                    .serviceAccount(id)
                    .filter(entry -> entry.secret().equals(secret))
                    .map(entry -> new Client(id, entry.role()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Answer error(int status, String code, String description) {
        ObjectNode body = Json.object();
        body.put("error", code);
        body.put("error_description", description);
        return Answer.of(status, body);
    }
}
