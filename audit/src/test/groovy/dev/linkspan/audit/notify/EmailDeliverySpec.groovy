package dev.linkspan.audit.notify

import dev.linkspan.audit.AuditReport
import dev.linkspan.audit.Severity
import dev.linkspan.audit.report.Golden
import dev.linkspan.audit.report.HostileTextSpec
import dev.linkspan.audit.report.SampleReports
import dev.linkspan.model.Secret
import dev.linkspan.text.Untrusted
import jakarta.mail.Session
import jakarta.mail.internet.MimeMessage
import java.nio.file.Path
import java.time.Clock
import java.time.Duration
import java.time.Instant
import java.time.ZoneOffset
import java.util.concurrent.CopyOnWriteArrayList
import javax.net.ssl.SSLContext
import org.subethamail.smtp.MessageContext
import org.subethamail.smtp.MessageHandler
import org.subethamail.smtp.RejectException
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory
import org.subethamail.smtp.auth.LoginFailedException
import org.subethamail.smtp.server.SMTPServer
import spock.lang.Shared
import spock.lang.Specification
import spock.lang.TempDir

/** Notifications by e-mail, on their way to a server. */
class EmailDeliverySpec extends Specification {

    static final NOW = Instant.parse('2026-11-22T03:00:00Z')
    static final PASSWORD = 's3cret-of-the-mailer'

    @Shared
    @TempDir
    Path folder
    @Shared
    SSLContext localhost

    final List<Duration> slept = []
    final Inbox inbox = new Inbox()
    SMTPServer server

    def setupSpec() {
        localhost = Certificates.of('localhost', folder)
    }

    def cleanup() {
        server?.stop()
    }

    def "a mail has the counts in its subject, and what was found in plain text"() {
        given:
        start()

        when:
        def undelivered = tell(Reports.everything(), MailServer.Security.NONE)

        then:
        undelivered.empty
        slept.empty
        inbox.senders == ['linkspan@example.com']
        inbox.recipients == ['net@example.com', 'ops@example.com']
        with(inbox.mails[0]) {
            subject == 'Linkspan audit: 2 could not be read, 1 new (1 error), 1 resolved'
            from*.toString() == ['linkspan@example.com']
            allRecipients*.toString() == ['net@example.com', 'ops@example.com']
            contentType == 'text/plain; charset=UTF-8'
            sentDate.toInstant() == NOW
            getHeader('Auto-Submitted') == ['auto-generated'] as String[]
            messageID =~ /^<[0-9a-f-]{36}@example\.com>$/
            content.replace('\r\n', '\n') == Golden.expected('../notify/everything.mail.txt', content.replace('\r\n', '\n'))
        }
    }

    def "nothing is sent when there is nothing to tell"() {
        given:
        start()

        expect:
        tell(SampleReports.clean(), MailServer.Security.NONE).empty
        inbox.mails.empty
    }

    def "with STARTTLS, password and mail go over TLS only"() {
        given:
        start { it.startTlsSocketFactory(localhost).requireTLS().authenticationHandlerFactory(logins()).requireAuth() }

        expect:
        tell(Reports.findings(), MailServer.Security.STARTTLS, localhost, login()).empty
        inbox.mails.size() == 1
        inbox.logins == ["linkspan:$PASSWORD"]
        inbox.isEncrypted == [true]
    }

    def "with TLS, all goes over TLS"() {
        given:
        start { it.serverSocketFactory(localhost).authenticationHandlerFactory(logins()).requireAuth() }

        expect:
        tell(Reports.findings(), MailServer.Security.TLS, localhost, login()).empty
        inbox.mails.size() == 1
        inbox.logins == ["linkspan:$PASSWORD"]
    }

    def "a server that does not offer STARTTLS gets neither password nor mail"() {
        given:
        start { it.hideTLS().authenticationHandlerFactory(logins()) }

        when:
        def undelivered = tell(Reports.findings(), MailServer.Security.STARTTLS, localhost, login())

        then:
        undelivered*.what() == ['e-mail notification']
        undelivered[0].why().startsWith('localhost could not be sent to: STARTTLS is required')
        inbox.logins.empty
        inbox.mails.empty
        slept.empty
    }

