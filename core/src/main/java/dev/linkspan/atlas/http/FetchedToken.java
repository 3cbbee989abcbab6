package dev.linkspan.atlas.http;

import dev.linkspan.model.Secret;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * The one access token of a service account, shared by all threads. Whoever finds none fetches it while the others wait:
 * Atlas allows 50 fetches a minute and 100 live tokens.
 */
final class FetchedToken implements TokenSource {

    /** A token is renewed this long before it ends, or after nine tenths of a life shorter than ten minutes. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    /** For an answer that does not say (RFC 6749 recommends that it does). */
    private static final long SECONDS_UNSAID = 300;

    /** A role that is missing also ends in a 401; it must not cost a token for each call. */
    private static final Duration BETWEEN_RENEWALS = Duration.ofMinutes(1);

    private final TokenApi api;
    private final Clock clock;
    private final Redaction redaction;
    private final String basic;

    private Optional<Secret> token = Optional.empty();
    private Instant renewAt = Instant.MIN;
    private Instant nextRenewal = Instant.MIN;

    FetchedToken(TokenApi api, Credentials.ServiceAccount account, Clock clock, Redaction redaction) {
        this.api = api;
        this.clock = clock;
        this.redaction = redaction;
        String pair =
                encoded(account.clientId()) + ":" + encoded(account.secret().reveal());
        this.basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        redaction.hide(new Secret(basic));
    }

    @Override
    public synchronized Secret current() {
        return token.filter(it -> clock.instant().isBefore(renewAt)).orElseGet(this::fetch);
    }

    @Override
    public synchronized Optional<Secret> insteadOf(Secret refused) {
        if (!token.equals(Optional.of(refused))) {
            return Optional.of(current());
        }
        if (clock.instant().isBefore(nextRenewal)) {
            return Optional.empty();
        }
        nextRenewal = clock.instant().plus(BETWEEN_RENEWALS);
        return Optional.of(fetch());
    }

    private Secret fetch() {
        token = Optional.empty();
        var answer = api.token(basic);
        var fetched = new Secret(answer.accessToken());
        redaction.hide(fetched);
        long seconds = Math.max(0, Optional.ofNullable(answer.expiresIn()).orElse(SECONDS_UNSAID));
        var life = Duration.ofSeconds(Math.min(seconds, Duration.ofDays(1).toSeconds()));
        var margin = life.dividedBy(10).compareTo(MARGIN) < 0 ? life.dividedBy(10) : MARGIN;
        renewAt = clock.instant().plus(life).minus(margin);
        token = Optional.of(fetched);
        return fetched;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
