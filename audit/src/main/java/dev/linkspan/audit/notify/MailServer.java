package dev.linkspan.audit.notify;

import dev.linkspan.model.Refusal;
import dev.linkspan.model.Secret;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A server that takes mail, by SMTP.
 *
 * @param host a name or an address; IPv6 without brackets
 * @param login empty for a server that asks for none
 */
public record MailServer(String host, int port, Security security, Optional<Login> login) {

    private static final Pattern HOST =
            Pattern.compile("[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?|[0-9A-Fa-f:.]{2,45}");
    private static final int LAST_PORT = 65_535;

    /** How what is sent is kept from others. */
    public enum Security {
        /** TLS once the server was asked for it; one that has none gets nothing. */
        STARTTLS(587),
        /** TLS from the first byte. */
        TLS(465),
        /** None: for a server on this machine. */
        NONE(25);

        private final int port;

        Security(int port) {
            this.port = port;
        }

        /** The port that such servers listen on. */
        public int usualPort() {
            return port;
        }

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Who sends. */
    public record Login(String user, Secret password) {
        public Login {
            Objects.requireNonNull(user, "user");
            Objects.requireNonNull(password, "password");
        }
    }

    /** @throws Refusal for a malformed host or port, and for a server elsewhere without encryption */
    public MailServer {
        if (!HOST.matcher(host).matches()) {
            throw new Refusal(
                    "malformed-mail-server",
                    "'" + host + "' is not a mail server",
                    "Write its name, such as smtp.example.com.");
        }
        if (port < 1 || port > LAST_PORT) {
            throw new Refusal(
                    "malformed-port",
                    port + " is not a port",
                    "Write a number from 1 to " + LAST_PORT + ", such as 587.");
        }
        Objects.requireNonNull(security, "security");
        Objects.requireNonNull(login, "login");
        if (security == Security.NONE && !ThisMachine.is(host)) {
            throw new Refusal(
                    "mail-without-tls",
                    "Mail to '" + host + "' would be sent in the clear",
                    "Use starttls or tls; none is for a server on this machine.");
        }
    }
}