    def "a certificate for another host, or of an unknown authority, is not trusted: #security, #host"() {
        given:
        def other = Certificates.of(host, folder)
        start { security == MailServer.Security.TLS ? it.serverSocketFactory(other) : it.startTlsSocketFactory(other).enableTLS() }

        when:
        def undelivered = tell(Reports.findings(), security, isTrusted ? other : localhost, login())

        then:
        undelivered*.why().every { it.startsWith('localhost could not be trusted') }
        undelivered.size() == 1
        inbox.logins.empty
        inbox.mails.empty
        slept.empty

        where:
        security                     | host            | isTrusted
        MailServer.Security.STARTTLS | 'other.example' | true
        MailServer.Security.STARTTLS | 'other.example' | false
        MailServer.Security.TLS      | 'other.example' | true
        MailServer.Security.TLS      | 'other.example' | false
    }

    def "a wrong password is told of without it, and not tried again"() {
        given:
        start { it.startTlsSocketFactory(localhost).enableTLS().authenticationHandlerFactory(logins('another')).requireAuth() }

        when:
        def undelivered = tell(Reports.findings(), MailServer.Security.STARTTLS, localhost, login())

        then:
        undelivered*.why().every { it.startsWith('localhost did not accept the user and password') }
        undelivered.size() == 1
        !undelivered.toString().contains(PASSWORD)
        slept.empty
    }

    def "what the server may take later is sent again: #where"() {
        given:
        2.times { inbox.refuse(where, 450, 'come back later') }
        start()

        when:
        def undelivered = tell(Reports.findings(), MailServer.Security.NONE)

        then:
        undelivered.empty
        slept*.toSeconds() == pauses
        inbox.mails.size() == 1

        where:
        where       | pauses
        'from'      | [2, 4]
        'recipient' | [2]
        'data'      | [2, 4]
    }

    def "a mail that may have arrived already is sent again under the same name"() {
        given:
        inbox.refuse('data', 451, 'lost it, perhaps')
        start()

        expect:
        tell(Reports.findings(), MailServer.Security.NONE).empty
        inbox.names.size() == 2
        inbox.names.unique().size() == 1
    }

    def "what the server will never take is sent once, and its words are passed on: #where"() {
        given:
        inbox.refuse(where, 550, 'no such user here')
        start()

        when:
        def undelivered = tell(Reports.findings(), MailServer.Security.NONE)

        then:
        undelivered*.why().every { it.startsWith('localhost refused the mail') && it.contains('no such user here') }
        undelivered.size() == 1
        slept.empty
        inbox.mails.empty

        where:
        where << ['from', 'recipient', 'data']
    }

    def "a server that nobody listens at is tried five times"() {
        given:
        start()
        server.stop()

        expect:
        tell(Reports.findings(), MailServer.Security.NONE)*.why() ==
            ["localhost could not be reached on port $server.portAllocated, or broke the connection off"]
        slept*.toSeconds() == [2, 4, 8, 16]
    }

    def "no text from Atlas or a spec comes into a header, or ends a mail: #text"() {
        given:
        start()

        when:
        def undelivered = tell(SampleReports.hostile(TEXTS[text]), MailServer.Security.NONE)

        then:
        undelivered.empty
        inbox.mails.size() == 1
        with(inbox.mails[0]) {
            allHeaders.collect { it.name }.toSet() - ['Received'] as Set == [
                'Date', 'From', 'To', 'Message-ID', 'Subject', 'MIME-Version', 'Content-Type', 'Content-Transfer-Encoding', 'Auto-Submitted'] as Set
            subject =~ /^Linkspan audit: [0-9a-z ,()]+$/
            content.readLines()*.size().max() <= 600
            content.readLines().every { it.empty || it =~ /^( {2}|error |warning |note |[A-Z ]+$|Linkspan audit|Incomplete|Looked|and \d+ more)/ || it.startsWith(firstLine(text)) }
        }

        where:
        text << TEXTS.keySet()
    }

