package dev.linkspan.atlas.http;

import dev.linkspan.model.Refusal;
import dev.linkspan.model.Secret;
import java.util.Objects;
import java.util.function.Function;

/** How Atlas knows who asks. */
public sealed interface Credentials {

    /** The credential's confidential part. */
    Secret secret();

    /** One answer for each kind of credential. */
    <R> R match(
            Function<ApiKey, R> apiKey,
            Function<ServiceAccount, R> serviceAccount,
            Function<AccessToken, R> accessToken);

    /** A programmatic API key, used with HTTP digest (RFC 7616). */
    record ApiKey(String publicKey, Secret secret) implements Credentials {
        public ApiKey {
            requireText(publicKey, "public key of the API key");
            Objects.requireNonNull(secret, "secret");
        }

        @Override
        public <R> R match(
                Function<ApiKey, R> apiKey,
                Function<ServiceAccount, R> serviceAccount,
                Function<AccessToken, R> accessToken) {
            return apiKey.apply(this);
        }
    }

    /** A service account, which fetches access tokens for itself (OAuth 2.0 client credentials, RFC 6749). */
    record ServiceAccount(String clientId, Secret secret) implements Credentials {
        public ServiceAccount {
            requireText(clientId, "client id of the service account");
            Objects.requireNonNull(secret, "secret");
        }

        @Override
        public <R> R match(
                Function<ApiKey, R> apiKey,
                Function<ServiceAccount, R> serviceAccount,
                Function<AccessToken, R> accessToken) {
            return serviceAccount.apply(this);
        }
    }

    /** An access token that somebody else fetched; it is used until Atlas refuses it. */
    record AccessToken(Secret secret) implements Credentials {
        public AccessToken {
            Objects.requireNonNull(secret, "secret");
        }

        @Override
        public <R> R match(
                Function<ApiKey, R> apiKey,
                Function<ServiceAccount, R> serviceAccount,
                Function<AccessToken, R> accessToken) {
            return accessToken.apply(this);
        }
    }

    private static void requireText(String text, String what) {
        if (text == null || text.isBlank()) {
            throw new Refusal("empty-credential", "The " + what + " is empty", "Set it to its value, or leave it out.");
        }
    }
}
