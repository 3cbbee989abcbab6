package dev.linkspan.cli.settings;

import dev.linkspan.model.Secret;
import java.util.Objects;

/** What proves to Atlas who asks. */
public sealed interface Credentials {

    /** An API key, sent as HTTP digest. */
    record ApiKey(String publicKey, Secret secret) implements Credentials {
        public ApiKey {
            Objects.requireNonNull(publicKey, "publicKey");
            Objects.requireNonNull(secret, "secret");
        }
    }

    /** A service account, which is traded for an access token. */
    record ServiceAccount(String clientId, Secret secret) implements Credentials {
        public ServiceAccount {
            Objects.requireNonNull(clientId, "clientId");
            Objects.requireNonNull(secret, "secret");
        }
    }

    /** An access token that somebody else has fetched. */
    record AccessToken(Secret secret) implements Credentials {
        public AccessToken {
            Objects.requireNonNull(secret, "secret");
        }
    }
}
