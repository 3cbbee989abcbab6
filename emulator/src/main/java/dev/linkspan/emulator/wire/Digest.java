package dev.linkspan.emulator.wire;

import dev.linkspan.emulator.lifecycle.WorldClock;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTTP digest authentication, RFC 7616 with {@code qop=auth}, as Atlas asks for it. Safe for use by many threads. */
final class Digest {

    private static final String REALM = "MMS Public API";
    private static final Pattern PARAMETER =
            Pattern.compile("([a-zA-Z]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^,\\s]+))");
    /** After so many new nonces the expired ones are thrown out. */
    private static final int SWEEP = 10_000;

    private final SecureRandom random = new SecureRandom();
    private final Map<String, Nonce> nonces = new ConcurrentHashMap<>();
    private final AtomicLong issued = new AtomicLong();
    private final Credentials credentials;
    private final DigestPolicy policy;
    private final WorldClock clock;

    Digest(Credentials credentials, DigestPolicy policy, WorldClock clock) {
        this.credentials = credentials;
        this.policy = policy;
        this.clock = clock;
    }

    /** One nonce and the highest count it was used with. */
    private static final class Nonce {

        private final Instant expiry;
        private long highest;

        Nonce(Instant expiry) {
            this.expiry = expiry;
        }

        synchronized boolean rise(long count) {
            if (count <= highest) {
                return false;
            }
            highest = count;
            return true;
        }
    }

    /** One {@code WWW-Authenticate} value for each algorithm, the better one first. */
    List<String> challenges(boolean isStale) {
        String nonce = newNonce();
        return policy.algorithms().stream()
                .map(algorithm -> "Digest realm=\"" + REALM + "\", domain=\"\", nonce=\"" + nonce + "\", algorithm="
                        + algorithm.token() + ", qop=\"auth\", stale=" + isStale
                        + policy.opaque()
                                .map(opaque -> ", opaque=\"" + opaque + "\"")
                                .orElse(""))
                .toList();
    }

    /** Whether the header was made for this very request by somebody who knows the private key. */
    Admission.Decision decide(Incoming request, String header) {
        Map<String, String> given = parameters(header);
        Optional<DigestAlgorithm> algorithm = algorithm(given.getOrDefault("algorithm", "MD5"));
        Optional<Credentials.Entry> key = credentials.apiKey(given.getOrDefault("username", ""));
        if (algorithm.isEmpty() || key.isEmpty() || !isForThisRequest(given, request)) {
            return Admission.Decision.of(Admission.REFUSED);
        }
        String expected = response(algorithm.get(), given, key.get().secret(), request.method());
        if (!isSame(expected, given.getOrDefault("response", ""))) {
            return Admission.Decision.of(Admission.REFUSED);
        }
        Nonce nonce = nonces.get(given.getOrDefault("nonce", ""));
        if (nonce == null || !clock.outside().isBefore(nonce.expiry)) {
            return Admission.Decision.of(Admission.STALE);
        }
        return nonce.rise(Long.parseLong(given.get("nc"), 16))
                ? Admission.Decision.authorised(
                        new Caller(given.get("username"), key.get().role()))
                : Admission.Decision.of(Admission.REPLAYED);
    }

    /** Makes every nonce that is out now a stale one. */
    void expireAll() {
        nonces.clear();
    }

    private boolean isForThisRequest(Map<String, String> given, Incoming request) {
        return REALM.equals(given.get("realm"))
                && request.target().equals(given.get("uri"))
                && "auth".equals(given.get("qop"))
                && given.getOrDefault("nc", "").matches("[0-9a-fA-F]{8}")
                && !given.getOrDefault("cnonce", "").isEmpty()
                && policy.opaque()
                        .map(opaque -> opaque.equals(given.get("opaque")))
                        .orElse(true);
    }

    private static String response(DigestAlgorithm by, Map<String, String> given, String secret, String method) {
        String who = by.hash(given.get("username") + ":" + REALM + ":" + secret);
        String what = by.hash(method + ":" + given.get("uri"));
        return by.hash(String.join(
                ":", who, given.getOrDefault("nonce", ""), given.get("nc"), given.get("cnonce"), "auth", what));
    }

    private Optional<DigestAlgorithm> algorithm(String token) {
        return policy.algorithms().stream()
                .filter(algorithm -> algorithm.token().equalsIgnoreCase(token))
                .findFirst();
    }

    private String newNonce() {
        byte[] bytes = new byte[24];
        random.nextBytes(bytes);
        String nonce = Base64.getEncoder().encodeToString(bytes);
        Instant now = clock.outside();
        if (issued.incrementAndGet() % SWEEP == 0) {
            nonces.values().removeIf(old -> !now.isBefore(old.expiry));
        }
        nonces.put(nonce, new Nonce(now.plus(policy.nonceLife())));
        return nonce;
    }

    private static Map<String, String> parameters(String header) {
        Map<String, String> parameters = new HashMap<>();
        Matcher matcher = PARAMETER.matcher(header);
        while (matcher.find()) {
            String quoted = matcher.group(2);
            parameters.put(
                    matcher.group(1).toLowerCase(Locale.ROOT),
                    quoted == null ? matcher.group(3) : quoted.replaceAll("\\\\(.)", "$1"));
        }
        return parameters;
    }

    private static boolean isSame(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
