package dev.linkspan.text;

import java.time.Duration;

/** Durations as people say them: {@code 42s}, {@code 2m48s}, {@code 1h05m}. */
public final class Elapsed {

    private Elapsed() {}

    public static String words(Duration duration) {
        long seconds = duration.toSeconds();
        if (seconds < 60) {
            return seconds + "s";
        }
        return seconds < 3600
                ? "%dm%02ds".formatted(seconds / 60, seconds % 60)
                : "%dh%02dm".formatted(seconds / 3600, seconds % 3600 / 60);
    }
}
