package dev.linkspan.atlas.http;

import dev.linkspan.model.Secret;
import java.util.Optional;

/** Where the token of a request comes from. */
interface TokenSource {

    Secret current();

    /** Another token in place of one that Atlas refused; empty when there will be none. */
    Optional<Secret> insteadOf(Secret refused);

    /** A token that stays what it is. */
    static TokenSource fixed(Secret token) {
        return new TokenSource() {
            @Override
            public Secret current() {
                return token;
            }

            @Override
            public Optional<Secret> insteadOf(Secret refused) {
                return Optional.empty();
            }
        };
    }
}
