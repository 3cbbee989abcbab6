package dev.linkspan.audit.notify

import dev.linkspan.model.Refusal
import dev.linkspan.model.Secret
import spock.lang.Specification

/** What a target may be. */
class NotificationTargetSpec extends Specification {

    def "a webhook is https, or http to this machine: #url"() {
        expect:
        HookUrl.of(new Secret(url)).host() == host

        where:
        url                                            || host
        'https://hooks.slack.com/services/T0/B0/token' || 'hooks.slack.com'
        'HTTPS://hooks.slack.com/x?a=b'                || 'hooks.slack.com'
        'http://localhost:8080/x'                      || 'localhost'
        'http://127.0.0.1/x'                           || '127.0.0.1'
        'http://[::1]:8080/x'                          || '[::1]'
    }

    def "what is refused is not repeated: #url"() {
        when:
        HookUrl.of(new Secret(url))

        then:
        def refusal = thrown(Refusal)
        refusal.id() == id
        !"${refusal.summary()} ${refusal.remedy()} $refusal".contains('s3cret')
        refusal.cause == null

        where:
        url                                    || id
        'http://hooks.slack.com/s3cret'        || 'webhook-without-tls'
        'http://localhost.evil.example/s3cret' || 'webhook-without-tls'
        'http://127.0.0.1.evil.example/s3cret' || 'webhook-without-tls'
        'ftp://hooks.slack.com/s3cret'         || 'malformed-webhook'
        'hooks.slack.com/s3cret'               || 'malformed-webhook'
        'https://hooks.slack.com/s3cret x'     || 'malformed-webhook'
        'https:///s3cret'                      || 'malformed-webhook'
        'https://h.example/x#s3cret'           || 'malformed-webhook'
        'https://h.example:70000/s3cret'       || 'malformed-webhook'
        'https://me:s3cret@h.example/x'        || 'user-in-webhook'
        's3cret\r\nHost: evil.example'         || 'malformed-webhook'
    }

    def "a mail server elsewhere has to speak TLS"() {
        expect:
        refusalOf { new MailServer(host, port, security, Optional.empty()) } == id

        where:
        host               | port  | security                     || id
        'smtp.example.com' | 587   | MailServer.Security.STARTTLS || null
        'smtp.example.com' | 25    | MailServer.Security.NONE     || 'mail-without-tls'
        '127.0.0.1'        | 25    | MailServer.Security.NONE     || null
        '::1'              | 25    | MailServer.Security.NONE     || null
        'a b'              | 587   | MailServer.Security.TLS      || 'malformed-mail-server'
        'a\r\nb'           | 587   | MailServer.Security.TLS      || 'malformed-mail-server'
        'smtp.example.com' | 0     | MailServer.Security.TLS      || 'malformed-port'
        'smtp.example.com' | 65536 | MailServer.Security.TLS      || 'malformed-port'
    }

    def "an e-mail address is one address, and nothing that could end a header: #text"() {
        expect:
        refusalOf { new EmailAddress(text) } == id

        where:
        text                               || id
        'net-team@example.com'             || null
        'a.b+c@mail.example'               || null
        'root@localhost'                   || null
        'Net Team <net@example.com>'       || 'malformed-email-address'
        'a@example.com, b@example.com'     || 'malformed-email-address'
        'a@example.com\r\nBcc: b@c.example' || 'malformed-email-address'
        'a@example.com\n'                  || 'malformed-email-address'
        '"a b"@example.com'                || 'malformed-email-address'
        'a@b@c'                            || 'malformed-email-address'
        'example.com'                      || 'malformed-email-address'
        'a@ex..ample'                      || 'malformed-email-address'
        ''                                 || 'malformed-email-address'
    }

    private static String refusalOf(Closure<?> making) {
        try {
            making()
            null
        } catch (Refusal refusal) {
            refusal.id()
        }
    }
}
