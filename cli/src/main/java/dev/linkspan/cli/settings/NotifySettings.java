package dev.linkspan.cli.settings;

import dev.linkspan.audit.Severity;
import dev.linkspan.audit.notify.EmailAddress;
import dev.linkspan.audit.notify.HookUrl;
import dev.linkspan.audit.notify.MailServer;
import dev.linkspan.audit.notify.NotificationTarget;
import dev.linkspan.cli.settings.Layer.Entry;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Secret;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Whom to tell of audits, as it was set, whole or in part. It is looked at by commands that tell, and by no other. */
public final class NotifySettings {

    private final MergedLayers layers;

    NotifySettings(MergedLayers layers) {
        this.layers = layers;
    }

    /**
     * Those who are told of what is at least this grave.
     *
     * @throws SettingsProblem when it is no severity
     */
    public Severity mildest() {
        var faults = new ArrayList<Diagnostic>();
        var mildest = read(Key.NOTIFY_AT, Severity::parse, faults);
        refuse(faults);
        return mildest.orElseThrow();
    }

    /**
     * All who are to be told.
     *
     * @throws SettingsProblem with every value that cannot be, or for a mail that says only half of what it needs
     */
    public List<NotificationTarget> targets() {
        var faults = new ArrayList<Diagnostic>();
        var targets = new ArrayList<NotificationTarget>();
        read(Key.NOTIFY_SLACK, NotifySettings::hook, faults)
                .ifPresent(it -> targets.add(new NotificationTarget.Slack(it)));
        read(Key.NOTIFY_WEBHOOK, NotifySettings::hook, faults)
                .ifPresent(it -> targets.add(new NotificationTarget.Webhook(it)));
        email(faults).ifPresent(targets::add);
        refuse(faults);
        return List.copyOf(targets);
    }

    private static HookUrl hook(String text) {
        return HookUrl.of(new Secret(text));
    }

    private Optional<NotificationTarget.Email> email(List<Diagnostic> faults) {
        var any = List.of(Key.SMTP_HOST, Key.SMTP_FROM, Key.SMTP_TO, Key.SMTP_USER, Key.SMTP_PASSWORD).stream()
                .flatMap(it -> entry(it).stream())
                .findFirst();
        if (any.isEmpty()) {
            return Optional.empty();
        }
        require(any.get(), Key.SMTP_HOST, Key.SMTP_FROM, Key.SMTP_TO);
        entry(Key.SMTP_USER).ifPresent(it -> require(it, Key.SMTP_PASSWORD));
        entry(Key.SMTP_PASSWORD).ifPresent(it -> require(it, Key.SMTP_USER));
        var from = read(Key.SMTP_FROM, EmailAddress::new, faults);
        var to = read(Key.SMTP_TO, NotifySettings::addresses, faults);
        var server = server(faults);
        return from.isEmpty() || to.isEmpty() || server.isEmpty()
                ? Optional.empty()
                : Optional.of(new NotificationTarget.Email(server.get(), from.get(), to.get()));
    }

    private Optional<MailServer> server(List<Diagnostic> faults) {
        var security = read(Key.SMTP_SECURITY, it -> SettingsReader.word(MailServer.Security.class, it), faults);
        var port = entry(Key.SMTP_PORT).isPresent()
                ? read(Key.SMTP_PORT, NotifySettings::port, faults)
                : security.map(MailServer.Security::usualPort);
        if (security.isEmpty() || port.isEmpty()) {
            return Optional.empty();
        }
        var login = entry(Key.SMTP_USER)
                .map(it -> new MailServer.Login(
                        it.value(),
                        new Secret(entry(Key.SMTP_PASSWORD).orElseThrow().value())));
        return read(Key.SMTP_HOST, it -> new MailServer(it, port.get(), security.get(), login), faults);
    }

    private static int port(String text) {
        if (!text.matches("\\d{1,5}")) {
            throw new Refusal("malformed-port", "'" + text + "' is not a port", "Write a number, such as 587.");
        }
        return Integer.parseInt(text);
    }

    private static List<EmailAddress> addresses(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .map(EmailAddress::new)
                .toList();
    }

    /** What was set, unless it was set to nothing. */
    private Optional<Entry> entry(Key key) {
        return layers.entry(key.path()).filter(it -> !it.value().isBlank());
    }

    private <T> Optional<T> read(Key key, Function<String, T> parser, List<Diagnostic> faults) {
        var entry = entry(key);
        try {
            return entry.map(it -> parser.apply(it.value()));
        } catch (Refusal refusal) {
            faults.add(entry.orElseThrow().fault(refusal));
            return Optional.empty();
        }
    }

    private void require(Entry because, Key... needed) {
        for (var key : needed) {
            if (entry(key).isEmpty()) {
                throw SettingsProblem.of(
                        "half-notification",
                        because.origin() + " is set, but " + key.variables().get(0) + " is not",
                        "Set " + key.variables().get(0) + ", or " + key.path() + " in a settings file.");
            }
        }
    }

    private static void refuse(List<Diagnostic> faults) {
        if (!faults.isEmpty()) {
            throw new SettingsProblem(new Diagnostics(faults), false);
        }
    }
}
