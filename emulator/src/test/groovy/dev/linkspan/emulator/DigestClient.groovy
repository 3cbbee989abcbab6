package dev.linkspan.emulator

import java.security.MessageDigest

/** A digest client written for these tests, every part of whose header a test can spoil. */
class DigestClient {

    final Caller caller
    String publicKey
    String privateKey
    /** Changes the parameters before the header is made of them; the response is worked out before. */
    Closure spoil = { }
    /** The last challenge, and how often its nonce was used. */
    Map<String, String> challenge
    int count

    DigestClient(AtlasEmulator emulator, String publicKey, String privateKey) {
        this.caller = new Caller(emulator).with(Authorization: null)
        this.publicKey = publicKey
        this.privateKey = privateKey
    }

    Caller.Reply get(String path) {
        call('GET', path, [:], null)
    }

    /** Asks for a challenge if there is none yet, then sends the request with the next count. */
    Caller.Reply call(String method, String path, Map<String, String> headers, String body) {
        if (challenge == null) {
            take(caller.with(headers).call(method, path, body))
        }
        send(method, path, headers, body)
    }

    Caller.Reply send(String method, String path, Map<String, String> headers = [:], String body = null) {
        count++
        caller.with(headers + [Authorization: authorization(method, path)]).call(method, path, body)
    }

    void take(Caller.Reply reply, int which = 0) {
        assert reply.status == 401
        def text = reply.headers.find { it.key.equalsIgnoreCase('WWW-Authenticate') }.value[which]
        challenge = (text =~ /(\w+)=(?:"([^"]*)"|([^,\s]+))/).iterator().collectEntries { [it[1], it[2] ?: it[3]] }
        count = 0
    }

    private String authorization(String method, String path) {
        def uri = path.startsWith('/api/') ? path : "/api/atlas/v2$path"
        def given = [username: publicKey, realm: challenge.realm, nonce: challenge.nonce, uri: uri as String,
                     algorithm: challenge.algorithm, qop: 'auth', nc: String.format('%08x', count), cnonce: 'c0ffee']
        if (challenge.opaque) {
            given.opaque = challenge.opaque
        }
        def ha1 = hash("$publicKey:$given.realm:$privateKey")
        def ha2 = hash("$method:$given.uri")
        given.response = hash("$ha1:$given.nonce:$given.nc:$given.cnonce:auth:$ha2")
        spoil(given)
        'Digest ' + given.collect { name, value ->
            name in ['algorithm', 'qop', 'nc'] ? "$name=$value" : "$name=\"$value\""
        }.join(', ')
    }

    private String hash(String text) {
        MessageDigest.getInstance(challenge.algorithm).digest(text.bytes).encodeHex().toString()
    }
}
