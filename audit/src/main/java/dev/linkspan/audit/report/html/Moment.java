package dev.linkspan.audit.report.html;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A time, to the minute for people and in full for programs.
 *
 * @param machine ISO 8601
 */
record Moment(String machine, String words) {

    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    static Moment of(Instant instant) {
        return new Moment(instant.toString(), WORDS.format(instant));
    }

    String day() {
        return words.substring(0, words.indexOf(' '));
    }
}
