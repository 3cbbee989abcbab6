package dev.linkspan.audit.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/** What went wrong with a mail, for people, and whether another attempt may fare better. */
final class EmailFaults {

    private static final String CHECK_NETWORK = "Check the network, and the server's name and port.";

    private EmailFaults() {}

    static DeliveryFault of(MessagingException fault, MailServer server) {
        if (fault instanceof AuthenticationFailedException) {
            return DeliveryFault.lasting(
                    server.host() + " did not accept the user and password" + said(fault, server),
                    "Check both; some servers ask for a password that was made for one program.");
        }
        var code = code(fault);
        if (code.isPresent()) {
            // A mail server that may take it later says 4xx (RFC 5321).
            return code.getAsInt() / 100 == 4
                    ? DeliveryFault.passing(refused(fault, server), "Run the audit again later.", Optional.empty())
                    : DeliveryFault.lasting(refused(fault, server), "Check the addresses of sender and recipients.");
        }
        return unsent(fault, server);
    }

    private static String refused(MessagingException fault, MailServer server) {
        return server.host() + " refused the mail" + said(fault, server);
    }

    private static DeliveryFault unsent(MessagingException fault, MailServer server) {
        if (has(fault, SSLException.class)) {
            return DeliveryFault.lasting(
                    server.host() + " could not be trusted, or does not speak TLS on port " + server.port(),
                    "Check notify.smtp.security and the port; a certificate of your own is trusted with"
                            + " LINKSPAN_JAVA_OPTIONS=-Djavax.net.ssl.trustStore=FILE.");
        }
        if (has(fault, IOException.class)) {
            return DeliveryFault.passing(
                    server.host() + " could not be reached on port " + server.port() + ", or broke the connection off",
                    CHECK_NETWORK,
                    Optional.empty());
        }
        return DeliveryFault.lasting(server.host() + " could not be sent to" + said(fault, server), CHECK_NETWORK);
    }

    private static OptionalInt code(MessagingException fault) {
        for (Exception it = fault; it instanceof MessagingException mail; it = mail.getNextException()) {
            if (it instanceof SMTPAddressFailedException recipient) {
                return OptionalInt.of(recipient.getReturnCode());
            }
            if (it instanceof SMTPSenderFailedException sender) {
                return OptionalInt.of(sender.getReturnCode());
            }
            if (it instanceof SMTPSendFailedException mailing && mailing.getNextException() == null) {
                return OptionalInt.of(mailing.getReturnCode());
            }
        }
        return OptionalInt.empty();
    }

    private static boolean has(MessagingException fault, Class<? extends Exception> kind) {
        for (Throwable it = fault; it != null; it = it.getCause()) {
            if (kind.isInstance(it)) {
                return true;
            }
        }
        return false;
    }

    /** The server's own words, which do not repeat the password. */
    private static String said(MessagingException fault, MailServer server) {
        String words = Optional.ofNullable(fault.getMessage()).orElse("").strip();
        String hidden = server.login()
                .map(it -> words.replace(it.password().reveal(), it.password().toString()))
                .orElse(words);
        return hidden.isEmpty() ? "" : ": " + hidden;
    }
}
