package dev.linkspan.cli.settings

import dev.linkspan.audit.Severity
import dev.linkspan.audit.notify.MailServer
import dev.linkspan.audit.notify.NotificationTarget
import java.nio.file.Files
import java.nio.file.Path
import spock.lang.Specification
import spock.lang.TempDir

/** Whom to tell of audits. */
class NotifySettingsSpec extends Specification {

    static final MAIL = [SMTP_HOST: 'smtp.example.com', SMTP_FROM: 'a@example.com', SMTP_TO: 'b@example.com']

    @TempDir
    Path folder

    final Map<String, String> environment = [:]

    def "nobody is told unless something is set"() {
        expect:
        load().notifications().targets().empty
        load().notifications().mildest() == Severity.WARNING
    }

    def "all who are set are told"() {
        given:
        own("""notify:
            |  at: error
            |  slack: https://hooks.slack.com/services/x
            |  webhook: \${env:HOOK}
            |  smtp: {host: smtp.example.com, user: me, password: p, from: a@example.com, to: 'b@example.com, c@example.com'}
            |""".stripMargin())
        environment.HOOK = 'https://alerts.example.com/x'

        when:
        def targets = load().notifications().targets()

        then:
        load().notifications().mildest() == Severity.ERROR
        targets*.class*.simpleName == ['Slack', 'Webhook', 'Email']
        with(targets[2] as NotificationTarget.Email) {
            server().host() == 'smtp.example.com'
            server().port() == 587
            server().security() == MailServer.Security.STARTTLS
            server().login().get().password().reveal() == 'p'
            from().value() == 'a@example.com'
            to()*.value() == ['b@example.com', 'c@example.com']
        }
    }

    def "an encryption has its usual port, unless another is set: #security, #port"() {
        given:
        mail(SMTP_SECURITY: security, SMTP_PORT: port, SMTP_HOST: 'localhost')

        expect:
        (load().notifications().targets()[0] as NotificationTarget.Email).server().port() == used

        where:
        security   | port   || used
        'starttls' | ''     || 587
        'tls'      | ''     || 465
        'none'     | ''     || 25
        'tls'      | '2465' || 2465
    }

    def "what cannot be names where it stands, every fault of it: #set"() {
        given:
        mail(set)

        expect:
        faults() == told

        where:
        set                                                 || told
        [SLACK: 'nonsense']                                 || ['LINKSPAN_NOTIFY_SLACK: This is not the URL of a webhook']
        [SLACK: 'x', WEBHOOK: 'y']                          || ['LINKSPAN_NOTIFY_SLACK: This is not the URL of a webhook', 'LINKSPAN_NOTIFY_WEBHOOK: This is not the URL of a webhook']
        [SMTP_TO: 'b@example.com;c']                        || ["LINKSPAN_NOTIFY_SMTP_TO: 'b@example.com;c' is not an e-mail address"]
        [SMTP_TO: 'b@example.com,']                         || []
        [SMTP_FROM: 'me']                                   || ["LINKSPAN_NOTIFY_SMTP_FROM: 'me' is not an e-mail address"]
        [SMTP_PORT: 'smtp']                                 || ["LINKSPAN_NOTIFY_SMTP_PORT: 'smtp' is not a port"]
        [SMTP_PORT: '0']                                    || ['LINKSPAN_NOTIFY_SMTP_HOST: 0 is not a port']
        [SMTP_SECURITY: 'ssl']                              || ["LINKSPAN_NOTIFY_SMTP_SECURITY: 'ssl' is not among starttls, tls, none"]
        [SMTP_SECURITY: 'none']                             || ["LINKSPAN_NOTIFY_SMTP_HOST: Mail to 'smtp.example.com' would be sent in the clear"]
    }

    def "half of what a mail needs is told of by what is missing: #set"() {
        given:
        set.each { environment["LINKSPAN_NOTIFY_$it.key".toString()] = it.value }

        expect:
        faults() == [told]

        where:
        set                                  || told
        [SMTP_HOST: 'h']                     || 'LINKSPAN_NOTIFY_SMTP_HOST is set, but LINKSPAN_NOTIFY_SMTP_FROM is not'
        [SMTP_TO: 'b@example.com']           || 'LINKSPAN_NOTIFY_SMTP_TO is set, but LINKSPAN_NOTIFY_SMTP_HOST is not'
        MAIL + [SMTP_USER: 'me']             || 'LINKSPAN_NOTIFY_SMTP_USER is set, but LINKSPAN_NOTIFY_SMTP_PASSWORD is not'
        MAIL + [SMTP_PASSWORD: 's3cret']     || 'LINKSPAN_NOTIFY_SMTP_PASSWORD is set, but LINKSPAN_NOTIFY_SMTP_USER is not'
    }

    def "an empty variable tells nobody"() {
        given:
        environment.LINKSPAN_NOTIFY_SLACK = ' '

        expect:
        load().notifications().targets().empty
    }

    def "a repository does not say who hears of audits: #yaml"() {
        given:
        write(folder.resolve('work/linkspan.yaml'), yaml)

        when:
        load()

        then:
        def problem = thrown(SettingsProblem)
        problem.diagnostics().all()*.id() == [id]
        !problem.diagnostics().toString().contains('s3cret')

        where:
        yaml                                                 || id
        'notify: {slack: "https://hooks.slack.com/s3cret"}'  || 'credential-in-shared-file'
        'notify: {webhook: "https://hooks.slack.com/s3cret"}' || 'credential-in-shared-file'
        'notify: {smtp: {password: s3cret}}'                 || 'credential-in-shared-file'
        'notify: {smtp: {host: evil.example}}'               || 'hearer-in-shared-file'
        'notify: {smtp: {to: evil@evil.example}}'            || 'hearer-in-shared-file'
        'notify: {smtp: {security: none}}'                   || 'hearer-in-shared-file'
        'notify: {slak: "https://hooks.slack.com/s3cret"}'   || 'unknown-setting'
    }

    def "a repository may say how grave is worth telling"() {
        given:
        write(folder.resolve('work/linkspan.yaml'), 'notify: {at: note}')

        expect:
        load().notifications().mildest() == Severity.NOTE
    }

    def "nothing prints a secret"() {
        given:
        mail(SLACK: 'https://hooks.slack.com/s3cret', SMTP_USER: 'me', SMTP_PASSWORD: 's3cret')

        expect:
        !"${load()} ${load().notifications()} ${load().notifications().targets()}".contains('s3cret')
    }

    private void mail(Map<String, String> others) {
        (MAIL + others).each { environment["LINKSPAN_NOTIFY_$it.key".toString()] = it.value }
    }

    private List<String> faults() {
        try {
            load().notifications().targets()
            []
        } catch (SettingsProblem problem) {
            assert !problem.usage
            problem.diagnostics().all()*.summary()
        }
    }

    private Settings load() {
        Files.createDirectories(folder.resolve('work'))
        new SettingsLoader(environment, folder.resolve('home'), folder.resolve('work')).load(Optional.empty(), CommandLineSettings.none())
    }

    private void own(String yaml) {
        write(folder.resolve('home/.config/linkspan/linkspan.yaml'), yaml)
    }

    private static void write(Path file, String text) {
        Files.createDirectories(file.parent)
        Files.writeString(file, text)
    }
}