    def "a mail of many findings says how many it leaves out"() {
        given:
        start()

        expect:
        tell(SampleReports.many(250), MailServer.Security.NONE).empty
        inbox.mails[0].content.contains('and 150 more, in the report')
        inbox.mails[0].content.count('error missing') == 100
    }

    /** A severity of a resolved finding is whatever a history holds, so a line may begin with it. */
    private static String firstLine(String text) {
        Untrusted.oneLine(TEXTS[text], 600).take(10)
    }

    private static final TEXTS = HostileTextSpec.TEXTS + [
        headers: 'x\r\nBcc: evil@evil.example\r\n\r\nforged', end: 'x\r\n.\r\nMAIL FROM:<evil@evil.example>\r\n', dot: '.']

    private void start(Closure<?> setUp = { it }) {
        def builder = SMTPServer.port(0).bindAddress(InetAddress.loopbackAddress).hostName('localhost')
            .insertReceivedHeaders(false).messageHandlerFactory { new Inbox.Handler(inbox, it) }
        server = setUp(builder).build()
        server.start()
    }

    private EasyAuthenticationHandlerFactory logins(String right = PASSWORD) {
        new EasyAuthenticationHandlerFactory({ String user, String password, MessageContext context ->
            inbox.logins << "$user:$password".toString()
            if (password != right) {
                throw new LoginFailedException("no: $password")
            }
        })
    }

    private static Optional<MailServer.Login> login() {
        Optional.of(new MailServer.Login('linkspan', new Secret(PASSWORD)))
    }

    private List<Undelivered> tell(
            AuditReport report, MailServer.Security security, SSLContext trust = null, Optional<MailServer.Login> login = Optional.empty()) {
        def target = new NotificationTarget.Email(new MailServer('localhost', server.portAllocated, security, login),
            new EmailAddress('linkspan@example.com'), ['net@example.com', 'ops@example.com'].collect { new EmailAddress(it) })
        new Notifier([target], Severity.NOTE, Clock.fixed(NOW, ZoneOffset.UTC), { slept << it }, Notifier.RepeatLog.NONE,
            new Wire(Duration.ofSeconds(10), Duration.ofSeconds(10), Optional.ofNullable(trust))).tell(report)
    }

    /** What the server got, and what it refuses next. */
    static final class Inbox {

        final List<MimeMessage> mails = new CopyOnWriteArrayList<>()
        final List<String> names = new CopyOnWriteArrayList<>()
        final List<String> senders = new CopyOnWriteArrayList<>()
        final List<String> recipients = new CopyOnWriteArrayList<>()
        final List<String> logins = new CopyOnWriteArrayList<>()
        final List<Boolean> isEncrypted = new CopyOnWriteArrayList<>()
        private final List<List<?>> refusals = new CopyOnWriteArrayList<>()

        void refuse(String where, int code, String words) {
            refusals << [where, code, words]
        }

        private void check(String where) {
            if (refusals && refusals[0][0] == where) {
                def refusal = refusals.remove(0)
                throw new RejectException(refusal[1] as int, refusal[2] as String)
            }
        }

        static final class Handler implements MessageHandler {

            private final Inbox inbox
            private final MessageContext context

            Handler(Inbox inbox, MessageContext context) {
                this.inbox = inbox
                this.context = context
            }

            @Override
            void from(String from) {
                inbox.check('from')
                inbox.senders << from
            }

            @Override
            void recipient(String recipient) {
                inbox.check('recipient')
                inbox.recipients << recipient
            }

            @Override
            String data(InputStream data) {
                def mail = new MimeMessage(Session.getInstance(new Properties()), data)
                inbox.names << mail.messageID
                inbox.check('data')
                inbox.mails << mail
                inbox.isEncrypted << context.isTLSStarted()
                null
            }

            @Override
            void done() {
            }
        }
    }
}
