package dev.linkspan.atlas.http

import dev.linkspan.model.Secret
import spock.lang.Specification

class ChallengeSpec extends Specification {

    static final String RFC_NONCE = '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v'

    def 'the example of RFC 7616 comes out right with #algorithm'() {
        given:
        def challenge = Challenge.strongest([
            """Digest realm="http-auth@example.org", qop="auth, auth-int", algorithm=$algorithm, nonce="$RFC_NONCE", """ +
                'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS"'
        ]*.toString()).get()
        def key = new Credentials.ApiKey('Mufasa', new Secret('Circle of Life'))

        when:
        def answer = challenge.answer(key, 'GET', '/dir/index.html', 1, 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ')

        then:
        answer == 'Digest username="Mufasa", realm="http-auth@example.org", ' +
            """nonce="$RFC_NONCE", uri="/dir/index.html", response="$response", algorithm=$algorithm, """ +
            'opaque="FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS", qop=auth, nc=00000001, ' +
            'cnonce="f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ"'

        where:
        algorithm | response
        'MD5'     | '8ca523f5e9506fed4657c9700eebdbec'
        'SHA-256' | '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1'
    }

    def 'the example of RFC 2069 comes out right without qop'() {
        given:
        def challenge = Challenge.strongest([
            'Digest realm="testrealm@host.com", nonce="dcd98b7102dd2f0e8b11d0f600bfb0c093", opaque="5ccc069c403ebaf9f0171e9517f40e41"'
        ]).get()

        when:
        def answer = challenge.answer(new Credentials.ApiKey('Mufasa', new Secret('CircleOfLife')), 'GET', '/dir/index.html', 1, 'x')

        then:
        answer.contains('response="1949323746fe6a43ef61f9606e7febea"')
        !answer.contains('nc=')
        !answer.contains('cnonce=')
    }

    def 'of several challenges the strongest is taken: #headers'() {
        expect:
        Challenge.strongest(headers).map { it.nonce() } == Optional.ofNullable(nonce)

        where:
        headers                                                                               || nonce
        ['Digest nonce="a", qop="auth"', 'Digest nonce="b", algorithm=SHA-256, qop="auth"']   || 'b'
        ['Digest nonce="b", algorithm=SHA-256, qop="auth"', 'Digest nonce="a", qop="auth"']   || 'b'
        ['Basic realm="x", Digest nonce="a", qop="auth", Bearer']                             || 'a'
        ['digest NONCE="a", QOP=auth']                                                        || 'a'
        ['Digest nonce="a", qop="auth-int"']                                                  || null
        ['Digest nonce="a", algorithm=SHA-512-256, qop="auth"']                               || null
        ['Digest realm="x"']                                                                  || null
        ['Basic realm="x"']                                                                   || null
        ['']                                                                                  || null
        []                                                                                    || null
    }

    def 'the misspelt op of old samples is passed over'() {
        expect:
        !Challenge.strongest(['Digest realm="MMS", nonce="a", op="auth", stale=TRUE']).get().counted
        Challenge.strongest(['Digest realm="MMS", nonce="a", op="auth", stale=TRUE']).get().stale
    }

    def 'a hostile header of 60,000 characters is read at once'() {
        expect:
        Challenge.strongest(['Digest nonce="' + '\\"a' * 20_000]).empty
    }
}
