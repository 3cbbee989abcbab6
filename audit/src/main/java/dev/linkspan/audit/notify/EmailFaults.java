package dev.linkspan.audit.notify;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.Optional;
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
        return answer(fault).map(it -> refused(it, server)).orElseGet(() -> unsent(fault, server));
    }

    /** A mail server that may take it later says 4xx (RFC 5321). */
    private static DeliveryFault refused(Answer answer, MailServer server) {
        String why = server.host() + " refused the mail" + said(answer.words(), server);
        return answer.code() / 100 == 4
                ? DeliveryFault.passing(why, "Run the audit again later.", Optional.empty())
                : DeliveryFault.lasting(why, "Check the addresses of sender and recipients.");
    }

    private static DeliveryFault unsent(MessagingException fault, MailServer server) {
        if (has(fault, SSLException.class)) {
            return DeliveryFault.lasting(
                    server.host() + " could not be trusted, or does not speak TLS on port " + server.port(),
                    "Check the kind of encryption and the port; a certificate of your own is trusted with"
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

    /** What a server said to a command of ours. */
    private record Answer(int code, MessagingException words) {}

    private static Optional<Answer> answer(MessagingException fault) {
        for (Exception it = fault; it instanceof MessagingException mail; it = mail.getNextException()) {
            if (it instanceof SMTPAddressFailedException recipient) {
                return Optional.of(new Answer(recipient.getReturnCode(), recipient));
            }
            if (it instanceof SMTPSenderFailedException sender) {
                return Optional.of(new Answer(sender.getReturnCode(), sender));
            }
            if (it instanceof SMTPSendFailedException mailing && mailing.getNextException() == null) {
                return Optional.of(new Answer(mailing.getReturnCode(), mailing));
            }
        }
        return Optional.empty();
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
