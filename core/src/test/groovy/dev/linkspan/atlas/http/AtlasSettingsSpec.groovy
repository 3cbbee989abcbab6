package dev.linkspan.atlas.http

import dev.linkspan.model.Refusal
import dev.linkspan.model.Secret
import java.time.Duration
import spock.lang.Specification

class AtlasSettingsSpec extends Specification {

    static final Credentials TOKEN = new Credentials.AccessToken(new Secret('t'))

    def '#url is taken as #base'() {
        expect:
        AtlasSettings.of(URI.create(url), TOKEN).baseUrl() == URI.create(base)

        where:
        url                            || base
        'https://cloud.mongodb.com'    || 'https://cloud.mongodb.com'
        'HTTPS://cloud.mongodb.com/'   || 'https://cloud.mongodb.com'
        'https://proxy.acme/atlas//'   || 'https://proxy.acme/atlas'
        'http://localhost:8080'        || 'http://localhost:8080'
        'http://127.0.0.1:8080'        || 'http://127.0.0.1:8080'
        'http://[::1]:8080'            || 'http://[::1]:8080'
    }

    def '#url is refused as #id'() {
        when:
        AtlasSettings.of(URI.create(url), TOKEN)

        then:
        def refusal = thrown(Refusal)
        refusal.id() == id
        refusal.remedy().contains('https://cloud.mongodb.com')
        !refusal.summary().contains('hunter2')

        where:
        url                                      || id
        'http://cloud.mongodb.com'               || 'atlas-url-without-tls'
        'http://localhost.evil.example'          || 'atlas-url-without-tls'
        'http://127.0.0.1.evil.example'          || 'atlas-url-without-tls'
        'https://me:hunter2@cloud.mongodb.com'   || 'credentials-in-atlas-url'
        'ftp://me:hunter2@cloud.mongodb.com'     || 'credentials-in-atlas-url'
        'https://cloud.mongodb.com/api/atlas/v2' || 'atlas-url-with-api-path'
        'https://cloud.mongodb.com?a=b'          || 'malformed-atlas-url'
        'https://cloud.mongodb.com#a'            || 'malformed-atlas-url'
        'ftp://cloud.mongodb.com'                || 'malformed-atlas-url'
        'cloud.mongodb.com'                      || 'malformed-atlas-url'
        ''                                       || 'malformed-atlas-url'
        'mailto:somebody'                        || 'malformed-atlas-url'
    }

    def 'numbers have to be positive'() {
        when:
        make()

        then:
        thrown(Refusal)

        where:
        make << [
            { AtlasSettings.of(AtlasSettings.ATLAS, TOKEN).withLanes(0) },
            { new AtlasSettings.Timeouts(Duration.ZERO, Duration.ofSeconds(1)) },
            { new AtlasSettings.Timeouts(Duration.ofSeconds(1), Duration.ofSeconds(-1)) },
        ]
    }

    def 'credentials that cannot be right are refused, and not shown'() {
        when:
        make()

        then:
        def refusal = thrown(Refusal)
        refusal.id() == id
        !(refusal.summary() + refusal.remedy()).contains('hunter2')

        where:
        id                     | make
        'empty-credential'     | { new Credentials.ApiKey('', new Secret('s')) }
        'empty-credential'     | { new Credentials.ServiceAccount(null, new Secret('s')) }
        'malformed-credential' | { new Credentials.ApiKey('key', new Secret('hunter2\n')) }
        'malformed-credential' | { new Credentials.ServiceAccount('id', new Secret(' hunter2')) }
        'malformed-credential' | { new Credentials.AccessToken(new Secret('hunter2\r\nX-Evil: 1')) }
    }
}
