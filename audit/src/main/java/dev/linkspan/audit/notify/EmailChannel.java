package dev.linkspan.audit.notify;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.Properties;

/** Tells by e-mail. A server that has taken a mail for some recipients has taken it for all, or for none. */
final class EmailChannel implements Channel {

    private final NotificationTarget.Email target;
    private final Wire wire;

    EmailChannel(NotificationTarget.Email target, Wire wire) {
        this.target = target;
        this.wire = wire;
    }

    @Override
    public void send(News news) throws DeliveryFault {
        var session = Session.getInstance(properties());
        try {
            var message = message(session, news);
            var transport = session.getTransport("smtp");
            try {
                connect(transport);
                transport.sendMessage(message, message.getAllRecipients());
            } finally {
                hangUp(transport);
            }
        } catch (MessagingException e) {
            throw EmailFaults.of(e, target.server());
        }
    }

    private void connect(Transport transport) throws MessagingException {
        var server = target.server();
        var login = server.login();
        transport.connect(
                server.host(),
                server.port(),
                login.map(MailServer.Login::user).orElse(null),
                login.map(it -> it.password().reveal()).orElse(null));
    }

    /** What the server has taken stays taken, however the conversation ends. */
    private static void hangUp(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException ignored) {
            // Nothing follows from it.
        }
    }

    private Properties properties() {
        var server = target.server();
        var properties = new Properties();
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.ssl.enable", Boolean.toString(server.security() == MailServer.Security.TLS));
        boolean isUpgraded = server.security() == MailServer.Security.STARTTLS;
        properties.put("mail.smtp.starttls.enable", Boolean.toString(isUpgraded));
        properties.put("mail.smtp.starttls.required", Boolean.toString(isUpgraded));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put(
                "mail.smtp.connectiontimeout", Long.toString(wire.connect().toMillis()));
        properties.put("mail.smtp.timeout", Long.toString(wire.answer().toMillis()));
        properties.put("mail.smtp.writetimeout", Long.toString(wire.answer().toMillis()));
        properties.put("mail.smtp.quitwait", "false");
        wire.trust().ifPresent(it -> properties.put("mail.smtp.ssl.socketFactory", it.getSocketFactory()));
        return properties;
    }

    private MimeMessage message(Session session, News news) throws MessagingException {
        var message =
                new NamedMessage(session, "<" + news.id() + "@" + target.from().domain() + ">");
        message.setFrom(new InternetAddress(target.from().value(), true));
        for (var recipient : target.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(recipient.value(), true));
        }
        message.setSubject(NewsWords.headline(news), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(news.at()));
        // Keeps answering machines from answering (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setText(EmailText.of(news), StandardCharsets.UTF_8.name());
        message.saveChanges();
        return message;
    }

    /** Has the same name in each attempt, so that a mail that arrives twice is shown once. */
    private static final class NamedMessage extends MimeMessage {

        private final String name;

        NamedMessage(Session session, String name) {
            super(session);
            this.name = name;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", name);
        }
    }
}
