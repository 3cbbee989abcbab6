package dev.linkspan.cli;

import dev.linkspan.audit.notify.Notifier;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What is told of an audit. Whom to tell is set elsewhere, since the command line of a process is no place for secrets. */
final class NotifyOptions {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--notify-at",
            paramLabel = "SEVERITY",
            description =
                    "The mildest severity that those in the settings are told of: error, warning (default) or note.")
    private String mildest;

    @Option(names = "--no-notify", description = "Tell nobody, whatever the settings say.")
    private boolean isSilent;

    /**
     * Those who are to be told; nobody is told yet.
     *
     * @throws dev.linkspan.cli.settings.SettingsProblem when they cannot be
     */
    Notifications notifications(Session session) {
        var asked = Optional.ofNullable(mildest).map(it -> SeverityArgument.parse(command, "--notify-at", it));
        if (isSilent) {
            return Notifications.none(session);
        }
        var settings = session.settings().notifications();
        var surroundings = session.surroundings();
        return new Notifications(
                session,
                new Notifier(
                        settings.targets(),
                        asked.orElseGet(settings::mildest),
                        surroundings.clock(),
                        surroundings.sleeper(),
                        Notifications.log(session)));
    }
}
