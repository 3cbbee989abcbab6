package dev.linkspan.emulator.wire;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who may come in. None of these is a secret: they open an emulator and nothing else.
 *
 * @param apiKeys by public key
 * @param serviceAccounts by client id
 * @param accessTokens by token
 */
public record Credentials(
        Map<String, Entry> apiKeys, Map<String, Entry> serviceAccounts, Map<String, Entry> accessTokens) {

    /** The secret half and what it opens. */
    public record Entry(String secret, Role role) {

        @Override
        public String toString() {
            return "Entry[" + role + "]";
        }
    }

    public Credentials {
        apiKeys = Map.copyOf(apiKeys);
        serviceAccounts = Map.copyOf(serviceAccounts);
        accessTokens = Map.copyOf(accessTokens);
    }

    public static Credentials none() {
        return new Credentials(Map.of(), Map.of(), Map.of());
    }

    public Credentials withApiKey(String publicKey, String privateKey, Role role) {
        return new Credentials(with(apiKeys, publicKey, privateKey, role), serviceAccounts, accessTokens);
    }

    public Credentials withServiceAccount(String clientId, String clientSecret, Role role) {
        return new Credentials(apiKeys, with(serviceAccounts, clientId, clientSecret, role), accessTokens);
    }

    public Credentials withAccessToken(String token, Role role) {
        return new Credentials(apiKeys, serviceAccounts, with(accessTokens, token, token, role));
    }

    Optional<Entry> apiKey(String publicKey) {
        return Optional.ofNullable(apiKeys.get(publicKey));
    }

    Optional<Entry> serviceAccount(String clientId) {
        return Optional.ofNullable(serviceAccounts.get(clientId));
    }

    Optional<Entry> accessToken(String token) {
        return Optional.ofNullable(accessTokens.get(token));
    }

    private static Map<String, Entry> with(Map<String, Entry> known, String name, String secret, Role role) {
        if (name.isBlank() || secret.isBlank()) {
            throw new IllegalArgumentException("A credential of the emulator has an empty half.");
        }
        Map<String, Entry> more = new LinkedHashMap<>(known);
        more.put(name, new Entry(secret, role));
        return more;
    }
}
