package dev.linkspan.atlas.http

import java.security.MessageDigest
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CountDownLatch
import java.util.concurrent.atomic.AtomicInteger

/**
 * The server's side of HTTP digest, written from RFC 7616 and stricter than it: the count of a nonce must rise, a replayed
 * or overtaken one is noted.
 */
class DigestGate {

    String algorithm = 'MD5'
    /** Uses of a nonce before it is stale. */
    int life = Integer.MAX_VALUE
    /** Requests without credentials that have to be under way before the first of them is challenged. */
    CountDownLatch bare = new CountDownLatch(0)
    boolean isStaleSaid = true
    String password = 'private-key'

    final AtomicInteger challenges = new AtomicInteger()
    final AtomicInteger replays = new AtomicInteger()
    final AtomicInteger good = new AtomicInteger()
    private final Map<String, Integer> counts = new ConcurrentHashMap<>()

    StubAtlas.Reply answer(StubAtlas.Received request, Closure<StubAtlas.Reply> inside) {
        def given = request.headers['authorization']
        if (given == null) {
            bare.countDown()
            bare.await()
            return challenge(false)
        }
        def parameters = (given =~ /(\w+)=(?:"([^"]*)"|([^, ]+))/).iterator().collectEntries { [it[1], it[2] ?: it[3]] }
        if (!isRight(request, parameters)) {
            return challenge(false)
        }
        int count = Integer.parseInt(parameters.nc, 16)
        synchronized (this) {
            int last = counts[parameters.nonce]
            if (count <= last) {
                replays.incrementAndGet()
                return challenge(false)
            }
            if (last >= life) {
                return challenge(isStaleSaid)
            }
            counts[parameters.nonce] = count
        }
        good.incrementAndGet()
        inside.call(request)
    }

    StubAtlas.Reply challenge(boolean isStale) {
        int number = challenges.incrementAndGet()
        counts["n$number".toString()] = 0
        StubAtlas.json(401, '{"error":401,"detail":"You are not authorized for this resource."}', [
            'WWW-Authenticate': /Digest realm="MMS Public API", domain="", nonce="n$number", / +
                /algorithm=$algorithm, qop="auth", stale=$isStale/
        ])
    }

    private boolean isRight(StubAtlas.Received request, Map<String, String> it) {
        if (it.uri != request.uri || it.qop != 'auth' || !counts.containsKey(it.nonce) || it.algorithm != algorithm) {
            return false
        }
        def user = hash("$it.username:MMS Public API:$password")
        it.response == hash("$user:$it.nonce:$it.nc:$it.cnonce:auth:${hash("$request.verb:$request.uri")}")
    }

    private String hash(String text) {
        MessageDigest.getInstance(algorithm).digest(text.getBytes('UTF-8')).encodeHex().toString()
    }
}
