package dev.linkspan.audit.notify;

import java.util.Objects;

/**
 * A notification that nobody got. No credential is in it.
 *
 * @param what such as {@code Slack notification}
 * @param why what went wrong, with the host; may hold words of the server, untrusted
 * @param remedy what to do about it
 */
public record Undelivered(String what, String why, String remedy) {

    public Undelivered {
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(why, "why");
        Objects.requireNonNull(remedy, "remedy");
    }
}
