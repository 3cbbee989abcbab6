package dev.linkspan.audit.notify;

import dev.linkspan.model.Refusal;
import java.util.List;
import java.util.Objects;

/** Whom to tell. No library is loaded before something is told. */
public sealed interface NotificationTarget {

    /** What it gets, for messages. */
    String noun();

    <R> R match(Cases<R> cases);

    /** One answer for each kind of target. */
    interface Cases<R> {
        R slack(Slack it);

        R webhook(Webhook it);

        R email(Email it);
    }

    /** An incoming webhook of Slack, or of a server that takes the same messages. */
    record Slack(HookUrl url) implements NotificationTarget {

        public Slack {
            Objects.requireNonNull(url, "url");
        }

        @Override
        public String noun() {
            return "Slack notification";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.slack(this);
        }
    }

    /** A program that takes a document by POST. */
    record Webhook(HookUrl url) implements NotificationTarget {

        public Webhook {
            Objects.requireNonNull(url, "url");
        }

        @Override
        public String noun() {
            return "webhook notification";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.webhook(this);
        }
    }

    /** People who read mail. */
    record Email(MailServer server, EmailAddress from, List<EmailAddress> to) implements NotificationTarget {

        public Email {
            Objects.requireNonNull(server, "server");
            Objects.requireNonNull(from, "from");
            to = List.copyOf(to);
            if (to.isEmpty()) {
                throw new Refusal(
                        "no-recipient", "An e-mail needs somebody to go to", "Name one, such as team@example.com.");
            }
        }

        @Override
        public String noun() {
            return "e-mail notification";
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.email(this);
        }
    }
}
