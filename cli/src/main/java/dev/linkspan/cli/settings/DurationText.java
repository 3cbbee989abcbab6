package dev.linkspan.cli.settings;

import dev.linkspan.model.Refusal;
import java.time.Duration;
import java.util.regex.Pattern;

/** Durations as people write them in settings and options: {@code 250ms}, {@code 30s}, {@code 1h30m}, {@code 90d}. */
public final class DurationText {

    private static final Pattern FORM =
            Pattern.compile("(?:(\\d{1,6})d)?(?:(\\d{1,6})h)?(?:(\\d{1,6})m(?!s))?(?:(\\d{1,6})s)?(?:(\\d{1,6})ms)?");

    private DurationText() {}

    /** @throws Refusal for any other form, and for nothing at all */
    public static Duration parse(String text) {
        var matcher = FORM.matcher(text);
        if (text.isEmpty() || !matcher.matches()) {
            throw new Refusal(
                    "malformed-duration",
                    "'" + text + "' is not a duration",
                    "Write a number with its unit, for example 30s, 10m or 1h30m.");
        }
        return Duration.ofDays(number(matcher.group(1)))
                .plusHours(number(matcher.group(2)))
                .plusMinutes(number(matcher.group(3)))
                .plusSeconds(number(matcher.group(4)))
                .plusMillis(number(matcher.group(5)));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }
}
