package dev.linkspan.emulator.wire;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The versions of one resource in the versioned API. A date between two of them means the older one; all but the last are
 * deprecated since the next one came.
 *
 * @param dates oldest first; the oldest is the API's own first date
 */
record ResourceVersions(List<String> dates) {

    /** What most resources have. */
    static final ResourceVersions FIRST_ONLY = new ResourceVersions(List.of("2023-01-01"));

    static final ResourceVersions CLUSTERS = new ResourceVersions(List.of("2023-01-01", "2023-02-01", "2024-08-05"));

    /** When the deprecated versions of clusters end, as Atlas said last. */
    private static final LocalDate SUNSET = LocalDate.of(2027, 7, 1);

    private static final DateTimeFormatter HEADER_DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy '00:00:00 GMT'", Locale.ENGLISH);

    /** The version that a request for this date gets. */
    String resolved(String date) {
        return dates.stream()
                .filter(each -> each.compareTo(date) <= 0)
                .reduce((older, newer) -> newer)
                .orElseThrow();
    }

    /** The answer, with the headers that warn of a version that will end. */
    Answer mark(Answer answer, String version) {
        int next = dates.indexOf(version) + 1;
        return next == dates.size()
                ? answer
                : answer.with("Deprecation", HEADER_DATE.format(LocalDate.parse(dates.get(next))))
                        .with("Sunset", HEADER_DATE.format(SUNSET));
    }
}
