package dev.linkspan.atlas.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a server asks for with HTTP digest (RFC 7616, and RFC 2069 where no {@code qop} is offered).
 *
 * @param algorithm as the server spelt it; empty when it did not, which means MD5
 * @param isCounted whether {@code qop=auth} is offered
 * @param isStale whether the credentials were right and only the nonce had grown old
 */
record Challenge(
        String realm,
        String nonce,
        Optional<String> opaque,
        Optional<String> algorithm,
        boolean isCounted,
        boolean isStale) {

    /** A scheme, or a parameter with a quoted or bare value: the pieces of a WWW-Authenticate header. */
    private static final Pattern PIECE = Pattern.compile(
            "([!#$%&'*+.^_`|~0-9A-Za-z-]+)(?:\\s*=\\s*(?:\"((?:[^\"\\\\]++|\\\\.)*+)\"|([^\\s,\"]*)))?");

    private static final String SESSION = "-SESS";

    /** The strongest digest challenge among the headers that can be answered; empty when there is none. */
    static Optional<Challenge> strongest(Collection<String> headers) {
        return headers.stream()
                .flatMap(Challenge::read)
                .max(Comparator.comparing(it -> it.hash().equals("SHA-256")));
    }

    private static Stream<Challenge> read(String header) {
        List<Map<String, String>> digests = new ArrayList<>();
        Map<String, String> current = new TreeMap<>();
        var pieces = PIECE.matcher(header);
        while (pieces.find()) {
            boolean isScheme = pieces.group(2) == null && pieces.group(3) == null;
            if (isScheme) {
                current = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
                if (pieces.group(1).equalsIgnoreCase("Digest")) {
                    digests.add(current);
                }
            } else {
                String quoted = pieces.group(2);
                current.put(pieces.group(1), quoted == null ? pieces.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
            }
        }
        return digests.stream().map(Challenge::of).flatMap(Optional::stream);
    }

    private static Optional<Challenge> of(Map<String, String> parameters) {
        var qop = Optional.ofNullable(parameters.get("qop"));
        boolean isCounted = qop.filter(it -> List.of(it.split("\\s*,\\s*")).contains("auth"))
                .isPresent();
        var challenge = new Challenge(
                parameters.getOrDefault("realm", ""),
                parameters.getOrDefault("nonce", ""),
                Optional.ofNullable(parameters.get("opaque")),
                Optional.ofNullable(parameters.get("algorithm")),
                isCounted,
                Boolean.parseBoolean(parameters.get("stale")));
        boolean isAnswerable = !challenge.nonce.isEmpty()
                && (isCounted || qop.isEmpty())
                && List.of("MD5", "SHA-256").contains(challenge.hash());
        return isAnswerable ? Optional.of(challenge) : Optional.empty();
    }

    private String hash() {
        String name = algorithm.orElse("MD5").toUpperCase(Locale.ROOT);
        return name.endsWith(SESSION) ? name.substring(0, name.length() - SESSION.length()) : name;
    }

    private boolean isSession() {
        return algorithm.orElse("").toUpperCase(Locale.ROOT).endsWith(SESSION);
    }

    /**
     * The value of the Authorization header for one request.
     *
     * @param uri path and query exactly as they stand in the request line
     * @param count how often this nonce has been used, this time included; no two requests may share one
     */
    String answer(Credentials.ApiKey key, String verb, String uri, int count, String clientNonce) {
        String counter = "%08x".formatted(count);
        String user = hashed(key.publicKey() + ":" + realm + ":" + key.secret().reveal());
        String secret = isSession() ? hashed(user + ":" + nonce + ":" + clientNonce) : user;
        String request = hashed(verb + ":" + uri);
        String response = isCounted
                ? hashed(String.join(":", secret, nonce, counter, clientNonce, "auth", request))
                : hashed(String.join(":", secret, nonce, request));
        var header = new StringBuilder("Digest username=").append(quoted(key.publicKey()));
        header.append(", realm=").append(quoted(realm));
        header.append(", nonce=").append(quoted(nonce));
        header.append(", uri=").append(quoted(uri));
        header.append(", response=").append(quoted(response));
        algorithm.ifPresent(it -> header.append(", algorithm=").append(it));
        opaque.ifPresent(it -> header.append(", opaque=").append(quoted(it)));
        if (isCounted) {
            header.append(", qop=auth, nc=").append(counter);
        }
        if (isCounted || isSession()) {
            header.append(", cnonce=").append(quoted(clientNonce));
        }
        return header.toString();
    }

    private String hashed(String text) {
        try {
            var digest = MessageDigest.getInstance(hash()).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5 and SHA-256", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
