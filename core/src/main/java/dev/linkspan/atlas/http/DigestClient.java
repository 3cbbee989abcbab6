package dev.linkspan.atlas.http;

import feign.Client;
import feign.Request;
import feign.Request.HttpMethod;
import feign.Response;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.random.RandomGenerator;

/**
 * Signs with HTTP digest. Nonces are leased: a request takes one for itself, raises its count and puts it back, so counts
 * arrive in rising order without a lock. A request that finds none goes out bare and is challenged; there are never more
 * challenges than requests under way at once, as long as nonces live.
 */
final class DigestClient implements Client {

    /** A nonce may grow old between the challenge and the answer, but hardly twice. */
    private static final int MOST_CHALLENGES = 3;

    /**
     * A wrong key is refused at once; but the JDK sends a GET again, count and all, when a connection ends before the answer,
     * and that is refused as a replay.
     */
    private static final int REFUSALS_OF_A_READ = 2;

    private final Client next;
    private final Credentials.ApiKey key;
    private final RandomGenerator random;
    private final ConcurrentLinkedDeque<Lease> idle = new ConcurrentLinkedDeque<>();

    DigestClient(Client next, Credentials.ApiKey key, RandomGenerator random) {
        this.next = next;
        this.key = key;
        this.random = random;
    }

    @Override
    public Response execute(Request request, Request.Options options) throws IOException {
        int bearable = request.httpMethod() == HttpMethod.GET ? REFUSALS_OF_A_READ : 1;
        Optional<Lease> lease = Optional.ofNullable(idle.pollFirst());
        for (int challenges = 0; ; challenges++) {
            Response response = send(request, options, lease);
            if (!Json.refusesCredentials(response)) {
                lease.ifPresent(idle::addFirst);
                return response;
            }
            var challenge = Challenge.strongest(Headers.all(response, "WWW-Authenticate"));
            boolean isRefused = lease.filter(Lease::isFresh).isPresent()
                    && challenge.filter(Challenge::isStale).isEmpty();
            if (isRefused) {
                bearable--;
            }
            if (challenge.isEmpty() || bearable == 0 || challenges == MOST_CHALLENGES) {
                return response;
            }
            lease = challenge.map(Lease::new);
        }
    }

    private Response send(Request request, Request.Options options, Optional<Lease> lease) throws IOException {
        if (lease.isEmpty()) {
            return next.execute(request, options);
        }
        var call = Call.of(request);
        String clientNonce = "%016x%016x".formatted(random.nextLong(), random.nextLong());
        String answer = lease.get().answer(key, call, clientNonce);
        try {
            return next.execute(Headers.set(request, "Authorization", answer), options);
        } catch (IOException e) {
            lease.ifPresent(idle::addFirst);
            throw e;
        }
    }

    /** A nonce in the hands of one request at a time. */
    private static final class Lease {

        private final Challenge challenge;
        private int uses;

        Lease(Challenge challenge) {
            this.challenge = challenge;
        }

        /** Whether the server has seen it once only, so that a refusal is about the key. */
        boolean isFresh() {
            return uses == 1;
        }

        String answer(Credentials.ApiKey key, Call call, String clientNonce) {
            return challenge.answer(key, call.verb().name(), call.path(), ++uses, clientNonce);
        }
    }
}
