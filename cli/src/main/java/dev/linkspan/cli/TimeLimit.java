package dev.linkspan.cli;

import dev.linkspan.apply.Patience;
import dev.linkspan.cli.settings.DurationText;
import dev.linkspan.cli.settings.Settings;
import dev.linkspan.model.Refusal;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** How long a command waits for Atlas, all in all. */
final class TimeLimit {

    @Option(
            names = "--timeout",
            paramLabel = "DURATION",
            converter = Reader.class,
            description = "Wait no longer than this in all, for example 30m or 1h30m.")
    private Duration longest;

    Optional<Duration> longest() {
        return Optional.ofNullable(longest);
    }

    /** How long each thing is waited for, whatever the command's own limit. */
    static Patience patience(Settings settings) {
        return new Patience(
                settings.serviceDeadline(), settings.endpointDeadline(), Optional.empty(), settings.waitSpeed());
    }

    /** Durations in options are what they are in settings. */
    static final class Reader implements ITypeConverter<Duration> {

        @Override
        public Duration convert(String text) {
            try {
                return DurationText.parse(text);
            } catch (Refusal refusal) {
                throw new TypeConversionException(refusal.summary() + ". " + refusal.remedy());
            }
        }
    }
}
