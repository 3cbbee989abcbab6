package dev.linkspan.atlas.http;

import dev.linkspan.model.Refusal;
import dev.linkspan.model.Secret;
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
            requireSendable(publicKey, "public key of the API key");
            requireSendable(secret.reveal(), "private key of the API key");
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
            requireSendable(clientId, "client id of the service account");
            requireSendable(secret.reveal(), "client secret of the service account");
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
            requireSendable(secret.reveal(), "access token");
        }

        @Override
        public <R> R match(
                Function<ApiKey, R> apiKey,
                Function<ServiceAccount, R> serviceAccount,
                Function<AccessToken, R> accessToken) {
            return accessToken.apply(this);
        }
    }

    /** Anything else, such as the line break at the end of a file, cannot be sent. */
    private static void requireSendable(String text, String what) {
        if (text == null || text.isEmpty()) {
            throw new Refusal("empty-credential", "The " + what + " is empty", "Set it to its value, or leave it out.");
        }
        if (!Headers.isSendable(text)) {
            throw new Refusal(
                    "malformed-credential",
                    "The " + what
                            + " begins or ends with a space, or holds a line break or another character that cannot be sent",
                    "Set it to the text that Atlas shows, nothing before or after it.");
        }
    }
}
